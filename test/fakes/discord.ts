import type { IncomingMessage, ServerResponse } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { type Site, startSite } from './site.ts'

/** The way in which a request goes wrong; if it `commits`, it first takes effect. */
export type DiscordFault =
  | { readonly kind: 'error'; readonly status: number; readonly code: number }
  | { readonly kind: 'rate-limited'; readonly seconds: number }
  | { readonly kind: 'status'; readonly status: number; readonly commits: boolean }
  | { readonly kind: 'cut'; readonly commits: boolean }

export interface DiscordCall {
  readonly method: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface DiscordPost {
  readonly id: string
  readonly channel: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface DiscordChannel {
  readonly type?: number
  readonly flags?: number
  readonly guild_id?: string
  readonly parent_id?: string
  readonly permission_overwrites?: readonly { readonly id: string; readonly allow: string; readonly deny: string }[]
  /** The people added to a private thread. */
  readonly members?: readonly string[]
}

export interface FakeDiscord {
  readonly url: string
  readonly calls: DiscordCall[]
  readonly posted: DiscordPost[]
  readonly forums: Set<string>
  /** Channels whose details differ from the defaults. */
  readonly channels: Map<string, DiscordChannel>
  /** The roles of every server besides @everyone; `rolesOf` holds each member's roles. */
  readonly roles: { readonly id: string; readonly permissions: string }[]
  readonly rolesOf: Map<string, readonly string[]>
  /** The person who added the app, by server. */
  readonly installers: Map<string, string>
  /** The registered commands. */
  commands: readonly object[]
  /** Makes the next requests whose method and path match go wrong in these ways, one each. */
  fail(path: RegExp, ...faults: DiscordFault[]): void
  /** Chooses how a request goes wrong; takes precedence over `fail`. */
  decide: (call: DiscordCall) => DiscordFault | undefined
  /** True to limit each channel to five messages in five seconds, with Discord's rate-limit headers. */
  limited: boolean
  /** The number of messages refused by the rate limit. */
  readonly refused: () => number
  /** Sends an event to every connection. */
  dispatch(event: string, data: object): void
  /** The number of new sessions so far. */
  readonly identified: () => number
  /** While true, heartbeats and other messages get no answer. */
  fallSilent(silent: boolean): void
  /** While true, new connections are refused. */
  away(away: boolean): void
  cutSockets(): void
  stop(): Promise<void>
}

/**
 * Starts a fake of Discord's documented REST API and gateway on loopback: it stores messages, honours nonces, enforces
 * limits, and goes wrong where a test says so.
 */
export async function startDiscord(): Promise<FakeDiscord> {
  const calls: DiscordCall[] = []
  const posted: DiscordPost[] = []
  const forums = new Set<string>()
  const installers = new Map<string, string>()
  const channels = new Map<string, DiscordChannel>()
  const roles: { readonly id: string; readonly permissions: string }[] = []
  const rolesOf = new Map<string, readonly string[]>()
  const threads = new Map<string, string>()
  const faults: { path: RegExp; fault: DiscordFault }[] = []
  const state = {
    commands: [] as readonly object[],
    next: (BigInt(Date.now() - 1_420_070_400_000) << 22n) + 1_000n,
    identified: 0,
    silent: false,
    away: false,
  }
  const nextId = () => String((state.next += 1n))

  const sockets = new Set<WebSocket>()
  const gateway = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await new Promise<void>((done) => gateway.once('listening', () => done()))
  const gatewayUrl = `ws://127.0.0.1:${(gateway.address() as { port: number }).port}`
  let sequence = 0
  gateway.on('connection', (socket) => {
    if (state.away) return socket.terminate()
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 200 } }))
    socket.on('message', (raw: Buffer) => {
      const { op } = JSON.parse(raw.toString('utf8')) as { op: number }
      if (state.silent) return
      if (op === 1) socket.send(JSON.stringify({ op: 11 }))
      if (op === 2 || op === 6) {
        if (op === 2) state.identified += 1
        const ready = {
          v: 10,
          user: { id: '1', username: 'Onrecord', discriminator: '0' },
          guilds: [],
          session_id: 's',
          resume_gateway_url: gatewayUrl,
          application: { id: '2', flags: 0 },
        }
        socket.send(
          JSON.stringify({ op: 0, t: op === 2 ? 'READY' : 'RESUMED', s: (sequence += 1), d: op === 2 ? ready : {} }),
        )
      }
    })
  })

  const keep = (channel: string, body: Record<string, unknown>, id = nextId()): Answer => {
    const problem = problemOf(body)
    if (problem) return { status: 400, body: { code: 50_035, message: problem } }
    const again = posted.find(
      (each) => each.channel === channel && each.body['nonce'] !== undefined && each.body['nonce'] === body['nonce'],
    )
    if (again && body['enforce_nonce'] === true) return { status: 200, body: { id: again.id } }
    posted.push({ id, channel, body })
    return { status: 200, body: { id } }
  }

  const act = ({ method, path, body }: DiscordCall): Answer => {
    const parts = path.split('?')[0]?.split('/').filter(Boolean) ?? []
    const [kind = '', id = '', what = '', which = '', more = ''] = parts
    if (kind === 'gateway')
      return {
        status: 200,
        body: {
          url: gatewayUrl,
          shards: 1,
          session_start_limit: { total: 1_000, remaining: 999, reset_after: 1, max_concurrency: 1 },
        },
      }
    if (kind === 'applications') {
      if (id === '@me') return { status: 200, body: { id: '200000000000000000', name: 'Onrecord' } }
      if (method === 'PUT') state.commands = body as unknown as readonly object[]
      return { status: 200, body: state.commands }
    }
    if (kind === 'interactions' || kind === 'webhooks') return { status: 200, body: { id: nextId() } }
    if (kind === 'users') return { status: 200, body: { id: `dm-${String(body['recipient_id'])}` } }
    if (kind === 'guilds' && what === 'audit-logs')
      return {
        status: 200,
        body: { audit_log_entries: installers.has(id) ? [{ user_id: installers.get(id), target_id: '2' }] : [] },
      }
    if (kind === 'guilds' && what === '')
      return {
        status: 200,
        body: { id, name: 'Server', owner_id: 'OWNER', roles: [{ id, permissions: String(1 << 10) }, ...roles] },
      }
    if (kind === 'guilds' && what === 'members')
      return rolesOf.has(which)
        ? { status: 200, body: { user: { id: which }, roles: rolesOf.get(which) } }
        : { status: 404, body: { code: 10_007 } }
    if (kind === 'guilds')
      return {
        status: 200,
        body: { threads: [...threads].map(([thread, parent]) => ({ id: thread, parent_id: parent })) },
      }
    if (kind === 'channels' && what === '')
      return {
        status: 200,
        body: {
          id,
          type: forums.has(id) ? 15 : 0,
          guild_id: 'G1',
          permission_overwrites: [],
          ...channels.get(id),
        },
      }
    if (kind === 'channels' && what === 'thread-members')
      return channels.get(id)?.members?.includes(which)
        ? { status: 200, body: { id, user_id: which } }
        : { status: 404, body: { code: 10_007 } }
    if (kind === 'channels' && what === 'messages' && method === 'GET') {
      const here = posted.filter((each) => each.channel === id).toReversed()
      const asked = new URLSearchParams(path.split('?')[1] ?? '')
      const since = here.filter((each) => BigInt(each.id) > BigInt(asked.get('after') ?? 0))
      // With `after`, Discord returns the earliest messages after that one, but newest first.
      const page = since.slice(-Math.min(100, Number(asked.get('limit') ?? 50)))
      const found = which ? here.filter((each) => each.id === which) : page
      const listed = found.map((each) => ({ id: each.id, components: each.body['components'] }))
      return which
        ? listed[0]
          ? { status: 200, body: listed[0] }
          : { status: 404, body: { code: 10_008 } }
        : { status: 200, body: listed }
    }
    if (kind === 'channels' && what === 'messages' && method === 'PATCH') {
      const found = posted.findIndex((each) => each.channel === id && each.id === which)
      const problem = problemOf(body)
      if (found < 0) return { status: 404, body: { code: 10_008 } }
      if (problem) return { status: 400, body: { code: 50_035, message: problem } }
      posted[found] = { id: which, channel: id, body }
      return { status: 200, body: { id: which } }
    }
    if (kind === 'channels' && what === 'messages' && more === 'threads') {
      if (threads.has(which))
        return { status: 400, body: { code: 160_004, message: 'A thread has already been created for this message' } }
      threads.set(which, id)
      return { status: 200, body: { id: which } }
    }
    if (kind === 'channels' && what === 'messages')
      return forums.has(id) ? { status: 400, body: { code: 50_008 } } : keep(id, body)
    if (kind === 'channels' && what === 'threads' && which === 'archived') return { status: 200, body: { threads: [] } }
    if (kind === 'channels' && what === 'threads') {
      const thread = nextId()
      const kept = keep(thread, body['message'] as Record<string, unknown>, thread)
      if (kept.status === 200) threads.set(thread, id)
      return kept
    }
    return { status: 404, body: { code: 0, message: 'unknown route' } }
  }

  const buckets = new Map<string, number[]>()
  let refused = 0
  /** Takes a place in a channel's rate-limit bucket, if the call needs one. */
  const takeFrom = ({ method, path }: DiscordCall): Bucket | undefined => {
    const channel = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1]
    if (method !== 'POST' || !channel) return undefined
    const times = (buckets.get(channel) ?? []).filter((at) => at > performance.now() - bucketMs)
    const resetAfter = ((times[0] ?? performance.now()) + bucketMs - performance.now()) / 1_000
    const taken = times.length < bucketSize
    if (taken) times.push(performance.now())
    buckets.set(channel, times)
    return { taken, remaining: bucketSize - times.length, resetAfter, name: `messages-${channel}` }
  }

  const site: Site = await startSite((request, response) => {
    void (async () => {
      const text = await read(request)
      const path = (request.url ?? '').replace(/^\/api\/v10/, '')
      const call = {
        method: request.method ?? '',
        path,
        body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
      }
      calls.push(call)
      const at = faults.findIndex((each) => each.path.test(`${call.method} ${path}`))
      const [fault] = at < 0 ? [] : faults.splice(at, 1)
      const bucket = fake.limited ? takeFrom(call) : undefined
      if (bucket && !bucket.taken) refused += 1
      answer({ fault: fake.decide(call) ?? fault?.fault, bucket, act: () => act(call) }, response)
    })()
  })
  const fake: FakeDiscord = {
    url: site.url('/api'),
    decide: () => undefined,
    limited: false,
    refused: () => refused,
    calls,
    posted,
    forums,
    channels,
    roles,
    rolesOf,
    installers,
    get commands() {
      return state.commands
    },
    set commands(value) {
      state.commands = value
    },
    fail: (path, ...more) => void faults.push(...more.map((fault) => ({ path, fault }))),
    dispatch: (event, data) => {
      for (const socket of sockets) socket.send(JSON.stringify({ op: 0, t: event, s: (sequence += 1), d: data }))
    },
    identified: () => state.identified,
    fallSilent: (silent) => {
      state.silent = silent
    },
    away: (away) => {
      state.away = away
    },
    cutSockets: () => {
      for (const socket of sockets) socket.terminate()
    },
    stop: async () => {
      for (const socket of sockets) socket.terminate()
      gateway.close()
      await site.stop()
    },
  }
  return fake
}

