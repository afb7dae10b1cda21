import type { Span } from '../../../domain/article.ts'
import type { Speaker } from '../../../domain/claim.ts'
import { countBefore } from '../../../text/ordered.ts'
import type { Paragraph } from '../../../text/paragraphs.ts'
import { quantitiesIn } from '../text.ts'

type Unnamed = Extract<Speaker, { kind: 'unnamed' }>

const asked =
  /\b(?:on (?:the )?condition (?:of anonymity|that (?:he|she|they|their names?) not)|anonymously|not (?:to )?be (?:named|identified)|(?:requested|insisted on|granted|asked for) anonymity|declined to be (?:named|identified)|without being named)/i
const because =
  /\b(?:because|for fear|citing|since|as (?=(?:he|she|they)\b)|(?<=anonymity )to (?=\p{L}+ )|(?<=named )to (?=\p{L}+ ))(?:[^.;“”"]|\.(?=\p{L}))+/u

/** Adds what the text says about an unnamed speaker: the number of people, and why they are not named. */
export function describeUnnamed(speaker: Unnamed, source: Span, place: Place): Unnamed {
  return { ...speaker, count: countOf(speaker.description), reason: reasonFor(source, place) }
}

interface Place {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  /** The span of each paragraph. */
  readonly spans: readonly Span[]
}

function countOf(description: string): number | null {
  if (/^(?:an?|one) /i.test(description)) return 1
  const [first] = quantitiesIn(description)
  return first?.start === 0 ? first.value : null
}

/** Returns the reason given in the sentence of the mention, or in the next one. */
function reasonFor({ start }: Span, { text, paragraphs, spans }: Place): string | null {
  const paragraph = paragraphs[countBefore(spans, start + 1) - 1]
  const at = paragraph?.sentences.findIndex(({ span }) => span.start <= start && start < span.end) ?? -1
  const near = paragraph?.sentences.slice(at, at + 2) ?? []
  for (const { span } of at < 0 ? [] : near) {
    const sentence = text.slice(span.start, span.end)
    const found = asked.exec(sentence)
    const reason = found && because.exec(sentence.slice(found.index))?.[0]
    if (reason)
      return reason
        .replace(/[\s,]+$/, '')
        .replace(/, (?:said|say|says|saying|told|tell|tells|telling|added|adds|described|claimed)\b.*$/, '')
        .replace(/^(to [^,]*),.*$/, '$1')
  }
  return null
}
