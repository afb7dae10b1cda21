import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { Operator } from '../../ports.ts'
import { mcpServer } from './server.ts'

/** Answers requests of assistants over HTTP, each by itself: nothing is kept between two. `?workspace=` says which is read. */
export function mcpOverHttp(operator: Operator, version: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const workspace = new URL(request.url).searchParams.get('workspace') ?? undefined
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    const server = mcpServer({ answer: async (command) => await operator.answer(command, workspace) }, version)
    await server.connect(transport)
    return await transport.handleRequest(request)
  }
}
