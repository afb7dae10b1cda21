import type { Span } from '../../../domain/article.ts'
import type { Paragraph } from '../../../text/paragraphs.ts'
import type { Token } from '../../../text/tokens.ts'
import type { Identified, MentionPlace, ReadSentence, SpeakerReader } from '../../grammar.ts'
import { findPeople } from './find-people.ts'
import { identify } from './identify.ts'
import type { HeardSpeaker, KnownSentence } from './mention.ts'
import type { SpeakerWords } from './words.ts'

/** What is needed to read the speakers of a language. */
export interface SpeakerReading {
  readonly words: SpeakerWords
  /** Reads a sentence, to find its subject. */
  readSentence(tokens: readonly Token[]): ReadSentence
}

/** Returns a reader that resolves the mentions of a text, in order. */
export function readSpeakers(
  text: string,
  paragraphs: readonly Paragraph[],
  { words, readSentence }: SpeakerReading,
): SpeakerReader {
  const people = findPeople(text, paragraphs, words)
  const heard: HeardSpeaker[] = []
  const sentences = paragraphs.flatMap((paragraph, index) =>
    paragraph.sentences.map(({ span, tokens }) => new ReadableSentence(span, index, () => subjectIn(tokens))),
  )
  const context = { text, sentences, spans: sentences.map(({ span }) => span), people, heard, words }
  function subjectIn(tokens: readonly Token[]): KnownSentence['subject'] {
    const read = readSentence(tokens)
    const subject = read.actorOf({ from: 0, to: read.length })
    const [first, last] = [tokens[subject?.from ?? -1], tokens[(subject?.to ?? 0) - 1]]
    return first && last && { start: first.start, mention: text.slice(first.start, last.end) }
  }
  return {
    identify(mention: string, place: MentionPlace): Identified {
      const found = identify(mention, place, context)
      if (found.speaker && !place.isNested)
        heard.push({ speaker: found.speaker, person: found.person, start: place.start })
      return { speaker: found.speaker, rule: found.rule, doubts: found.doubts }
    },
    describe: (speaker) => speaker,
  }
}

/** A sentence whose subject is found when a pronoun first asks for it. */
class ReadableSentence implements KnownSentence {
  readonly span: Span
  readonly paragraph: number
  readonly #find: () => KnownSentence['subject']
  #found: { readonly subject: KnownSentence['subject'] } | undefined

  constructor(span: Span, paragraph: number, find: () => KnownSentence['subject']) {
    this.span = span
    this.paragraph = paragraph
    this.#find = find
  }

  get subject(): KnownSentence['subject'] {
    this.#found ??= { subject: this.#find() }
    return this.#found.subject
  }
}
