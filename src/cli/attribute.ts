import { attribute } from '../attribution/attribute.ts'
import type { Span } from '../domain/article.ts'
import { type Attribution, speakerLabel } from '../domain/claim.ts'
import { decodeText } from '../text/decode.ts'
import { codePointOffsets } from '../text/offsets.ts'
import { seenIn } from '../text/visible.ts'
import { printJson, printJsonLine, readInput, readJsonLines, textOf } from './streams.ts'

export interface AttributeOptions {
  readonly jsonl?: boolean
  readonly json?: boolean
  readonly offsets: 'utf16' | 'codepoint'
}

/** Finds who said what: in one text, or in many given as JSON lines. */
export async function attributeCommand(
  file: string,
  { jsonl = false, json = false, offsets }: AttributeOptions,
): Promise<void> {
  if (jsonl) {
    for await (const line of readJsonLines(file)) {
      await printJsonLine({ id: line['id'], attributions: describe(textOf(line, 'text'), offsets) })
    }
    return
  }
  const text = decodeText(await readInput(file), '')
  if (text.startsWith('{"')) throw new Error(`${file} looks like JSON lines; add --jsonl to read it so`)
  if (json) return printJson({ id: file, attributions: describe(text, offsets) })
  const { text: seen } = seenIn(text)
  for (const attribution of attribute(seen)) process.stdout.write(`${inWords(attribution, seen)}\n`)
}

function describe(text: string, unit: 'utf16' | 'codepoint') {
  const seen = seenIn(text)
  const unitOffset = unit === 'codepoint' ? codePointOffsets(text) : (at: number) => at
  const offset = (at: number) => unitOffset(seen.offset(at))
  const pairs = (spans: readonly Span[]) => spans.map(({ start, end }) => [offset(start), offset(end)])
  return attribute(seen.text).map(({ source, cue, content, speaker, act, negated, form, quotes, venue, within }) => ({
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
  }))
}

function inWords({ speaker, act, negated, form, content }: Attribution, text: string): string {
  const words = content.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … ')
  return `${speaker ? speakerLabel(speaker) : '(unknown)'} [${negated ? 'not: ' : ''}${act}, ${form}]: ${words}`
}
