import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'

/** The most connections at once; more are refused, so that no client uses up the process's descriptors. */
export const mostConnections = 500

export interface Listener {
  readonly port: number
  stop(): Promise<void>
}

/**
 * Serves a site.
 *
 * @throws {Error} that says what to do if the port cannot be used.
 */
export async function listen(
  site: Hono,
  { host, port, setting }: { host: string; port: number; setting: string },
): Promise<Listener> {
  const server = createAdaptorServer({ fetch: site.fetch })
  if ('maxConnections' in server) server.maxConnections = mostConnections
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(new Error(listenProblem(error.code, port, setting), { cause: error })),
    )
    server.listen(port, host, done)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function listenProblem(code: string | undefined, port: number, setting: string): string {
  if (code === 'EADDRINUSE')
    return `port ${port} is taken by another program; stop that one, or set ${setting} to another port`
  if (code === 'EACCES') return `this user isn’t allowed to use port ${port}; set ${setting} to a port above 1023`
  return `port ${port} cannot be used (${code ?? 'unknown reason'}); set ${setting} to another port`
}
