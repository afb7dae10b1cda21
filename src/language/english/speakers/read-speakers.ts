import type { Span } from '../../../domain/article.ts'
import { speakerName } from '../../../domain/claim.ts'
import type { Paragraph } from '../../../text/paragraphs.ts'
import type { Token } from '../../../text/tokens.ts'
import type { MentionPlace, SpeakerReader } from '../../grammar.ts'
import { words } from '../text.ts'
import { genderOf, institutionNouns, isRole, organizationWords, titles } from '../words/name-words.ts'
import { determiners, isWordIn, prepositions } from '../words/word-classes.ts'
import { findAcronyms } from './acronyms.ts'
import { describeUnnamed } from './anonymity.ts'
import type { Context, Heard, Resolved } from './context.ts'
import { described, office } from './descriptions.ts'
import { type Core, isDescription, nameBehindOffice, takeApart } from './mentions.ts'
import { callOf, findPeople, type NameRun, type Person, splitRun, textOf, withoutPossessive } from './people.ts'
import { antecedent, bodyFor, personFor } from './pronouns.ts'

const answering = /^(?:replied|replies|answered|answers|responded|responds|retorted|shot back|shoots back|hit back)$/i

/** Whether a verb answers somebody. */
export function isReply(cue: string): boolean {
  return answering.test(cue)
}

/** Reads who is meant by each mention of a text, in their order. */
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
    if (last?.start === start) return last
    // Nobody answers themselves.
    const except = replies && last ? speakerName(last.speaker) : undefined
    const told = { text, people, sentences, acronyms, heard, genders }
    return resolveSource(mention, { ...told, start, except, content, accused, denies })
  }
  return {
    identify(mention, place) {
      const resolved = resolve(mention, place)
      if (!resolved) return undefined
      // Whoever is only quoted as speaking is not whom the next “he” takes up.
      if (!place.isNested) heard.push({ ...resolved, start: place.start, told: place.told })
      return { speaker: resolved.speaker, unsure: resolved.unsure ?? false }
    },
    describe: (speaker, source: Span) => describeUnnamed(speaker, source, { text, paragraphs, spans }),
  }
}

