import type { Span } from '../../../domain/article.ts'
import type { Paragraph } from '../../../text/paragraphs.ts'
import type { Token } from '../../../text/tokens.ts'
import type { Range } from '../../report.ts'
import { auxiliaries, isAdverb, isWordIn, looksFinite } from '../words/word-classes.ts'
import { phraseAfter } from './noun-phrases.ts'
import { subjectBefore } from './subjects.ts'

/**
 * The mention of whoever does what a verb group says, whatever the verb: its subject, or what stands behind it
 * where the verb comes first (“…,” fumed Ruiz). Undefined where these words are no verb, or no subject is plain.
 */
export function subjectOfCue(paragraphs: readonly Paragraph[], cue: Span): Span | undefined {
  const paragraph = paragraphs.find(({ span }) => span.start <= cue.start && cue.end <= span.end)
  const sentence = paragraph?.sentences.find(({ span }) => span.start <= cue.start && cue.start < span.end)
  if (!sentence) return undefined
  const { tokens } = sentence
  let from = tokens.findIndex(({ end }) => end > cue.start)
  const to = tokens.findIndex(({ end }) => end >= cue.end) + 1
  if (from < 0 || to <= from || !isVerbGroup(tokens, { from, to })) return undefined
  while (from > 0 && (isWordIn(tokens[from - 1], auxiliaries) || isAdverb(tokens[from - 1]))) from -= 1
  const source =
    subjectBefore(tokens, from) ?? (tokens[from - 1]?.kind === 'quotation' ? phraseAfter(tokens, to) : undefined)
  const [first, last] = [tokens[source?.from ?? -1], tokens[(source?.to ?? 0) - 1]]
  return first && last && { start: first.start, end: last.end }
}

function isVerbGroup(tokens: readonly Token[], { from, to }: Range): boolean {
  return tokens.slice(from, to).some((_, index) => looksFinite(tokens, from + index))
}
