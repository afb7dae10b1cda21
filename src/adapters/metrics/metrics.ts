import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

/** The figures, measured afresh for each scrape. */
export interface Measured {
  readonly editions: readonly { readonly state: string; readonly count: number }[]
  readonly lagSeconds: number
  readonly feeds: Readonly<Record<string, number>>
  readonly unread: number
  readonly briefs: readonly { readonly asked: string; readonly writer: string; readonly count: number }[]
  readonly tokens: Readonly<Record<string, number>>
  readonly reports: number
  /** The number of waiting jobs, by kind. */
  readonly queue: Readonly<Record<string, number>>
  /** When this process last finished a round, in seconds since 1970; 0 before the first. */
  readonly lastTick: number
}

/** Metrics in Prometheus text format, including the process's, such as the lag of the event loop. */
export function createMetrics(measure: () => Promise<Measured>): () => Promise<string> {
  const registers = [new Registry()]
  collectDefaultMetrics({ register: registers[0] as Registry })
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge<Label>({ name: `onrecord_${name}`, help, labelNames, registers })
  const editions = gauge('editions', 'Editions kept, by state', ['state'])
  const lag = gauge(
    'edition_lag_seconds',
    'Age of the oldest edition that is due and neither settled nor with its editors',
  )
  const feeds = gauge('feeds', 'Feeds followed, by status', ['state'])
  const unread = gauge('entries_unread', 'Pages that were announced and are still to be read')
  const briefs = gauge('briefs', 'Briefs kept, by who was asked first and who wrote them', ['asked', 'writer'])
  const tokens = gauge('model_tokens_today', 'Model tokens today (UTC)', ['state'])
  const reports = gauge('mistake_reports', 'Mistakes that readers have reported')
  const queue = gauge('queue_jobs', 'Jobs waiting, by kind', ['kind'])
  const round = gauge('last_round_timestamp_seconds', 'When this process last did everything that was due')
  return async () => {
    const measured = await measure()
    for (const each of [editions, feeds, briefs, tokens, queue]) each.reset()
    for (const { state, count } of measured.editions) editions.set({ state }, count)
    for (const { asked, writer, count } of measured.briefs) briefs.set({ asked, writer }, count)
    for (const [state, count] of Object.entries(measured.feeds)) feeds.set({ state }, count)
    for (const [state, count] of Object.entries(measured.tokens)) tokens.set({ state }, count)
    for (const [kind, count] of Object.entries(measured.queue)) queue.set({ kind }, count)
    lag.set(measured.lagSeconds)
    unread.set(measured.unread)
    reports.set(measured.reports)
    round.set(measured.lastTick)
    return await (registers[0] as Registry).metrics()
  }
}
