import type { Span } from '../../../domain/article.ts'
import { speakerName } from '../../../domain/claim.ts'
import type { Paragraph } from '../../../text/paragraphs.ts'
import type { MentionPlace, SpeakerReader } from '../../grammar.ts'
import { findAcronyms } from './acronyms.ts'
import { describeUnnamed } from './anonymity.ts'
import type { Heard } from './context.ts'
import { identify } from './mention-kinds.ts'
import { findPeople } from './people/people.ts'

const answering = /^(?:replied|replies|answered|answers|responded|responds|retorted|shot back|shoots back|hit back)$/i

/** Returns true if a verb answers someone. */
export function isReply(cue: string): boolean {
  return answering.test(cue)
}

/** Returns a reader that resolves the mentions of a text, in order. */
export function readSpeakers(text: string, paragraphs: readonly Paragraph[]): SpeakerReader {
  const people = findPeople(paragraphs)
  const acronyms = findAcronyms(text)
  const spans = paragraphs.map(({ span }) => span)
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences.map(({ span }) => span))
  const heard: Heard[] = []
  const genders = new Map<string, 'female' | 'male'>()
  const resolve = (mention: string, { start, content, replies, denies, accused }: MentionPlace) => {
    const last = heard.at(-1)
    // “The company denied it and said …”: one subject of two verbs.
    if (last?.start === start) return { resolved: last, rule: 'speaker: subject of two verbs' }
    // A reply does not come from the last speaker.
    const except = replies && last ? speakerName(last.speaker) : undefined
    const known = { text, people, sentences, acronyms, heard, genders }
    return identify(mention, { ...known, start, except, content, accused, denies })
  }
  return {
    identify(mention, place) {
      const { resolved, rule } = resolve(mention, place)
      if (!resolved) return { speaker: null, rule, doubts: [] }
      // The next “he” does not mean a speaker who is only quoted as speaking.
      if (!place.isNested) heard.push({ ...resolved, start: place.start, stated: place.stated })
      return { speaker: resolved.speaker, rule, doubts: resolved.doubts ?? [] }
    },
    describe: (speaker, source: Span) => describeUnnamed(speaker, source, { text, paragraphs, spans }),
  }
}
