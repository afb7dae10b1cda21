import { countBefore } from '../../../text/ordered.ts'
import type { Token } from '../../../text/tokens.ts'
import type { Identified, MentionPlace } from '../../grammar.ts'
import { firstNamed, type Rule } from '../../rule.ts'
import { type Meant, type Mention, personSpeaker, type SpeakerContext, wordsOfMention } from './mention.ts'
import { nameRuns } from './name-runs.ts'
import type { NamedPerson } from './people.ts'
import { anotherMayBeMeant, lastNamed, meantBefore, pronoun, subjectLeftOut } from './pronouns.ts'
import { byBody, type Described, describedBy } from './roles.ts'
import type { SpeakerWords } from './words.ts'

/** Resolves a mention, with the rule that decided. */
export function identify(
  mention: string,
  place: MentionPlace,
  context: SpeakerContext,
): Identified & { readonly person: NamedPerson | undefined } {
  const whole = mention.replace(context.words.beside, '')
  const tokens = withoutRelative(wordsOfMention(whole, context.words), context.words)
  // “uma pessoa que esteve na obra”: such a clause says who is meant, and no name in it is theirs.
  const bare = bareDescription(whole, context.words)
  const given = {
    mention: bare,
    lower: bare.toLowerCase(),
    tokens,
    runs: nameRuns(tokens, context.words),
    place,
    context,
  }
  const meant = firstNamed(mentionKinds, given)
  const { speaker = null, person, doubts = [] } = meant?.found ?? {}
  return { speaker, person, rule: meant?.rule ?? 'speaker: not known', doubts }
}

/** “la femme qui accuse Rémi Alba”: no name in a clause about somebody is theirs. */
function withoutRelative(tokens: Token[], { relatives, capitalisesNouns }: SpeakerWords): Token[] {
  const at = capitalisesNouns ? -1 : tokens.findIndex(({ lower }, index) => index > 0 && relatives.has(lower))
  if (at < 0) return tokens
  return tokens.slice(0, tokens[at - 1]?.kind === 'mark' ? at - 1 : at)
}

/** Kinds of mention, in the order in which they are tried. */
const mentionKinds: readonly Pick<Rule<Mention, Meant>, 'name' | 'find'>[] = [
  { name: 'speaker: a subject left out', find: (given) => (given.mention === '' ? subjectLeftOut(given) : undefined) },
  {
    name: 'speaker: whoever spoke last',
    find: (given) => {
      const { heard, words } = given.context
      if (!words.echoes.has(given.lower)) return undefined
      const last = heard.at(-1)
      return last ? { speaker: last.speaker, person: last.person, doubts: [] } : meantBefore(given, {})
    },
  },
  { name: 'speaker: a pronoun', find: pronoun },
  {
    name: 'speaker: the subject of a relative clause',
    find: ({ lower, place, context }) => {
      if (!context.words.relatives.has(lower)) return undefined
      const last = context.words.capitalisesNouns ? lastNamed(place.start, context) : undefined
      return last ? personSpeaker(last) : toldBefore(place.start, context)
    },
  },
  {
    name: 'speaker: by age',
    find: (given) => {
      const {
        mention,
        tokens,
        context: { people, words },
      } = given
      const age = words.ageMention.exec(mention)?.[1]
      if (age === undefined) return undefined
      const bearers = people.all.filter((person) => person.age === age)
      if (bearers.length === 1 && bearers[0]) return personSpeaker(bearers[0])
      return meantBefore(given, { gender: words.bodyGender.get(tokens[0]?.lower ?? '') ?? 'female' })
    },
  },
  {
    name: 'speaker: by name',
    find: ({ runs, tokens, context: { people, words } }) => {
      for (const run of runs) {
        const person = run.isBody || isOwner(run.start, tokens, words) ? undefined : people.find(run.name)
        if (person) return personSpeaker(person)
      }
      // “Koch”, “Richter”: a last name that is also a role.
      const [only, ...rest] = tokens.filter(({ lower }) => !words.isSmall(lower))
      const isBare = only !== undefined && rest.length === 0 && !words.definite.has(tokens[0]?.lower ?? '')
      const bearer = isBare ? people.find([only.text]) : undefined
      return bearer && personSpeaker(bearer)
    },
  },
  {
    name: 'speaker: by a role',
    find: ({ mention, tokens, place, context }) => {
      const found = describedBy(mention, tokens, context)
      // “La edil”: many may be called so; whoever else was named last may be meant.
      if (found && mayBeAnother(found, { place, context })) return { ...found, doubts: [anotherMayBeMeant] }
      // “Die Regisseurin”: without a name for the role, the one who is told of right before.
      const isAlone = tokens.length === 2 && context.words.definite.has(tokens[0]?.lower ?? '')
      const before =
        found?.isOpen && found.gender && isAlone ? meantBefore({ place, context }, { gender: found.gender }) : undefined
      return before && mayBeCalledSo(before, context) ? before : found
    },
  },
  { name: 'speaker: a body', find: byBody },
  {
    name: 'speaker: nobody is named',
    find: ({ mention, lower, tokens, context: { words } }) => {
      if (words.ownStatement.test(lower)) return { speaker: null }
      const speaker = { kind: 'unnamed', description: bareDescription(mention, words) } as const
      const isKnown = tokens.some(
        ({ lower: word }) =>
          words.isRole(word) || words.isGroup(word) || words.isGroup(`${word}s`) || words.isBody(word),
      )
      return isKnown ? { speaker } : { speaker, doubts: ['doubt: nothing tells who this is'] }
    },
  },
]

