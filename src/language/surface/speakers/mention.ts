import type { Span } from '../../../domain/article.ts'
import type { Speaker } from '../../../domain/claim.ts'
import { parted, type Token } from '../../../text/tokens.ts'
import type { MentionPlace } from '../../grammar.ts'
import type { NamedPeople, NamedPerson, NamedRun } from './people.ts'
import type { SpeakerWords } from './words.ts'

/** Somebody who has spoken before a place. */
export interface HeardSpeaker {
  readonly speaker: Speaker
  readonly person: NamedPerson | undefined
  readonly start: number
}

/** A sentence of a text, with its subject. */
export interface KnownSentence {
  readonly span: Span
  /** The index of its paragraph. */
  readonly paragraph: number
  readonly subject: { readonly start: number; readonly mention: string } | undefined
}

/** A text as far as it has been read. */
export interface SpeakerContext {
  readonly text: string
  readonly sentences: readonly KnownSentence[]
  /** The spans of the sentences. */
  readonly spans: readonly Span[]
  readonly people: NamedPeople
  readonly heard: readonly HeardSpeaker[]
  readonly words: SpeakerWords
}

/** A mention with its words and the name in it. */
export interface Mention {
  readonly mention: string
  readonly lower: string
  readonly tokens: readonly Token[]
  readonly runs: readonly NamedRun[]
  readonly place: MentionPlace
  readonly context: SpeakerContext
}

/** Whom a mention means. */
export interface Meant {
  readonly speaker: Speaker | null
  readonly person?: NamedPerson | undefined
  readonly doubts?: readonly string[]
}

/** The words and marks of a mention, without quotation marks. */
export function wordsOfMention(mention: string, words: SpeakerWords): Token[] {
  return [...mention.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.’'&/-]*|[^\s\p{L}\p{N}]/gu)].flatMap(
    ({ 0: text, index }) => {
      const bare = text.length > 2 ? text.replace(/[.’'-]+$/, '') : text
      const kind = /[\p{L}\p{N}]/u.test(text) ? 'word' : 'mark'
      const parts = words.joints ? parted(bare, index, words.joints) : [{ text: bare, start: index }]
      return parts.map((part): Token => {
        const lower = part.text.toLowerCase().replaceAll('’', "'")
        return { kind, ...part, lower, end: part.start + part.text.length }
      })
    },
  )
}

/** A person as the speaker of what a mention says. */
export function personSpeaker(person: NamedPerson): Meant {
  return { speaker: { kind: 'person', name: person.name, role: person.role ?? null }, person }
}
