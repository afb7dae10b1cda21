import type { Fetcher } from '../../ports.ts'
import type { SampleServer } from './outlets.ts'

/**
 * Fetches sample pages from the sample server, and everything else as usual. Only the addresses of sample outlets,
 * which exist nowhere else, lead to that server.
 */
export function withSamples(
  samples: Pick<SampleServer, 'locate'>,
  fetchers: { readonly trusting: Fetcher; readonly ordinary: Fetcher },
): Fetcher {
  return {
    async get(url, options) {
      const local = samples.locate(url)
      if (!local) return await fetchers.ordinary.get(url, options)
      const fetched = await fetchers.trusting.get(local, options)
      return fetched.kind === 'page' ? { ...fetched, url } : fetched
    },
    send: async (url, form) => await fetchers.ordinary.send(url, form),
  }
}
