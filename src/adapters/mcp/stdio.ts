import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Operator } from '../../ports.ts'
import { mcpServer } from './server.ts'

/** Serves one assistant over standard input and output; resolves when it hangs up. */
export async function serveStdio(operator: Operator, version: string): Promise<void> {
  const server = mcpServer(operator, version)
  const ended = new Promise<void>((done) => {
    process.stdin.once('end', () => done())
  })
  await server.connect(new StdioServerTransport())
  await ended
  await server.close()
}
