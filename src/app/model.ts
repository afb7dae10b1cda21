import { fileURLToPath } from 'node:url'
import type { Endpoint, Format } from '../adapters/llm/endpoint.ts'
import type { Clock, Log } from '../ports.ts'
import type { ModelFormatStore } from '../store/model-formats.ts'
import type { ModelServices } from '../writing/model-writer.ts'
import { type Config, usesModel } from './config.ts'

/** The part of `compose.ts` that concerns models. */

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const clock: Clock = { now: () => new Date().toISOString() }

export interface ModelSetup {
  readonly spend: ModelServices['spend']
  readonly log: Log
  /** The formats that endpoints were found to take; absent if nothing is stored. */
  readonly formats?: Pick<ModelFormatStore, 'find' | 'save'>
  /** True to find out at once what the endpoint takes; otherwise the first brief does. */
  readonly probes?: boolean
  /** Aborts when the process ends. Late answers are taken until then, or not at all if it is absent. */
  readonly shutdown?: AbortSignal
}

/** What the model writer needs; undefined if no model is set. How to hold the model to JSON is found out once. */
export async function openModelServices(
  config: Config,
  { spend, log, formats, probes = false, shutdown }: ModelSetup,
): Promise<ModelServices | undefined> {
  const name = config.OPENAI_MODEL
  if (!usesModel(config) || name === null) return undefined
  const { readPromptFiles } = await import('../adapters/llm/prompts.ts')
  const { promptsFrom } = await import('../brief/answer/prompt.ts')
  const { isFormat } = await import('../adapters/llm/endpoint.ts')
  const files = readPromptFiles(fileURLToPath(new URL('../../prompts', import.meta.url)))
  const prompts = promptsFrom(files)
  const known = await formats?.find(config.OPENAI_BASE_URL, name)
  const endpoint = config.OPENAI_BASE_URL
  // The database may be closed by then, after a single command.
  const remember = (format: Format) =>
    void formats?.save({ endpoint, model: name, format }, clock.now()).catch(() => undefined)
  const model = await openModel(config, {
    model: name,
    log,
    shutdown,
    remember,
    format: isFormat(known) ? known : undefined,
  })
  if (probes && !known) void probeOnce(model, { remember, log })
  return {
    model,
    provider: new URL(config.OPENAI_BASE_URL).host,
    prompts,
    spend,
    clock,
    deadlineMs: config.ONRECORD_MODEL_SECONDS * 1_000,
    caps: tokenCaps(config),
    secondReader: await openSecondReader(config, log),
  }
}

/** Opens the second reader of a model's sentences, if one is set. */
async function openSecondReader({ ONRECORD_SECOND_READER_URL: url }: Config, log: Log) {
  if (url === null) return undefined
  const { createSecondReader } = await import('../adapters/llm/second-reader.ts')
  return createSecondReader(url, log)
}

async function openModel(
  config: Config,
  {
    model,
    log,
    format,
    remember,
    shutdown,
  }: {
    readonly model: string
    readonly log: Log
    readonly format: Format | undefined
    readonly remember?: (format: Format) => void
    readonly shutdown?: AbortSignal | undefined
  },
): Promise<Endpoint> {
  const { Endpoint: Model } = await import('../adapters/llm/endpoint.ts')
  const { countModelTokens } = await import('../adapters/llm/tokens.ts')
  const apiKey = config.OPENAI_API_KEY ?? 'none'
  return new Model({
    baseUrl: config.OPENAI_BASE_URL,
    apiKey,
    model,
    count: countModelTokens,
    log,
    shutdown,
    limits: { deadlineMs: config.ONRECORD_MODEL_SECONDS * 1_000, concurrency: requestsAtOnce(config) },
    ...(format ? { format } : {}),
    ...(remember ? { remember } : {}),
  })
}

/** A hosted model answers many requests at once; one on this machine or its network slows down with each. */
function requestsAtOnce({ ONRECORD_MODEL_REQUESTS: set, OPENAI_BASE_URL: url }: Config): number {
  if (set !== null) return set
  const { hostname } = new URL(url)
  const isNear =
    /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|\[f[cd])/.test(hostname) ||
    /\.(?:local|lan|internal|localhost)$/.test(hostname) ||
    !hostname.includes('.')
  return isNear ? 1 : 8
}

/** Runs in the background; what it does not find out, the first brief does. */
async function probeOnce(
  model: Endpoint,
  { remember, log }: { readonly remember: (format: Format) => void; readonly log: Log },
): Promise<void> {
  const { probe } = await import('../adapters/llm/probe.ts')
  const fault = await probe(model)
  if (fault !== null) return log.warn('model-fault', { model: model.name, reason: fault })
  remember(model.format)
}

/** Asks the model a short question, and returns what is wrong with it, if anything; undefined if no model is set. */
export async function probeModel(config: Config): Promise<{ readonly fault: string | null } | undefined> {
  const name = config.OPENAI_MODEL
  if (!usesModel(config) || name === null) return undefined
  const { probe } = await import('../adapters/llm/probe.ts')
  return { fault: await probe(await openModel(config, { model: name, log: silent, format: undefined })) }
}

/** The most tokens per day, from the settings. */
export function tokenCaps(config: Config) {
  return { installation: config.ONRECORD_DAILY_TOKENS, workspace: config.ONRECORD_WORKSPACE_TOKENS }
}

/** Prices of a million tokens; null unless both are set. */
export function tokenPrices({ ONRECORD_PRICE_READ: read, ONRECORD_PRICE_WRITTEN: written }: Config) {
  return read !== null && written !== null ? { read, written } : null
}
