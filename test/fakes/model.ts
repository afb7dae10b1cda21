import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The model server's reaction to a request. */
export type Turn =
  | { readonly kind: 'say'; readonly content: string; readonly usage?: number; readonly finish?: string }
  | { readonly kind: 'message'; readonly message: unknown; readonly finish?: string }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: unknown
      readonly headers?: Record<string, string>
    }
  | { readonly kind: 'raw'; readonly body: string; readonly contentType?: string }
  /** Sends the headers at once, and never the body. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'drip' }
  | { readonly kind: 'cut' }

export interface ChatRequest {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly response_format?: { readonly type: string }
  readonly max_tokens: number
}

export interface ModelServer {
  readonly url: string
  readonly requests: readonly ChatRequest[]
  stop(): Promise<void>
}

/** Starts an OpenAI-compatible server on loopback that reacts as the test says, including in faulty ways. */
export async function startModelServer(
  answer: (request: ChatRequest, index: number) => Turn | Promise<Turn>,
): Promise<ModelServer> {
  const requests: ChatRequest[] = []
  const server = createServer((request, response) => {
    const reply = async () => {
      const asked = JSON.parse(await readBody(request)) as ChatRequest
      requests.push(asked)
      take(await answer(asked, requests.length - 1), response)
    }
    void reply()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function take(turn: Turn, response: ServerResponse): void {
  const json = { 'content-type': 'application/json' }
  switch (turn.kind) {
    case 'say': {
      const usage = turn.usage === undefined ? {} : { usage: { total_tokens: turn.usage } }
      return send(response, completion({ content: turn.content }, turn.finish, usage))
    }
    case 'message':
      return send(response, completion(turn.message, turn.finish))
    case 'status':
      return void response
        .writeHead(turn.status, { ...json, ...turn.headers })
        .end(JSON.stringify(turn.body ?? { error: { message: 'no' } }))
    case 'raw':
      return void response.writeHead(200, { 'content-type': turn.contentType ?? 'application/json' }).end(turn.body)
    case 'hang':
      response.writeHead(200, json).flushHeaders()
      return
    case 'drip': {
      response.writeHead(200, json)
      const drop = setInterval(() => response.write(' '), 50)
      return void response.on('close', () => clearInterval(drop))
    }
    case 'cut':
      response.writeHead(200, json).write('{"choices": [')
      return void setTimeout(() => response.destroy(), 20)
  }
}

function send(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function completion(message: unknown, finish = 'stop', more: object = {}): object {
  return { choices: [{ index: 0, message, finish_reason: finish }], ...more }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
