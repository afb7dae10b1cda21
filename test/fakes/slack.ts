import type { IncomingMessage, ServerResponse } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Site, startSite } from './site.ts'

/** The way in which a call goes wrong; if it `commits`, it first takes effect. */
export type SlackFault =
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'rate-limited'; readonly seconds: number }
  | { readonly kind: 'status'; readonly status: number; readonly commits: boolean }
  | { readonly kind: 'cut'; readonly commits: boolean }

export interface SlackCall {
  readonly method: string
  readonly token: string
  readonly args: Readonly<Record<string, unknown>>
}

export interface PostedMessage {
  readonly channel: string
  readonly ts: string
  readonly thread: string | null
  readonly text: string
  readonly blocks: readonly Block[]
  readonly metadata: unknown
  readonly team: string
}

type Block = Readonly<Record<string, unknown>> & { readonly type: string }

export interface FakeSlack {
  readonly url: string
  readonly calls: SlackCall[]
  readonly posted: PostedMessage[]
  /** The bodies sent to response_urls. */
  readonly responses: Record<string, unknown>[]
  /** The time of a message posted in a channel, in milliseconds since 1970. */
  now: (channel: string) => number
  /** Makes the next calls of a method go wrong in these ways, one each. */
  fail(method: string, ...faults: SlackFault[]): void
  /** Chooses how a call goes wrong, by its arguments; takes precedence over `fail`. */
  decide: (method: string, args: Readonly<Record<string, unknown>>) => SlackFault | undefined
  readonly admins: Set<string>
  readonly guests: Set<string>
  readonly creators: Map<string, string>
  /** Time zones of people. */
  readonly zones: Map<string, string>
  /** Channels that the app is not in. */
  readonly absent: Set<string>
  /** The members of each private channel. */
  readonly members: Map<string, readonly string[]>
  /** The people in each user group. */
  readonly groups: Map<string, readonly string[]>
  /** The channels that the app is in; empty means all. */
  readonly joined: Set<string>
  /** Sends to the newest Socket Mode connection, if there is one. */
  push(envelope: object): void
  /** The messages received over Socket Mode. */
  readonly acknowledged: Record<string, unknown>[]
  /** The number of Socket Mode connections opened so far. */
  readonly connected: () => number
  cutSockets(): void
  stop(): Promise<void>
}

/**
 * Starts a fake of Slack's documented Web API on loopback: it stores messages, enforces Slack's limits, and goes wrong
 * where a test says so. Tokens are "xoxb-" and a team.
 */
