import type { Fetcher } from '../../ports.ts'
import type { SampleServer } from './outlets.ts'

/**
 * Fetches sample pages from the sample server and everything else as before. Only addresses of sample outlets, which
 * exist nowhere else, lead to that server.
 */
export function withSamples(
  samples: Pick<SampleServer, 'locate'>,
  doors: { readonly trusting: Fetcher; readonly ordinary: Fetcher },
): Fetcher {
  return {
    async get(url, errand) {
      const local = samples.locate(url)
      if (!local) return await doors.ordinary.get(url, errand)
      const fetched = await doors.trusting.get(local, errand)
      return fetched.kind === 'page' ? { ...fetched, url } : fetched
    },
    send: async (url, form) => await doors.ordinary.send(url, form),
  }
}