const bucketSize = 5
const bucketMs = 5_000

interface Bucket {
  readonly taken: boolean
  readonly remaining: number
  readonly resetAfter: number
  readonly name: string
}

interface Answer {
  readonly status: number
  readonly body: object
}

function answer(
  {
    fault,
    bucket,
    act,
  }: { readonly fault: DiscordFault | undefined; readonly bucket: Bucket | undefined; readonly act: () => Answer },
  response: ServerResponse,
): void {
  const json = (status: number, body: object, headers: Record<string, string> = {}) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...limitHeaders(bucket), ...headers })
      .end(JSON.stringify(body))
  if (bucket && !bucket.taken)
    return json(
      429,
      { message: 'slow down', retry_after: bucket.resetAfter, global: false },
      { 'x-ratelimit-scope': 'user', 'retry-after': String(bucket.resetAfter) },
    )
  switch (fault?.kind) {
    case undefined: {
      const { status, body } = act()
      return json(status, body)
    }
    case 'error':
      return json(fault.status, { code: fault.code, message: 'no' })
    case 'rate-limited':
      return json(
        429,
        { message: 'slow down', retry_after: fault.seconds, global: false },
        { 'retry-after': String(fault.seconds), 'x-ratelimit-scope': 'user' },
      )
    case 'status':
      if (fault.commits) act()
      return void response.writeHead(fault.status).end('oops')
    case 'cut':
      if (fault.commits) act()
      return void response.socket?.destroy()
  }
}