function resolveSource(source: string, context: Context): Resolved | undefined {
  const mention = source
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/['’]s$/, '')
  const lower = mention
    .toLowerCase()
    .replace(/['’](?:s|re|ve|m|d)$/, '')
    .replace(/^(?:his|him)$/, 'he')
    .replace(/^her$/, 'she')
  if (/^(?:he|she|him|her)$/.test(lower)) return personFor(/^(?:she|her)$/.test(lower) ? 'female' : 'male', context)
  if (/^(?:they|it|this)$/.test(lower)) return bodyFor(lower, context)
  if (/^(?:who|that|which)$/.test(lower)) return antecedent(context)
  // Whoever writes is nobody whose words are reported; nor is “our desk”.
  if (/^(?:i|we|you)$|^(?:our|my|your) /.test(lower)) return undefined
  return named(mention, context)
}

function named(mention: string, context: Context): Resolved | undefined {
  const [text = mention, ...rest] = mention.split(/, |\s[—–-]+\s|\s\(/)
  const core = takeApart(text)
  const explained = rest[0] === undefined ? undefined : takeApart(rest[0])
  // “A spokesperson for the fishing body, Pysgota Cymru,”: the name is the body's, and nobody else is named.
  if (explained && isNameAlone(explained) && explainsBody(core, explained))
    return described(mention, { ...core, text: mention }, context)
  if (explained && isNameAlone(explained)) {
    const told = text.toLowerCase()
    if (groupOf.test(told)) return described(mention, { ...core, text: mention }, context)
    const holder = standsFor(told) ? byName(explained.text, { ...explained, before: words(text) }, context) : undefined
    if (holder) return { ...holder, unsure: true }
  }
  // "its director, Ana Ruiz", "the Orsenian prime minister, Yulia Senn": the name stands in apposition to the role.
  if (explained && isNameAlone(explained) && (splitRun(core.run).name.length === 0 || isDescription(core)))
    return byName(explained.text, { ...explained, before: words(text) }, context)
  const holder = nameBehindOffice(text)
  if (holder) return byName(holder.text, holder, context)
  if (core.run.length > 0 && !isDescription(core)) return byName(mention, core, context)
  return described(mention, core, context)
}

/** “The family of one patient, Mary Tuohy,”: several speak, and the name is not theirs. */
const groupOf =
  /^(?:the |an? |some |two |three )?(?:family|families|parents|relatives|friends|neighbou?rs|colleagues|lawyers|children|sons|daughters|brothers|sisters) (?:of|for) /

/** “The widow of the driver, Hamid Karimi,”, “a lawyer for the accused, Tom Reed,”: one of two bears the name, and nothing tells which. */
function standsFor(told: string): boolean {
  const [, other] = / (?:of|for|to) (?:the|an?|one|another|his|her|their) (?:\p{L}+ )?(\p{L}+)$/u.exec(told) ?? []
  return other !== undefined && (isRole(other) || onePerson.test(other))
}

const onePerson =
  /^(?:accused|deceased|dead|suspect|defendant|victim|patient|pupil|child|boy|girl|bride|groom|teenager|baby|toddler|captain|judge)$/

/**
 * Whether a name stands behind an institution that somebody speaks for, and is not a person's: behind “the ministry”, which
 * the text has named before, two words are whoever speaks; behind “the fishing body” they are the body.
 */
function explainsBody({ behind, before }: Core, { run }: Core): boolean {
  const all = [...before, ...behind]
  const preposition = all.findIndex((token) => isWordIn(token, prepositions))
  const last = all.at(-1)?.lower ?? ''
  const isBody =
    institutionNouns.has(last) || /^(?:body|bodies|charity|newspaper|magazine|website|estate|developer)$/.test(last)
  if (preposition < 1 || !isBody || genderOf(run[0]?.lower ?? '') !== undefined) return false
  // “…, Dr. Faisal Khan,”
  if (isWordIn(run[0], titles)) return false
  const isNamedBefore = all.at(-2)?.lower === 'the' && all.length - preposition === 3
  const isLikePerson = run.length === 2 && !run.some((token) => isWordIn(token, organizationWords))
  return !(isNamedBefore && isLikePerson)
}

function isNameAlone({ before, run, behind }: Core): boolean {
  return before.length === 0 && behind.length === 0 && run.length > 0
}

function byName(mention: string, { text, before, run, behind }: Core, context: Context): Resolved | undefined {
  const fullName = run.length === 1 ? context.acronyms.get(run[0]?.text ?? '') : undefined
  if (fullName && behind.length === 0) return { person: undefined, speaker: { kind: 'organization', name: fullName } }
  const split = splitRun(run)
  if (split.name.length === 0) return office(mention, text, { split, context })
  const called = callOf(split)
  const institution = isWordIn(behind[0], institutionNouns)
  const article = isWordIn(before.at(-1), determiners)
  if (called && !article && !institution) {
    const person = context.people.find(called)
    const role = roleIn(mention, text, [...before, ...split.title])
    if (person && isSamePerson(split, person))
      return { person, speaker: { kind: 'person', name: person.name, role: role ?? person.role } }
    // Two bear the name, and nothing tells which: as printed, and no more.
    if (!person && called.first === undefined && context.people.isShared(called.surname))
      return { person: undefined, speaker: { kind: 'person', name: textOf(split.name), role: null } }
    if (split.name.length > 1)
      return {
        person: { name: textOf(split.name), role, gender: undefined },
        speaker: { kind: 'person', name: textOf(split.name), role },
      }
  }
  const name = institution ? textOf([...run, ...behind.slice(0, 1)]) : organizationName(run, behind)
  return { person: undefined, speaker: { kind: 'organization', name } }
}

/** "the Ministry of Health", "the Council on Foreign Relations": up to the end of the name. */
function organizationName(run: readonly Token[], behind: readonly Token[]): string {
  const whole = /^(?:of|for|on)$/.test(behind[0]?.lower ?? '') ? [...run, ...behind] : run
  return withoutPossessive(textOf(whole))
}

function isSamePerson({ name }: NameRun, person: Person): boolean {
  const first = name[0]
  const known = person.name.toLowerCase()
  return (
    name.length === 1 ||
    known.endsWith(` ${textOf(name).toLowerCase()}`) ||
    (first !== undefined && known.startsWith(first.lower))
  )
}

/** What the mention itself says of the person, in front of the name or in apposition behind it. */
function roleIn(mention: string, core: string, before: readonly Token[]): string | null {
  const leading = isWordIn(before[0], determiners) ? 1 : 0
  const prefix = textOf(before.slice(leading).filter(({ lower }) => !/^(?:mr|mrs|ms|dr)\.?$/.test(lower)))
  if (prefix) return prefix
  const apposition = mention.slice(core.length).replace(/^[\s,—–(-]+|[\s,—–)-]+$/g, '')
  // Behind the age comes what somebody is: “Ruiz (68), a baker”.
  return apposition.replace(/^\d{1,3}(?:[,)\s]+|$)/, '').replace(/^(?:the|a|an|who is|who was) /, '') || null
}
