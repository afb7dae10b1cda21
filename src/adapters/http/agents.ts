import { Agent, type Dispatcher } from 'undici'

/** How many agents share the hosts, as each goes through all hosts that it knows whenever a connection ends. */
const shards = 32
/** How long an unused connection stays open, in milliseconds: until the next turn with its host. */
const idleMs = 2_000

/** Connections to hosts: one per host for requests made in turn, as many as needed if a person waits. */
export class Agents {
  readonly #asked: Agent
  readonly #inTurn: readonly Agent[]

  constructor(options: Agent.Options) {
    this.#asked = new Agent(options)
    this.#inTurn = Array.from(
      { length: shards },
      () => new Agent({ ...options, connections: 1, keepAliveTimeout: idleMs, keepAliveMaxTimeout: idleMs }),
    )
  }

  for(host: string, isAsked: boolean): Dispatcher {
    return (isAsked ? undefined : this.#inTurn[shardOf(host)]) ?? this.#asked
  }

  async close(): Promise<void> {
    await Promise.all([this.#asked, ...this.#inTurn].map(async (agent) => await agent.close()))
  }
}

function shardOf(host: string): number {
  let sum = 0
  for (let at = 0; at < host.length; at++) sum = (sum * 31 + host.charCodeAt(at)) % shards
  return sum
}
