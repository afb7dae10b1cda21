import { jsonrepair } from 'jsonrepair'
import { z } from 'zod'
import { type DetailTopic, detailTopics } from '../../domain/brief.ts'
import { visible } from '../../text/visible.ts'
import { linesToAnswer, linesToMended } from './answer-lines.ts'
import { escapeMarks } from './unescaped-marks.ts'

/** A sentence of a model's answer, and the numbers of the sentences that it cites, as the model wrote them. */
export interface AnsweredSentence {
  readonly text: string
  /** "3 5"; empty if there are none. */
  readonly from: string
}

/** A speaker and their statements in a model's answer. */
export interface AnsweredSpeaker {
  readonly name: string
  readonly standing: string
  readonly says: readonly AnsweredSentence[]
  /** The number of the sentence with the charge that the speaker answers; empty if there is none. */
  readonly answers: string
}

/** A brief as a model gave it, not yet compared with the articles. */
export interface AnsweredBrief {
  readonly headline: string
  readonly happened: readonly AnsweredSentence[]
  readonly speakers: readonly AnsweredSpeaker[]
  readonly details: readonly (AnsweredSentence & { readonly topic: DetailTopic })[]
}

/** A faulty sentence as mended by a model; its text is empty if the sentence is to be left out. */
export interface MendedSentence extends AnsweredSentence {
  /** The number of the fault, from 1. */
  readonly fault: number
  /** The speaker, if the sentence fills an omission; otherwise empty. */
  readonly name: string
}

export type ReadAnswer<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  /** Why it could not be read, for the log and the next attempt. */
  | { readonly kind: 'unreadable'; readonly reason: string }

/** The most items of each kind that are read; the rest are left out. */
const most = { sentences: 5, speakers: 14, says: 6, details: 4, mended: 20 } as const
const longest = 1_200

