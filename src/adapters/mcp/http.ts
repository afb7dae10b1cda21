import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { Operator } from '../../ports.ts'
import { mcpServer } from './server.ts'

/** Answers requests of assistants over HTTP, each by itself: nothing is kept between two. */
export function mcpOverHttp(operator: Operator, version: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    const server = mcpServer(operator, version)
    await server.connect(transport)
    return await transport.handleRequest(request)
  }
}
