import { attribute } from '../../attribution/attribute.ts'
import { type ExplainedSentence, explain } from '../../attribution/explain.ts'
import { joinCarriedOn } from '../../attribution/joined.ts'
import type { Span } from '../../domain/article.ts'
import { type Attribution, speakerLabel } from '../../domain/claim.ts'
import { detectLanguage } from '../../language/detect.ts'
import { grammarFor, hasGrammar } from '../../language/grammars.ts'
import { isMeasured, notAccurateNote, notCheckedNote } from '../../language/measured.ts'
import { decodeText } from '../../text/decode.ts'
import { codePointOffsets } from '../../text/offsets.ts'
import { readParagraphs } from '../../text/paragraphs.ts'
import { seenIn } from '../../text/visible.ts'
import { printJson, printJsonLine, readInput, readJsonLines, textOf } from '../streams.ts'

/** How much of a quotation is shown if a rule applied to it, in characters. */
const longestShown = 24

export interface AttributeOptions {
  readonly jsonl?: boolean
  readonly json?: boolean
  /** True to show which rules found each attribution, and why it may be misread. */
  readonly explain?: boolean
  readonly offsets: 'utf16' | 'codepoint'
}

/** Finds who said what, in one text or in many given as JSON lines. */
export async function attributeCommand(
  file: string,
  { jsonl = false, json = false, explain: explains = false, offsets }: AttributeOptions,
): Promise<void> {
  if (jsonl) {
    for await (const line of readJsonLines(file)) {
      const text = textOf(line, 'text')
      const language = typeof line['language'] === 'string' ? line['language'] : detectLanguage(text)
      await printJsonLine({ id: line['id'], attributions: describe(text, { offsets, language, explains }) })
    }
    return
  }
  const text = decodeText(await readInput(file), '')
  if (text.startsWith('{"')) throw new Error(`${file} looks like JSON lines; to read it that way, add --jsonl`)
  const language = detectLanguage(text)
  if (json) return printJson({ id: file, attributions: describe(text, { offsets, language, explains }) })
  if (!isMeasured(language))
    process.stderr.write(`${hasGrammar(language) ? notAccurateNote(language) : notCheckedNote(language)}\n`)
  const { text: seen } = seenIn(text)
  if (explains && hasGrammar(language)) {
    for (const sentence of explain(seen, grammarFor(language))) process.stdout.write(explanationOf(sentence, seen))
    return
  }
  for (const attribution of attributionsIn(seen, language)) process.stdout.write(`${inWords(attribution, seen)}\n`)
}

/** Finds who said what; in a language without a grammar, only the words in quotation marks, without any names. */
function attributionsIn(text: string, language: string): Attribution[] {
  const grammar = grammarFor(language)
  if (hasGrammar(language)) return joinCarriedOn(attribute(text, grammar))
  return readParagraphs(text, grammar.text).flatMap(({ quotations }) =>
    quotations.map(({ inner }) => ({
      source: [],
      cue: [],
      content: [inner],
      quotes: [inner],
      venue: null,
      speaker: null,
      act: 'says' as const,
      negated: false,
      rules: [],
      doubts: [],
      form: 'direct' as const,
      within: null,
    })),
  )
}

interface Described {
  readonly offsets: AttributeOptions['offsets']
  readonly language: string
  readonly explains: boolean
}

function describe(text: string, { offsets, language, explains }: Described) {
  const seen = seenIn(text)
  const unitOffset = offsets === 'codepoint' ? codePointOffsets(text) : (at: number) => at
  const offset = (at: number) => unitOffset(seen.offset(at))
  const pairs = (spans: readonly Span[]) => spans.map(({ start, end }) => [offset(start), offset(end)])
  return attributionsIn(seen.text, language).map(
    ({ source, cue, content, speaker, act, negated, form, quotes, venue, within, rules, doubts }) => ({
      source: pairs(source),
      cue: pairs(cue),
      content: pairs(content),
      source_name: speaker && speakerLabel(speaker),
      speaker,
      act,
      negated,
      form,
      within,
      quotes: pairs(quotes),
      venue: venue && pairs([venue])[0],
      ...(explains ? { rules, doubts } : {}),
    }),
  )
}

function inWords({ speaker, act, negated, form, content }: Attribution, text: string): string {
  const words = content.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … ')
  return `${speaker ? speakerLabel(speaker) : '(unknown)'} [${negated ? 'not: ' : ''}${act}, ${form}]: ${words}`
}

/** A sentence, the rules that applied at its words, and what they found; empty if no rule applied. */
function explanationOf({ span, words, attributions }: ExplainedSentence, text: string): string {
  if (words.length === 0 && attributions.length === 0) return ''
  const lines = [
    text.slice(span.start, span.end).replace(/\s+/g, ' '),
    ...words.map(({ word, rules }) => `    ${word.slice(0, longestShown)}: ${rules.join('; ')}`),
    ...attributions.flatMap((attribution) => [
      `  → ${inWords(attribution, text)}`,
      `    found by: ${[...new Set(attribution.rules)].join('; ')}`,
      ...attribution.doubts.map((doubt) => `    withheld, ${doubt}`),
    ]),
  ]
  return `${lines.join('\n')}\n\n`
}
