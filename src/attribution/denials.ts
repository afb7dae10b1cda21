import { type Span, sliceSpan } from '../domain/article.ts'
import { type Act, type Attribution, isDenial, speakerName } from '../domain/claim.ts'
import type { Grammar } from '../language/grammar.ts'
import { countBefore } from '../text/ordered.ts'
import type { Paragraph } from '../text/paragraphs.ts'

/** The most paragraphs between a statement and one that it contradicts. */
const farthest = 2
/** How many earlier statements each one is compared with. */
const mostBefore = 8
/** These acts say how something was said, not whether it was denied. */
const neutral: ReadonlySet<Act> = new Set(['says', 'criticizes'])

interface Read {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
}

/** A text with the data for measuring how near its statements are, computed once. */
interface Near {
  readonly text: string
  readonly grammar: Grammar
  readonly attributions: readonly Attribution[]
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Span[]
}

/** Marks statements as denials if their own words deny something: “said no such message had come”. */
export function withDenials(
  attributions: readonly Attribution[],
  { text, paragraphs }: Read,
  grammar: Grammar,
): Attribution[] {
  const near: Near = {
    text,
    grammar,
    attributions,
    paragraphs: paragraphs.map(({ span }) => span),
    sentences: paragraphs.flatMap(({ sentences }) => sentences.map(({ span }) => span)),
  }
  return attributions.map((each, index) => {
    if (!neutral.has(each.act) || each.negated || each.content.length === 0) return each
    const denial = grammar.speech.denialIn({
      content: textOf(each.content, text),
      cue: verbOf(each, text),
      before: () => saidBefore(index, near),
      goesOn: followsDenial(index, near),
    })
    return denial ? { ...each, act: denial.found, rules: [...each.rules, denial.rule] } : each
  })
}

/** Returns true if a statement follows its speaker's “denied it” in the same sentence, or the next of the paragraph. */
function followsDenial(index: number, { text, grammar, attributions, paragraphs, sentences }: Near): boolean {
  const [each, previous] = [attributions[index], attributions[index - 1]]
  if (!each?.speaker || !previous?.speaker || !isBareDenial(previous, text, grammar)) return false
  const [one, other] = [previous, each].map(({ content }) => content[0]?.start ?? 0)
  if (one === undefined || other === undefined) return false
  return (
    grammar.names.sameSpeaker(speakerName(previous.speaker), speakerName(each.speaker)) &&
    countBefore(sentences, other + 1) - countBefore(sentences, one + 1) <= 1 &&
    countBefore(paragraphs, one + 1) === countBefore(paragraphs, other + 1)
  )
}

/** Returns true if a denial does not say what is denied: “denied it”, “rejected the claim”. */
export function isBareDenial({ act, content }: Attribution, text: string, { patterns }: Grammar): boolean {
  return isDenial(act) && patterns.answers.referring.test(textOf(content, text).trim())
}

/** The statements of others before this one, in the same paragraph or shortly before it. */
function saidBefore(index: number, { text, grammar, attributions, paragraphs }: Near): string[] {
  const [start = 0] = (attributions[index]?.content ?? []).map((span) => span.start)
  const paragraph = countBefore(paragraphs, start + 1) - 1
  const from = paragraphs[Math.max(0, paragraph - farthest)]?.start ?? 0
  const speaker = attributions[index]?.speaker
  const isOther = (other: Attribution) =>
    !speaker || !other.speaker || !grammar.names.sameSpeaker(speakerName(speaker), speakerName(other.speaker))
  return attributions
    .slice(Math.max(0, index - mostBefore), index)
    .filter((other) => other.content.some((span) => span.start >= from && span.end <= start) && isOther(other))
    .map((other) => textOf(other.content, text))
}

function textOf(spans: readonly Span[], text: string): string {
  return spans.map((span) => sliceSpan(text, span)).join(' ')
}

function verbOf({ cue }: Attribution, text: string): string {
  return textOf(cue, text).split(/\s+/).at(-1) ?? ''
}