export async function startSlack(): Promise<FakeSlack> {
  const calls: SlackCall[] = []
  const posted: PostedMessage[] = []
  const responses: Record<string, unknown>[] = []
  const faults = new Map<string, SlackFault[]>()
  const admins = new Set<string>()
  const guests = new Set<string>()
  const creators = new Map<string, string>()
  const zones = new Map<string, string>()
  const absent = new Set<string>()
  const members = new Map<string, readonly string[]>()
  const groups = new Map<string, readonly string[]>()
  const joined = new Set<string>()
  let count = 0
  const acknowledged: Record<string, unknown>[] = []
  const sockets = new Set<WebSocket>()
  let connections = 0
  const socketServer = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise<void>((done) => socketServer.once('listening', () => done()))
  socketServer.on('connection', (socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('message', (raw: Buffer) =>
      acknowledged.push(JSON.parse(raw.toString('utf8')) as Record<string, unknown>),
    )
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
  })

  const act = (method: string, args: Record<string, unknown>, team: string): Record<string, unknown> => {
    switch (method) {
      case 'apps.connections.open':
        return { ok: true, url: `ws://127.0.0.1:${(socketServer.address() as { port: number }).port}` }
      case 'auth.test':
        return { ok: true, team_id: team, team: `Team ${team}`, user_id: 'UBOT', bot_id: 'BBOT' }
      case 'chat.postMessage':
      case 'chat.postEphemeral': {
        const channel = String(args['channel'])
        if (joined.size > 0 && !joined.has(channel) && !channel.startsWith('U'))
          return { ok: false, error: 'not_in_channel' }
        const problem = problemOf(args)
        if (problem) return { ok: false, error: problem }
        count += 1
        const ts = `${Math.floor(fake.now(channel) / 1_000)}.${String(count).padStart(6, '0')}`
        const thread = typeof args['thread_ts'] === 'string' ? args['thread_ts'] : null
        if (method === 'chat.postMessage')
          posted.push({
            channel,
            ts,
            thread,
            text: textOf(args['text']),
            blocks: parse(args['blocks']) as Block[],
            metadata: parse(args['metadata']),
            team,
          })
        return method === 'chat.postMessage' ? { ok: true, channel, ts } : { ok: true, message_ts: ts }
      }
      case 'chat.update': {
        const found = posted.findIndex(
          (each) => each.ts === args['ts'] && each.channel === args['channel'] && each.team === team,
        )
        const before = posted[found]
        if (!before) return { ok: false, error: 'message_not_found' }
        const problem = problemOf(args)
        if (problem) return { ok: false, error: problem }
        posted[found] = { ...before, text: textOf(args['text']), blocks: parse(args['blocks']) as Block[] }
        return { ok: true, channel: before.channel, ts: before.ts }
      }
      case 'conversations.history':
      case 'conversations.replies': {
        const thread = method === 'conversations.replies' ? String(args['ts']) : null
        const messages = posted
          .filter((each) => each.team === team && each.channel === args['channel'])
          .filter((each) => (thread === null ? each.thread === null : each.thread === thread || each.ts === thread))
        const listed = messages
          .filter(({ ts }) => Number(ts) >= Number(args['oldest'] ?? 0))
          .filter(({ ts }) => Number(ts) <= Number(args['latest'] ?? Number.POSITIVE_INFINITY))
          .map(({ ts, text, metadata }) => ({ ts, text, metadata }))
        // A channel's history starts with the newest message, a thread's replies with the oldest; both are paginated.
        const ordered = thread === null ? listed.toReversed() : listed
        const from = Number(args['cursor'] ?? 0)
        const to = from + Math.min(1_000, Number(args['limit'] ?? 100))
        const more = to < ordered.length
        return {
          ok: true,
          messages: ordered.slice(from, to),
          has_more: more,
          response_metadata: { next_cursor: more ? String(to) : '' },
        }
      }
      case 'blocks.validate': {
        const problem = problemOf(args)
        return problem ? { ok: false, error: 'invalid_blocks', errors: [{ message: problem }] } : { ok: true }
      }
      case 'users.info':
        return {
          ok: true,
          user: {
            id: args['user'],
            is_admin: admins.has(String(args['user'])),
            is_restricted: guests.has(String(args['user'])),
            tz: zones.get(String(args['user'])),
          },
        }
      case 'conversations.info': {
        const channel = String(args['channel'])
        if (/^[DG]/.test(channel) && !members.has(channel)) return { ok: false, error: 'channel_not_found' }
        const creator = creators.get(channel) ?? 'UNOBODY'
        const room = { is_private: members.has(channel), is_member: !absent.has(channel) }
        return { ok: true, channel: { id: channel, creator, ...room } }
      }
      case 'conversations.members': {
        const all = members.get(String(args['channel'])) ?? []
        const from = Number(args['cursor'] ?? 0)
        const to = from + Math.min(Number(args['limit'] ?? 100), 1_000)
        const next = to < all.length ? String(to) : ''
        return { ok: true, members: all.slice(from, to), response_metadata: { next_cursor: next } }
      }
      case 'usergroups.users.list':
        return { ok: true, users: groups.get(String(args['usergroup'])) ?? [] }
      case 'conversations.open':
        return { ok: true, channel: { id: `D${String(args['users'])}` } }
      case 'views.open':
      case 'views.publish':
        return { ok: true, view: { id: 'V1' } }
      case 'oauth.v2.access':
        return args['code'] === 'good'
          ? {
              ok: true,
              access_token: 'xoxb-TNEW',
              team: { id: 'TNEW', name: 'New team' },
              authed_user: { id: 'UINST' },
            }
          : { ok: false, error: 'invalid_code' }
      default:
        return { ok: false, error: 'unknown_method' }
    }
  }

  const site: Site = await startSite((request, response) => {
    void (async () => {
      const body = await read(request)
      const path = request.url ?? ''
      if (path.startsWith('/files')) {
        if (request.headers.authorization !== 'Bearer xoxb-T1') return void response.writeHead(403).end()
        return void response.end(path.endsWith('.opml') ? '<opml version="2.0"><body></body></opml>' : 'no list')
      }
      if (path.startsWith('/response')) {
        responses.push(JSON.parse(body) as Record<string, unknown>)
        return void response.writeHead(200).end('ok')
      }
      const method = path.replace(/^\/api\//, '').split('?')[0] ?? ''
      const args = argsOf(request, body)
      const token = (request.headers.authorization ?? '').replace('Bearer ', '') || textOf(args['token'])
      const team = token.replace('xoxb-', '') || 'T0'
      calls.push({ method, token, args })
      const fault = fake.decide(method, args) ?? faults.get(method)?.shift()
      answer({ fault, act: () => act(method, args, team) }, response)
    })()
  })

  const fake: FakeSlack = {
    url: site.url('/api'),
    calls,
    posted,
    responses,
    admins,
    guests,
    creators,
    zones,
    absent,
    members,
    groups,
    joined,
    decide: () => undefined,
    now: () => Date.now(),
    fail: (method, ...more) => void faults.set(method, [...(faults.get(method) ?? []), ...more]),
    push: (envelope) => [...sockets].at(-1)?.send(JSON.stringify(envelope)),
    acknowledged,
    connected: () => connections,
    cutSockets: () => {
      for (const socket of sockets) socket.terminate()
    },
    stop: async () => {
      for (const socket of sockets) socket.terminate()
      socketServer.close()
      await site.stop()
    },
  }
  return fake
}

function answer(
  { fault, act }: { readonly fault: SlackFault | undefined; readonly act: () => Record<string, unknown> },
  response: ServerResponse,
): void {
  const json = (status: number, body: object, headers: Record<string, string> = {}) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  switch (fault?.kind) {
    case undefined:
      return json(200, act())
    case 'error':
      return json(200, { ok: false, error: fault.error })
    case 'rate-limited':
      return json(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.seconds) })
    case 'status':
      if (fault.commits) act()
      return void response.writeHead(fault.status).end('oops')
    case 'cut':
      if (fault.commits) act()
      return void response.socket?.destroy()
  }
}

