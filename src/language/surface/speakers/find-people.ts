import type { Paragraph } from '../../../text/paragraphs.ts'
import { nameRuns } from './name-runs.ts'
import { NamedPeople, type NamedRun } from './people.ts'
import { roleBehind } from './roles-beside.ts'
import type { SpeakerWords } from './words.ts'

/** Finds the people whom a text names. */
export function findPeople(text: string, paragraphs: readonly Paragraph[], words: SpeakerWords): NamedPeople {
  const people = new NamedPeople(words)
  const runs = paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap(({ tokens }) =>
      nameRuns(tokens, words).map((run) => ({ ...run, role: run.role || roleBehind(tokens, run, words) })),
    ),
  )
  // Full names first, so that “Weber” alone in a headline is known to be Ana Weber.
  for (const run of runs) if (run.name.length > 1 && isPerson(run, words)) people.add(run)
  for (const run of runs) {
    if (run.name.length !== 1) continue
    const known = people.find(run.name)
    const isFirstName = words.firstNames.has(run.name[0] ?? '') && run.role !== ''
    if (known || isFirstName || (run.isTitled && !run.isBody && isRoleOfPerson(run, words))) people.add(run)
  }
  for (const person of people.all) person.age = ageOf(text, person.last)
  return people
}

/** Returns true if a name is a person's: by the first name, by an office, or because no article stands before it. */
function isPerson(run: NamedRun, words: SpeakerWords): boolean {
  if (run.isBody) return false
  if (words.firstNames.has(run.name[0] ?? '')) return true
  // “Rui Alba, que tem uma padaria”: a body of two words mostly has an article, a person has none.
  if (!words.capitalisesNouns && run.standsAlone) return true
  return !(words.capitalisesNouns && run.hasArticle && run.role === '') && isRoleOfPerson(run, words)
}

function isRoleOfPerson({ role }: NamedRun, words: SpeakerWords): boolean {
  return role.split(/[\s-]+/).some((word) => words.isRole(word.toLowerCase()))
}

/** The age behind a name: “Ana Weber (54)”, “Ana Weber, 54,”. */
function ageOf(text: string, last: string): string | undefined {
  const at = text.search(new RegExp(String.raw`(?<!\p{L})${escaped(last)}(?: \(|, )\d{1,3}(?!\d)`, 'u'))
  return at < 0 ? undefined : /\d{1,3}/.exec(text.slice(at + last.length))?.[0]
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