/** “Dona Zefa, que cata sururu”: without a clause about them. */
function bareDescription(mention: string, { relatives, capitalisesNouns }: SpeakerWords): string {
  const whole = mention.replace(/\s+/g, ' ')
  const [first = '', second = ''] = whole.split(', ')
  const opening = second.toLowerCase().split(' ').slice(0, 2)
  return !capitalisesNouns && opening.some((word) => relatives.has(word)) ? first : whole
}

/** Returns true for a person who is surely meant; where few nouns are roles, somebody whose role is told is not called by another. */
function mayBeCalledSo({ person, doubts = [] }: Meant, { words }: SpeakerContext): boolean {
  return person !== undefined && (words.capitalisesNouns || !person.role) && doubts.length === 0
}

/** Returns true for a description by another noun, if somebody else of its gender is named behind who has the role. */
function mayBeAnother(
  { person, gender, isOther }: Described,
  { place, context }: Pick<Mention, 'place' | 'context'>,
): boolean {
  if (!person || !isOther || context.words.capitalisesNouns) return false
  const lastOf = ({ places }: NamedPerson) => Math.max(-1, ...places.filter((at) => at < place.start))
  return context.people.all.some(
    (other) =>
      other !== person && (!gender || !other.gender || other.gender === gender) && lastOf(other) > lastOf(person),
  )
}

/** “L’association, qui annonce …”, “… a critiqué le maire, qui a répondu …”: whom the phrase before the comma means. */
function toldBefore(start: number, context: SpeakerContext): Meant {
  const sentence = context.sentences[countBefore(context.spans, start + 1) - 1]
  const before = context.text.slice(sentence?.span.start ?? start, start).replace(/[\s,]+$/, '')
  const tokens = wordsOfMention(before, context.words)
  const runs = nameRuns(tokens, context.words)
  const last = runs.at(-1)
  const person = last && last.end === before.length && !last.isBody ? context.people.find(last.name) : undefined
  if (person) return personSpeaker(person)
  const article = tokens.findLastIndex(({ lower }) =>
    [context.words.definite, context.words.indefinite, context.words.possessive].some((list) => list.has(lower)),
  )
  const opening = tokens[article]
  if (!opening) return { speaker: null }
  const mention = before.slice(opening.start)
  // “«La plata falta», replicó Ruiz, quien …”: behind the article's phrase somebody else is told of.
  if (/[,;:«»“”"]/.test(mention)) return { speaker: null }
  const own = wordsOfMention(mention, context.words)
  const given = { mention, tokens: own, runs: nameRuns(own, context.words), context }
  return describedBy(mention, own, context) ?? byBody(given) ?? { speaker: null }
}

/** “o advogado de Ana Ruiz”, “la plainte contre Ana Ruiz”: behind a preposition stands somebody else. */
function isOwner(start: number, tokens: readonly Token[], words: SpeakerWords): boolean {
  const at = tokens.findIndex((token) => token.start === start)
  const before = tokens.slice(0, at)
  const last = before.at(-1)?.lower ?? ''
  const hasRole = before.some(({ lower }) => words.isRole(lower) || words.isGroup(lower))
  if (words.capitalisesNouns) return hasRole && words.particles.has(last)
  const isArticle = [words.subjectArticles, words.indefinite, words.possessive].some((list) => list.has(last))
  return at > 1 && (words.particles.has(last) || words.isSmall(last)) && !isArticle
}
