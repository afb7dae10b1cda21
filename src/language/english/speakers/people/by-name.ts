import type { Token } from '../../../../text/tokens.ts'
import { dayParts, periods, relativeDays, weekdays } from '../../words/calendar.ts'
import { honorifics, institutionNouns, peerages, ranks } from '../../words/name-words.ts'
import { determiners, isWordIn } from '../../words/word-classes.ts'
import type { Context, ResolvedSpeaker } from '../context.ts'
import { office } from '../descriptions.ts'
import type { Core } from '../mentions.ts'
import { roleText, withoutArticle } from '../roles.ts'
import { callOf, type NameRun, splitRun, textOf, withoutPossessive } from './people.ts'
import type { Person } from './person.ts'

/** Resolves names to a person in the text, an organization or the holder of an office. */

/** Resolves the name in a mention. */
export function byName(mention: string, core: Core, context: Context): ResolvedSpeaker | undefined {
  const { text, before, run, behind } = core
  const body = behind.length === 0 ? bodyCalled(core, context) : undefined
  if (body !== undefined) return organization(body)
  const split = splitRun(run)
  if (split.name.length === 0) return office(mention, text, { split, context })
  const isInstitution = isWordIn(behind[0], institutionNouns)
  const hasArticle = isWordIn(before.at(-1), determiners)
  const person =
    hasArticle || isInstitution || context.people.isBody(split.name)
      ? undefined
      : personCalled(mention, { core, split }, context)
  if (person) return person
  return organization(isInstitution ? textOf([...run, ...behind.slice(0, 1)]) : organizationName(run, behind))
}

/** The body with these initials, or called after its owner: “Barton’s”, but not “a friend of Barton’s”. */
function bodyCalled({ before, run }: Core, { acronyms }: Context): string | undefined {
  const [only, ...more] = run
  const fullName = only && more.length === 0 ? acronyms.get(only.text) : undefined
  const isOwners = /['’]s$/.test(run.at(-1)?.text ?? '') && !before.some(({ lower }) => lower === 'of')
  return fullName ?? (isOwners ? textOf(run) : undefined)
}

function organization(name: string): ResolvedSpeaker {
  return { person: undefined, speaker: { kind: 'organization', name } }
}

function personCalled(
  mention: string,
  { core, split }: { readonly core: Core; readonly split: NameRun },
  context: Context,
): ResolvedSpeaker | undefined {
  const { people } = context
  const called = callOf(split)
  if (!called) return undefined
  const isShared = called.first === undefined && people.isShared(called.surname)
  const person = isShared ? (people.find(called) ?? sharerMeant(called.surname, context)) : people.find(called)
  const name = textOf(split.name)
  const role = roleIn(mention, core.text, officeAhead(mention, core.before, split.title))
  if (person && isSamePerson(split, person))
    return { person, speaker: { kind: 'person', name: person.name, role: role ?? person.role } }
  // Two people have the name, and the text does not show which is meant: nobody is named.
  if (!person && isShared)
    return { person: undefined, speaker: { kind: 'person', name, role: null }, doubts: ['two people have the name'] }
  if (split.name.length < 2) return undefined
  return { person: { name, role, gender: undefined }, speaker: { kind: 'person', name, role } }
}

/** “Brandvold’s partner, Officer Kim Sorrell”, “board member Professor Greer”: a rank is no part of the role before it. */
function officeAhead(mention: string, before: readonly Token[], title: readonly Token[]): readonly Token[] {
  const [rank] = title
  const isApart =
    rank !== undefined &&
    before.length > 0 &&
    (isWordIn(rank, ranks) || /,\s*$/.test(mention.slice(0, Math.max(0, mention.indexOf(rank.text)))))
  return isApart ? before : [...before, ...title]
}

/** Of several people with a surname, the only one who is named so far, or in this paragraph. */
function sharerMeant(surname: string, { people, text, start, content }: Context): Person | undefined {
  // Whoever is named in the reported words is not their speaker.
  const isTold = (at: number) => content.some((span) => span.start <= at && at < span.end)
  const named = people.mentions.filter(
    (mention) =>
      mention.start < start && !isTold(mention.start) && mention.person.name.toLowerCase().endsWith(` ${surname}`),
  )
  const paragraph = text.lastIndexOf('\n', start)
  const here = named.filter((mention) => mention.start > paragraph)
  for (const mentions of [named, here]) {
    const names = new Set(mentions.map(({ person }) => person.name))
    if (names.size === 1) return mentions[0]?.person
  }
  return undefined
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

/** Returns how many leading words give a time: two in “Last week its chief executive, Ana Ruiz”. */
function lengthOfTime(ahead: readonly Token[]): number {
  const opening = ahead.findIndex(({ lower }) => !/^(?:late|early|earlier|last|this|next|on)$/.test(lower))
  const isTime = [weekdays, dayParts, relativeDays, periods].some((days) => isWordIn(ahead[opening], days))
  // “Weekend editor” is a role.
  return opening > 0 && isTime ? opening + 1 : 0
}

/** Words as a mention has them, with an apostrophe that stands between them: “Swimmers’ club chair”. */
function asPrinted(said: readonly Token[], mention: string): string {
  const from = mention.indexOf(said[0]?.text ?? '')
  let at = from
  for (const { text } of said) {
    const next = mention.indexOf(text, at)
    if (next < 0 || next - at > 2) return textOf(said)
    at = next + text.length
  }
  return mention.slice(from, at)
}

/** Returns the role that the mention gives a person, before the name or in apposition after it. */
function roleIn(mention: string, core: string, ahead: readonly Token[]): string | null {
  const before = ahead.slice(lengthOfTime(ahead))
  const leading = isWordIn(before[0], determiners) ? 1 : 0
  const words = before.slice(leading).filter((token) => !isWordIn(token, honorifics) && !isWordIn(token, peerages))
  // “the union’s secretary” keeps its article.
  const isOwned = before[0]?.lower === 'the' && words.some(({ text }) => /['’]s?$/.test(text))
  if (words.length > 0) return roleText(`${isOwned ? 'the ' : ''}${asPrinted(words, mention)}`)
  const apposition = mention.slice(core.length).replace(/^[\s,—–(-]+|[\s,—–)-]+$/g, '')
  // The role comes after the age: “Ruiz (68), a baker”.
  return withoutArticle(apposition.replace(/^\d{1,3}(?:[,)\s]+|$)/, '').replace(/^(?:who is|who was) /, '')) || null
}