/** A sentence as models write one: a text, or an object with a text and its numbers. */
const sentenceSchema = z.union([z.string(), z.looseObject({ text: z.string(), from: z.unknown().optional() })])
const sentences = z.preprocess(
  (value) => (value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(sentenceSchema),
)
const label = z.preprocess((value) => (Array.isArray(value) ? value.join(' ') : (value ?? '')), z.coerce.string())
const name = z.preprocess((value) => value ?? '', z.string().max(300))

const answerSchema = z.object({
  check: z.string(),
  headline: z.string().max(400),
  happened: sentences,
  speakers: z.preprocess(
    (value) => value ?? [],
    z.array(z.looseObject({ name, standing: name.optional(), says: sentences, answers: label.optional() })),
  ),
  unknown: sentences,
  silences: sentences,
  context: sentences,
  why: sentences,
  next: sentences,
})
type Answer = z.infer<typeof answerSchema>

const mendedSchema = z.object({
  check: z.string(),
  mended: z.array(
    z.looseObject({
      fault: z.coerce.number(),
      name: name.optional(),
      text: name.or(z.string()),
      from: z.unknown().optional(),
    }),
  ),
})

/** JSON schemas, for endpoints that can enforce one. */
const texts = z.array(z.string())
export const answerJsonSchema: Readonly<Record<string, unknown>> = z.toJSONSchema(
  z.object({
    check: z.string(),
    headline: z.string(),
    happened: texts,
    speakers: z.array(
      z.object({ name: z.string(), standing: z.string(), says: texts, answers: z.string().nullable() }),
    ),
    unknown: texts,
    silences: texts,
    context: texts,
    why: texts,
    next: texts,
  }),
)
export const mendedJsonSchema: Readonly<Record<string, unknown>> = z.toJSONSchema(
  z.object({
    check: z.string(),
    mended: z.array(z.object({ fault: z.number(), name: z.string().nullable(), text: z.string() })),
  }),
)

/** Reads a model's answer as a brief, from JSON or lines. Its content is not trusted here; `verify` checks it. */
export function readAnswer(text: string, check: string): ReadAnswer<AnsweredBrief> {
  const parsed = parse(text, answerSchema, linesToAnswer)
  if (parsed.kind === 'unreadable') return parsed
  if (parsed.value.check.trim() !== check) return { kind: 'unreadable', reason: 'the answer is to another question' }
  return { kind: 'read', value: briefOf(parsed.value) }
}

/** Reads the sentences that a model mended. */
export function readMended(text: string, check: string): ReadAnswer<readonly MendedSentence[]> {
  const parsed = parse(text, mendedSchema, linesToMended)
  if (parsed.kind === 'unreadable') return parsed
  if (parsed.value.check.trim() !== check) return { kind: 'unreadable', reason: 'the answer is to another question' }
  const mended = parsed.value.mended.slice(0, most.mended).map((each) => {
    const [first] = readSentence(each.from === undefined ? each.text : { text: each.text, from: each.from })
    return { fault: each.fault, name: oneLine(each.name ?? ''), text: first?.text ?? '', from: first?.from ?? '' }
  })
  return { kind: 'read', value: mended }
}

function parse<Value>(text: string, schema: z.ZodType<Value>, fromLines: (bare: string) => unknown): ReadAnswer<Value> {
  const bare = visible(text)
    .replace(/^[\s\S]*?<\/think>/, '')
    .trim()
  if (bare === '') return { kind: 'unreadable', reason: 'the answer is empty' }
  const value = /^\W*CHECK\b/m.test(bare) && !/^\s*[{[]/.test(bare) ? fromLines(bare) : jsonIn(bare)
  if (value === undefined) return { kind: 'unreadable', reason: 'the answer is not JSON' }
  const { success, data, error } = schema.safeParse(value)
  if (success) return { kind: 'read', value: data }
  const [issue] = error.issues
  return { kind: 'unreadable', reason: `the answer lacks what was asked (${issue?.path.join('.') || 'all of it'})` }
}

/** Finds the JSON object in an answer, despite prose or code fences; repairs unclosed or unescaped quotation marks. */
function jsonIn(text: string): unknown {
  const start = text.search(/\{\s*['"“]/)
  const end = text.lastIndexOf('}')
  if (start < 0) return undefined
  const object = end > start ? text.slice(start, end + 1) : undefined
  if (object === undefined) return undefined
  for (const mend of [(json: string) => json, escapeMarks, jsonrepair]) {
    try {
      return JSON.parse(mend(object))
    } catch {
      // The next attempt may work.
    }
  }
  return undefined
}

function briefOf({ headline, happened, speakers, silences, ...rest }: Answer): AnsweredBrief {
  const topics: Readonly<Record<DetailTopic, Answer['happened']>> = { ...rest, silence: silences }
  return {
    headline: readSentence(headline)[0]?.text ?? '',
    happened: readSentences(happened).slice(0, most.sentences),
    speakers: speakers.slice(0, most.speakers).flatMap(({ name: who, standing, says, answers }) => {
      const stated = readSentences(says).slice(0, most.says)
      const named = oneLine(who)
      return named === '' || stated.length === 0
        ? []
        : [
            {
              name: named,
              standing: oneLine(standing ?? ''),
              says: stated,
              answers: /\d/.test(answers ?? '') ? (answers ?? '') : '',
            },
          ]
    }),
    details: detailTopics.flatMap((topic) =>
      readSentences(topics[topic])
        .slice(0, most.details)
        .map((sentence) => ({ ...sentence, topic })),
    ),
  }
}

function readSentences(list: Answer['happened']): AnsweredSentence[] {
  const all = list.flatMap(readSentence).filter(({ text }) => /\p{L}/u.test(text))
  return all.filter(({ text }, at) => all.findIndex((other) => other.text === text) === at)
}

const listed = String.raw`(?:\s*(?:\p{L}?\d{1,4})(?:\s*[-–]\s*\p{L}?\d{1,4})?\s*(?:[,;]|and)?)+`
/** Numbers in square brackets: “[3]”, “[A3, A5]”, “[3-5]”; in “(see [3])” only the inner bracket. */
const squareNumbers = new RegExp(String.raw`\s*[[【](${listed})[\]】]`, 'giu')
/** Numbers in round brackets, only at the end of a sentence: “Ana Ruiz (34) said” gives an age. */
const roundNumbers = new RegExp(String.raw`\s*\((${listed})\)(?=\s*(?:[.!?]|$))`, 'giu')

function numbersIn(text: string): RegExpExecArray[] {
  const square = [...text.matchAll(squareNumbers)]
  return square.length > 0 ? square : [...text.matchAll(roundNumbers)]
}

/** Splits a text into sentences, each ending with its numbers. A full stop after the numbers is moved before them. */
function readSentence(given: Answer['happened'][number]): AnsweredSentence[] {
  const text = (typeof given === 'string' ? given : given.text).slice(0, longest)
  const named = typeof given === 'string' ? '' : [given.from].flat().join(' ')
  const found: AnsweredSentence[] = []
  let at = 0
  for (const match of numbersIn(text)) {
    const stop = /^\s*([.!?]["”]?)/.exec(text.slice(match.index + match[0].length))?.[1] ?? ''
    const stated = oneLine(text.slice(at, match.index))
    const last = found.at(-1)
    at =
      match.index +
      match[0].length +
      (stop === '' ? 0 : text.slice(match.index + match[0].length).indexOf(stop) + stop.length)
    if (/\p{L}/u.test(stated)) found.push({ text: withStop(stated, stop), from: match[1] ?? '' })
    else if (last) found[found.length - 1] = { ...last, from: `${last.from} ${match[1] ?? ''}` }
  }
  const rest = oneLine(text.slice(at))
  if (/\p{L}/u.test(rest)) found.push({ text: rest, from: named || (found.at(-1)?.from ?? '') })
  return found.map((sentence) => (sentence.from === '' ? { ...sentence, from: named } : sentence))
}

function withStop(text: string, stop: string): string {
  return stop === '' || /[.!?]["”’)]*$/.test(text) ? text : `${text}${stop}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
