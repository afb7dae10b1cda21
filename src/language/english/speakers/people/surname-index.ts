import type { Gender } from '../../../gender.ts'
import { fullerRole } from '../roles.ts'
import type { Called, Person } from './person.ts'

/** The shortest first name, in letters, that counts as the same if only one letter differs. */
const longName = 6

/** People by surname, those named last behind the others. If several share one, only a first name or a title sets them apart. */
export class SurnameIndex {
  readonly #people = new Map<string, Person[]>()

  /** Returns the person that a name means; undefined if nobody has it, or several people may be meant. */
  find({ surname, first, gender }: Called): Person | undefined {
    const all = this.#people.get(surname) ?? []
    if (first !== undefined) return all.find((person) => isCalled(person, first))
    if (all.length < 2) return all[0]
    const suiting = gender ? all.filter((person) => person.gender === gender) : []
    return suiting.length === 1 ? suiting[0] : undefined
  }

  isShared(surname: string): boolean {
    return (this.#people.get(surname)?.length ?? 0) > 1
  }

  /** Records a person as named here, keeping what was already known about them. */
  meet(called: Called, found: Person): void {
    const all = this.#people.get(called.surname) ?? []
    // “Ms Walsh” is the Walsh who was named last, not any man of that name.
    const index = all.findLastIndex((person) =>
      called.first
        ? !person.name.includes(' ') || isCalled(person, called.first)
        : !called.gender || (person.gender ?? called.gender) === called.gender,
    )
    const [known] = index < 0 ? [] : all.splice(index, 1)
    all.push(known ? merge(known, found) : found)
    this.#people.set(called.surname, all)
  }

  /** Records the gender that the text shows for the only person with a surname. */
  learn(surname: string, gender: Gender): void {
    const all = this.#people.get(surname) ?? []
    const [only] = all
    if (only && all.length === 1 && !only.gender) all[0] = { ...only, gender }
  }
}

/** "Tim" and "T." are "Timothy". */
function isCalled({ name }: Person, first: string): boolean {
  const own = (name.toLowerCase().split(' ')[0] ?? '').replace(/\.$/, '')
  const given = first.replace(/\.$/, '')
  return own.startsWith(given) || given.startsWith(own) || isMisprint(own, given)
}

/** "Kristin" for "Kristen": a long name that differs in one letter. */
function isMisprint(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < longName) return false
  return [...one].filter((letter, at) => letter !== other[at]).length === 1
}

function merge(known: Person, found: Person): Person {
  return {
    name: known.name.includes(' ') ? known.name : found.name,
    role: fullerRole(known.role, found.role),
    gender: known.gender ?? found.gender,
  }
}