interface Menu {
  readonly options: readonly {
    readonly text: { readonly text: string }
    readonly value: string
    readonly url?: string
  }[]
}

function problemOfOptions({ options }: Menu, type: 'overflow' | 'static_select'): string | undefined {
  const most = type === 'overflow' ? 5 : 100
  const isWrong = options.some(
    ({ text: { text }, value, url = '' }) =>
      text === '' || text.length > 75 || value === '' || value.length > 150 || url.length > 3_000,
  )
  return options.length === 0 || options.length > most || isWrong ? 'invalid_blocks' : undefined
}

/** Checks a message against Slack's documented limits, and for content that we must never send. */
export function problemOf(args: Readonly<Record<string, unknown>>): string | undefined {
  const blocks = parse(args['blocks']) as Block[] | undefined
  const text = textOf(args['text'])
  if (!blocks && text === '') return 'no_text'
  if (text.length > 4_000 || /<[!@#]|<https?:[^>]*>/.test(text)) return 'msg_too_long'
  if (!blocks) return undefined
  if (blocks.length > 50) return 'invalid_blocks'
  let characters = 0
  let bad: string | undefined
  const look = (value: unknown, parent: string): void => {
    if (typeof value !== 'object' || value === null) return
    const { type, text: inner, elements, url } = value as Record<string, unknown>
    if (type === 'mrkdwn') bad = 'mrkdwn holds words that are not ours'
    if (['link'].includes(String(type)) && !/^https?:\/\//.test(String(url))) bad = 'invalid_blocks'
    if (type === 'text' && (typeof inner !== 'string' || inner === '')) bad = 'invalid_blocks'
    if (type === 'plain_text' && (typeof inner !== 'string' || inner === '' || inner.length > 3_000))
      bad = 'invalid_blocks'
    if (type === 'header' && (inner as { text: string }).text.length > 150) bad = 'invalid_blocks'
    if (type === 'context' && (elements as unknown[]).length > 10) bad = 'invalid_blocks'
    if (type === 'actions' && (elements as unknown[]).length > 25) bad = 'invalid_blocks'
    if (type === 'overflow' || type === 'static_select') bad ??= problemOfOptions(value as Menu, type)
    if (type === 'button' && ((value as { value?: string }).value ?? '').length > 2_000) bad = 'invalid_blocks'
    if (typeof inner === 'string') {
      characters += inner.length
      if (/\p{Surrogate}/u.test(inner)) bad = 'a character is cut in two'
    }
    for (const [key, each] of Object.entries(value)) look(each, key || parent)
  }
  look(blocks, '')
  if (characters > 12_000) return 'msg_blocks_too_long'
  return bad
}

function argsOf(request: IncomingMessage, body: string): Record<string, unknown> {
  if ((request.headers['content-type'] ?? '').startsWith('application/json'))
    return JSON.parse(body || '{}') as Record<string, unknown>
  return Object.fromEntries(new URLSearchParams(body))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function parse(value: unknown): unknown {
  return typeof value === 'string' ? (JSON.parse(value) as unknown) : value
}

async function read(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