function limitHeaders(bucket: Bucket | undefined): Record<string, string> {
  if (!bucket) return {}
  return {
    'x-ratelimit-limit': String(bucketSize),
    'x-ratelimit-remaining': String(bucket.remaining),
    'x-ratelimit-reset-after': String(bucket.resetAfter),
    'x-ratelimit-bucket': bucket.name,
  }
}

interface Component {
  readonly type: number
  readonly content?: string
  readonly custom_id?: string
  readonly label?: string
  readonly url?: string
  readonly options?: readonly { readonly label: string; readonly value: string }[]
  readonly components?: readonly Component[]
}

/** Checks a message against Discord's documented limits, and that it cannot mention anyone. */
export function problemOf(body: Readonly<Record<string, unknown>>): string | undefined {
  const { content, embeds, components, flags, allowed_mentions: mentions } = body
  if (JSON.stringify(mentions) !== '{"parse":[]}') return 'somebody could be mentioned'
  if (((Number(flags ?? 0) >> 15) & 1) === 0)
    return typeof content === 'string' && content !== '' && content.length <= 2_000 && !components
      ? undefined
      : 'content'
  // A message that consists of components can have no other text.
  if ((content ?? null) !== null || (embeds ?? null) !== null) return 'text beside components'
  const all = everyOne(components as readonly Component[])
  if (all.length === 0) return 'empty'
  if (all.length > 40) return 'components'
  const texts = all.flatMap((each) => each.content ?? [])
  if (texts.some((each) => each.trim() === '')) return 'an empty text'
  if (texts.reduce((sum, each) => sum + each.length, 0) > 4_000) return 'characters'
  if (texts.reduce((sum, each) => sum + Buffer.byteLength(each) + 12, 0) > 10_170) return 'bytes'
  if (/\p{Surrogate}/u.test(JSON.stringify(components))) return 'a character is cut in two'
  const ids = all.flatMap(({ custom_id: id }) => id ?? [])
  if (new Set(ids).size < ids.length) return 'two components of one id'
  return all.map(problemOfComponent).find((problem) => problem !== undefined)
}

function everyOne(components: readonly Component[]): Component[] {
  return components.flatMap((each) => [each, ...everyOne(each.components ?? [])])
}

function problemOfComponent({ type, components = [], ...given }: Component): string | undefined {
  const { custom_id: id = '', label = '', url = '', options = [] } = given
  if (id.length > 100 || url.length > 512) return 'a component'
  if (type === 1 && (components.length === 0 || components.length > 5)) return 'a row'
  if (type === 1 && components.some((each) => each.type === 3) && components.length > 1) return 'a menu beside others'
  if (type === 17 && components.length === 0) return 'an empty box'
  if (type === 2 && (label === '' || label.length > 80 || (id === '') === (url === ''))) return 'a button'
  if (type === 3 && (options.length === 0 || options.length > 25)) return 'a menu'
  if (options.some((each) => each.label === '' || each.label.length > 100 || each.value.length > 100))
    return 'an option'
  return undefined
}

async function read(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
