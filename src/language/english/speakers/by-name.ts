import type { Token } from '../../../text/tokens.ts'
import { institutionNouns } from '../words/name-words.ts'
import { determiners, isWordIn } from '../words/word-classes.ts'
import type { Context, Resolved } from './context.ts'
import { office } from './descriptions.ts'
import type { Core } from './mentions.ts'
import { callOf, type NameRun, type Person, splitRun, textOf, withoutPossessive } from './people.ts'

/** Whom a name means: a person of the text, an organization, whoever holds an office. */

export function byName(mention: string, { text, before, run, behind }: Core, context: Context): Resolved | undefined {
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
