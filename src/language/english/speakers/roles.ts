import type { ClauseWords } from '../syntax/clause-words.ts'
import { portfolios, titles } from '../words/name-words.ts'
import { clauseOpeners, pronouns } from '../words/word-classes.ts'

/** The most words in an office before a name, and in the name of its organization. */
const longestPrefix = { office: 4, affiliation: 3 } as const
/** The most tokens in an explanation after a name. */
const longestRole = 14

/** Returns the longer role, which says more: “mayor of Lower Weir” rather than “Mayor”. */
export function fullerRole(one: string | null, other: string | null): string | null {
  return (other?.length ?? 0) > (one?.length ?? 0) ? other : one
}

/** Words that turn one office into another: a deputy mayor is not the mayor, and a former minister is not a minister. */
const modifiers =
  /^(?:deputy|vice|former|ex|ex-\p{L}+|shadow|acting|interim|assistant|associate|junior|opposition|outgoing|incoming|retired|honorary|then|late|co|would-be|aspiring|self-styled|disgraced|suspended|sacked|ousted|exiled)$/u

/** Returns the words of office right before a name: "spokeswoman", "deputy mayor", "Former Tidewell adviser". */
export function rolePrefix(sentence: ClauseWords, from: number): string[] {
  let at = officeStart(sentence, from)
  if (at === from) return []
  // The organization's name is part of the office if a word that changes the office comes before it.
  const isModifier = (place: number) => place > 0 && modifiers.test(sentence.word(place - 1))
  let start = at
  while (start > 0 && at - start < longestPrefix.affiliation && sentence.isCapital(start - 1) && !isModifier(start))
    start -= 1
  const modified = [at, start].find(isModifier)
  // “Environment minister Carol Weiss”: the capital is that of the sentence.
  if (modified === undefined && at === 1 && sentence.isCapital(0) && !sentence.isGrammar(0)) at = 0
  return printed(sentence, modified === undefined ? at : modified - 1, from)
}

/** Where the words of an office before a name begin, with its field: “finance chief”. */
function officeStart(sentence: ClauseWords, from: number): number {
  let at = from
  while (at > 0 && from - at < longestPrefix.office && isOffice(sentence, at - 1)) at -= 1
  const hasField = at < from && at > 0 && !sentence.isCapital(at - 1) && sentence.isIn(at - 1, portfolios)
  return hasField ? at - 1 : at
}

function isOffice(sentence: ClauseWords, at: number): boolean {
  return sentence.isWord(at) && !sentence.isCapital(at) && isRoleWord(sentence, at)
}

function isRoleWord(sentence: ClauseWords, at: number): boolean {
  if (sentence.isGrammar(at) || sentence.isAdverb(at)) return false
  const ends = /(?:er|or|ist|man|woman|person|ian|ant|ent|chief|head|aide|ally|counsel)$/
  return sentence.isIn(at, titles) || ends.test(sentence.word(at))
}

function printed(sentence: ClauseWords, from: number, to: number): string[] {
  return sentence.tokens.slice(from, to).map(({ text }) => text)
}

/** ", the mayor of Lower Weir," and ", 34, a teacher,": the explanation of the name before it. */
export function roleBehind(sentence: ClauseWords, to: number): string | null {
  if (!sentence.isMark(to, ',')) return null
  const from = roleStart(sentence, to + 1)
  if (!opensRole(sentence, from)) return null
  const ends = (at: number) => sentence.isPunctuation(at) || sentence.isFinite(at)
  const stop = sentence.find(ends, from, from + longestRole)
  const end = stop < 0 ? Math.min(sentence.length, from + longestRole) : stop
  const isClosed = end >= sentence.length || sentence.isMark(end, ',.')
  if (end === from || !isClosed || sentence.isFinite(end)) return null
  const tellsRole = (at: number) => isRoleWord(sentence, at) || /^(?:the|a|an|who)$/.test(sentence.word(at))
  if (!sentence.some(tellsRole, from, end)) return null
  return withoutArticle(printed(sentence, from, end).join(' '))
}

/** Words with which an office begins that have a capital only where a sentence does. */
const opening =
  /^(?:Environment|Opposition|Finance|Health|Justice|Defen[cs]e|Education|Labou?r|Energy|Trade|Agriculture|Transport|Police|Interior|Culture|Housing|Foreign|Prime|Deputy|Acting|Interim|Caretaker|Managing|Chief|Company|Club|Union|Council|School|Hospital|Team|Patients|Parent|Local|Senior|Human)(?= \p{Ll})|^(?:Former|Retired|Then)(?= )/u

/** A role as it stands behind a name: “environment minister” from “Environment minister Carol Weiss”. */
export function roleText(role: string): string {
  return role.replace(opening, (word) => word.toLowerCase())
}

/** “secretary” from “the secretary” and “its secretary”; “the union’s secretary” keeps its article. */
export function withoutArticle(role: string): string {
  return /^(?:the|an?) (?:(?!of\b)[\p{L}-]+ ){0,3}[\p{L}-]+(?:['’]s|s['’]) /iu.test(role)
    ? role
    : role.replace(/^(?:the|an?|its|their) /i, '')
}

/** Returns where a role begins, after any age and any “now” or “then”. */
function roleStart(sentence: ClauseWords, behind: number): number {
  const hasAge = /^\d{1,2}$/.test(sentence.printed(behind)) && sentence.isMark(behind + 1, ',')
  const from = hasAge ? behind + 2 : behind
  return /^(?:now|then|once|formerly)$/.test(sentence.word(from)) ? from + 1 : from
}

function opensRole(sentence: ClauseWords, at: number): boolean {
  return (
    sentence.isWord(at) &&
    !sentence.isCapital(at) &&
    !sentence.isPreposition(at) &&
    !sentence.isIn(at, clauseOpeners) &&
    !sentence.isIn(at, pronouns) &&
    !/(?:ing|ed|ly)$/.test(sentence.word(at))
  )
}
