import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** An invented outlet that ships with the project. */
export interface SampleOutlet {
  readonly outlet: string
  readonly host: string
  readonly folder: string
  /** The file name of its feed. */
  readonly feed: string
  /** The ISO 639-1 subtag of what it publishes. */
  readonly language: string
}

export interface SampleServer {
  readonly outlets: readonly SampleOutlet[]
  /** "127.0.0.1:49152": trusted for sample pages only. */
  readonly host: string
  /** The address of a sample page on this server; undefined if the address belongs to no sample. */
  locate(url: string): string | undefined
  stop(): Promise<void>
}

/** Serves the sample outlets of one language on loopback, with their articles dated relative to now. */
export async function serveSamples(folder: string, now: () => Date, language = 'en'): Promise<SampleServer> {
  const outlets = readOutlets(folder, language)
  const server = createServer((request, response) => {
    const file = fileFor(request.url ?? '/', outlets)
    const text = file && readSample(join(folder, file), now())
    if (!file || text === undefined) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': contentType(file) }).end(text)
  })
  const { port } = await listen(server)
  const host = `127.0.0.1:${port}`
  return {
    outlets,
    host,
    locate: (url) => {
      const sample = URL.canParse(url) ? new URL(url) : undefined
      const known = outlets.some((outlet) => outlet.host === sample?.hostname)
      return sample && known ? `http://${host}/${sample.hostname}${sample.pathname}` : undefined
    },
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  }
}

/** Reads the list of outlets in a samples folder that publish in one language. */
export function readOutlets(folder: string, language = 'en'): SampleOutlet[] {
  const all = JSON.parse(readFileSync(join(folder, 'outlets.json'), 'utf8')) as SampleOutlet[]
  return all.filter((outlet) => outlet.language === language)
}

/** The address under which an outlet's feed is known. */
export function sampleFeedUrl({ host, feed }: SampleOutlet): string {
  return `http://${host}/${feed}`
}

function listen(server: Server): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server.address() as AddressInfo))
    server.unref()
  })
}

/** The file for a path such as "/harbour-gazette.example/dam-review"; undefined for anything but a sample. */
function fileFor(path: string, outlets: readonly SampleOutlet[]): string | undefined {
  const [, host, name] = /^\/([a-z.-]+)\/([a-z-]+(?:\.(?:xml|atom|json))?)$/.exec(path) ?? []
  const outlet = outlets.find((each) => each.host === host)
  if (!outlet || !name) return undefined
  return join(outlet.folder, name.includes('.') ? name : `${name}.html`)
}

function readSample(file: string, now: Date): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(
      /\{\{hours-ago (\d+) (iso|rfc822)\}\}/g,
      (_, hours: string, format: string) => {
        const date = new Date(now.getTime() - Number(hours) * 3_600_000)
        return format === 'iso' ? date.toISOString() : date.toUTCString()
      },
    )
  } catch {
    return undefined
  }
}

function contentType(file: string): string {
  if (file.endsWith('.html')) return 'text/html; charset=utf-8'
  return file.endsWith('.json') ? 'application/feed+json' : 'application/xml'
}
