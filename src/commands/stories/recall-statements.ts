import { type ClaimLine, emptyStory, type StoryBlock } from '../../chat/document.ts'
import { nameTokens } from '../../digest/statements/name-tokens.ts'
import { askedStems } from '../../digest/statements/statement-words.ts'
import { linkToPassage } from '../../digest/text-fragment.ts'
import { dayOf } from '../../digest/times.ts'
import type { Statement } from '../../domain/edition/statement.ts'
import { grammarFor } from '../../language/grammars.ts'
import type { CommandContext } from '../context.ts'

/** The most statements read, and shown, for one question. */
const mostRead = 300
const mostShown = 25

/** What people ask of the statements that were posted. */
export interface Recollection {
  readonly speaker: string
  /** Words of a topic; null for any. */
  readonly about: string | null
  readonly outlet: string | null
  /** ISO 8601; null for no limit. The end is not included. */
  readonly from: string | null
  readonly to: string | null
}

/** A person, and what they were reported as saying. */
export interface RecalledSpeaker {
  readonly speaker: string
  /** Newest first. */
  readonly statements: readonly Statement[]
}

/** Finds what was posted of a speaker: people of one name with different roles apart, each newest first. */
export async function recall(
  { speaker, about, outlet, from, to }: Recollection,
  { asker, services }: CommandContext,
): Promise<RecalledSpeaker[]> {
  const who = nameTokens(speaker)
  const stems = about === null ? [] : askedStems(about)
  // A topic of small words alone cannot be looked for.
  if (about !== null && stems.length === 0) return []
  const query = { workspace: asker.workspace.id, who, about: stems, outlet, from, to }
  const found = await services.store.statements.find(query, mostRead)
  return bySpeaker(once(found).slice(0, mostShown))
}

/** Each statement once, however many digests posted it: as it was posted first. */
function once(statements: readonly Statement[]): Statement[] {
  const kept = new Map<string, Statement>()
  for (const statement of statements) {
    const { story, name, words, corrected, withdrawn } = statement
    kept.set(JSON.stringify([story, name, words, corrected?.says, withdrawn?.by]), statement)
  }
  return [...kept.values()].toSorted((one, other) => other.postedAt.localeCompare(one.postedAt))
}

/** Puts the statements of one person together: the same name in any form, and roles that have a word in common. */
function bySpeaker(statements: readonly Statement[]): RecalledSpeaker[] {
  const { names, words } = grammarFor('en')
  const people: { readonly name: string; roles: Set<string>; readonly statements: Statement[] }[] = []
  for (const statement of statements) {
    const roles = new Set(words.contentWords(statement.speaker.replace(statement.name, ' ')))
    const person = people.find(
      (each) =>
        names.sameSpeaker(each.name, statement.name) &&
        (each.roles.size === 0 || roles.size === 0 || [...roles].some((role) => each.roles.has(role))),
    )
    if (person) {
      person.roles = new Set([...person.roles, ...roles])
      person.statements.push(statement)
    } else people.push({ name: statement.name, roles, statements: [statement] })
  }
  return people.map((person) => ({ speaker: labelOf(person.statements), statements: person.statements }))
}

/** The fullest form in which the speaker was named. */
function labelOf(statements: readonly Statement[]): string {
  return statements.reduce((longest, { speaker }) => (speaker.length > longest.length ? speaker : longest), '')
}

/** One speaker's statements by date, each with its outlet, its passage, its answers and what became of it. */
export async function layoutRecalled(
  { speaker, statements }: RecalledSpeaker,
  { asker, services }: CommandContext,
): Promise<StoryBlock> {
  const { zone } = services.defaults.schedule
  const beside = await services.store.statements.inStories(
    [...new Set(statements.map(({ story }) => story))],
    asker.workspace.id,
  )
  const answersTo = ({ edition, story, claim }: Statement) =>
    beside.filter(
      (each) => each.answers === claim && each.edition === edition && each.story === story && !each.withdrawn,
    )
  const lineOf = (statement: Statement): ClaimLine => ({
    id: `${statement.edition}.${statement.claim}`,
    speaker: [dayOf(statement.postedAt, zone), statement.outlet].join(', '),
    act: null,
    manner: statement.venue && statement.withdrawn === null ? [statement.venue] : [],
    words: wordsOf(statement, zone),
    evidence: statement.url && statement.withdrawn === null ? linkToPassage(statement.url, statement.passage) : null,
    responses: statement.withdrawn ? [] : answersTo(statement).map((answer) => answerOf(answer, zone)),
  })
  return {
    ...emptyStory,
    kind: 'story',
    id: statements[0]?.story ?? '',
    number: null,
    headline: speaker,
    followUp: null,
    agreement: null,
    outlets: [],
    claims: statements.map(lineOf),
    links: [],
    byline: '',
  }
}

function answerOf(answer: Statement, zone: string): ClaimLine {
  return {
    id: `${answer.edition}.${answer.claim}`,
    speaker: answer.speaker,
    act: null,
    manner: [],
    words: answer.corrected ? wordsOf(answer, zone) : answer.words,
    evidence: answer.url ? linkToPassage(answer.url, answer.passage) : null,
    responses: [],
    ...(answer.goesOn && !answer.corrected ? { form: 'goes-on' as const } : {}),
  }
}

function wordsOf({ name, words, goesOn, corrected, withdrawn }: Statement, zone: string): string {
  if (withdrawn) return `withdrawn on ${dayOf(withdrawn.at, zone)} by ${withdrawn.by}`
  const said = goesOn ? `${name} ${words}` : words
  return corrected ? `${said} [corrected on ${dayOf(corrected.at, zone)}: ${corrected.says}]` : said
}
