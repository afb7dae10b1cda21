import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Site {
  /** "127.0.0.1:49152" */
  readonly host: string
  url(path: string): string
  /** The requests received, in order. */
  readonly requests: readonly IncomingMessage[]
  stop(): Promise<void>
}

/** Starts a web server on loopback that answers with `answer` and records the requests. */
export async function startSite(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Site> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    answer(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    requests,
    url: (path) => `http://${host}${path}`,
    stop: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
  }
}
