import type { Token } from '../../../text/tokens.ts'
import { type ClauseWords, clauseWords } from '../syntax/clause-words.ts'
import { words } from '../text.ts'
import { genderOf, genericInstitutions, institutionNouns, isRole, organizationWords } from '../words/name-words.ts'
import { isWordIn, prepositions } from '../words/word-classes.ts'

/** The words of a mention up to its first apposition, split around the first name in them. */
export interface Core {
  readonly text: string
  readonly before: readonly Token[]
  readonly run: readonly Token[]
  readonly behind: readonly Token[]
}

/** The most words in a role between an institution and a name, and in a name after it. */
const longest = { role: 4, name: 4 } as const

/** Splits a mention around the first name in it. */
export function takeApart(text: string): Core {
  const mention = clauseWords(words(text))
  const first = nameRun(mention, nameStart(mention))
  // "Israel's Prime Minister Ana Ruiz": the possessor is not part of the name.
  const isPossessor = mention.isCapital(first.to) && /['’]s?$/.test(mention.printed(first.to - 1))
  const { from, to } = isPossessor ? { from: first.to, to: runEnd(mention, first.to, true) } : first
  const named = nameBehindRole(mention, to) ?? nameBehindKind(mention, to)
  const { tokens } = mention
  if (named) return { text, before: tokens.slice(0, named), run: tokens.slice(named), behind: [] }
  return { text, before: tokens.slice(0, from), run: tokens.slice(from, to), behind: tokens.slice(to) }
}

function nameStart(mention: ClauseWords): number {
  const isNoName = mention.isDeterminer(0) || isOrdinary(mention) || leadsToName(mention)
  const found = mention.find((at) => mention.isCapital(at) && !(at === 0 && isNoName))
  let from = found < 0 ? mention.length : found
  while (mention.isNameParticle(from - 1)) from -= 1
  return from
}

function nameRun(mention: ClauseWords, from: number): { readonly from: number; readonly to: number } {
  return { from, to: runEnd(mention, from, false) }
}

/** “Union” behind “Footballers’”. */
function isOwnersBody(mention: ClauseWords, at: number): boolean {
  return /s['’]$/.test(mention.printed(at - 1)) && mention.isIn(at, organizationWords)
}

/** Returns the end of a run of capitalised words: after a possessive, unless the run is taken `whole`. */
function runEnd(mention: ClauseWords, from: number, whole: boolean): number {
  let to = from
  // “the Footballers’ Union” is one name, “the Democrats’ Ana Ruiz” are two.
  const isOver = () => !whole && to > from && /['’]s?$/.test(mention.printed(to - 1)) && !isOwnersBody(mention, to)
  while (to < mention.length && (mention.isCapital(to) || joins(mention, to)) && !isOver()) to += 1
  return to
}

/** Single words for the body or field of an office; the holder's name comes after them. */
const officeWords =
  /^(?:opposition|house|senate|commons|lords|assembly|parliament|cabinet|exchequer|interior|treasury|state|finance|health|justice|defen[cs]e|education|labou?r|energy|trade|agriculture|transport|police)$/

/** “Leader of the Opposition Mira Sand”, “the mayor of Tarn Ana Ruiz”: the name at the end of a mention, with its office in front. */
export function nameBehindOffice(text: string): Core | undefined {
  const mention = clauseWords(words(text))
  const from = mention.length - 2
  const of = mention.find((at) => mention.word(at) === 'of')
  if (of < 1 || of >= from - 1 || /^(?:an?|one|another|some)$/.test(mention.word(0))) return undefined
  const isName = (at: number) => mention.isCapital(at) && !mention.isIn(at, organizationWords)
  if (!isRole(mention.word(of - 1)) || !mention.every(isName, from) || !isOfficeAt(mention, from - 1)) return undefined
  const run = mention.tokens.slice(from)
  return { text: run.map((token) => token.text).join(' '), before: mention.tokens.slice(0, from), run, behind: [] }
}

/** Returns true if a word is the body or field of an office, and the holder's name begins after it. */
function isOfficeAt(mention: ClauseWords, at: number): boolean {
  const office = mention.word(at)
  const isFirstName = genderOf(mention.word(at + 1)) !== undefined
  return officeWords.test(office) || (mention.isCapital(at) && !isRole(office) && isFirstName)
}

/** “The former England international Gary Holt”, “Harcourt Bell analyst Dinesh Rao”: where the name at the end of a mention begins. */
function nameBehindRole(mention: ClauseWords, behind: number): number | undefined {
  const last = mention.findLast((at) => !mention.isCapital(at), behind)
  const from = last < 0 ? behind : last + 1
  const roles = from - behind
  const name = mention.length - from
  const isRoles = roles > 0 && roles <= longest.role && mention.every((at) => isRoleLike(mention, at), behind, from)
  return isRoles && name >= 2 && name <= longest.name ? from : undefined
}

/** “Haulage firm Orme”, “Building firm Lind and Sons”: where the name of a body behind its kind begins, whatever its length. */
function nameBehindKind(mention: ClauseWords, behind: number): number | undefined {
  const kind = mention.find(
    (at) =>
      at >= behind && mention.isIn(at, genericInstitutions) && !mention.isCapital(at) && mention.isCapital(at + 1),
  )
  if (kind < behind || kind - behind >= longest.role) return undefined
  const isWhole = runEnd(mention, kind + 1, true) === mention.length
  return isWhole && mention.every((at) => isRoleLike(mention, at), behind, kind) ? kind + 1 : undefined
}

function isRoleLike(mention: ClauseWords, at: number): boolean {
  return (
    !mention.isPreposition(at) && !mention.isDeterminer(at) && !/^(?:and|or|who|that|which|'s)$/.test(mention.word(at))
  )
}

const ordinary =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|both|another|other|others|people|officials|residents|witnesses|police|critics|supporters|sources|experts|analysts|lawyers|prosecutors|shares|stocks|prices|sales|profits|revenue|revenues|yields|figures|markets|talks|plans|rents|wages|taxes|costs|orders|exports|imports|members|parents|workers|campaigners|doctors|nurses|teachers|farmers|senior|former|local|federal|state|its|his|her|their)$/

/** Returns true for a word capitalised only because it begins its sentence: "Two officials", "Police officers". */
function isOrdinary(mention: ClauseWords): boolean {
  if (ordinary.test(mention.word(0))) return true
  return mention.length > 1 && !mention.isCapital(1) && /(?:s|ed)$/.test(mention.word(0)) && !mention.isPreposition(1)
}

/** "Port operator Meridian Quays": a sentence's first word, followed by a role and a name. */
function leadsToName(mention: ClauseWords): boolean {
  if (mention.isCapital(1) || !isRole(mention.word(1)) || mention.isNameParticle(1)) return false
  return mention.isCapital(2)
}

function joins(mention: ClauseWords, at: number): boolean {
  return mention.isNameParticle(at) || (mention.isCapital(at + 1) && /^(?:of|and|for|the|&)$/.test(mention.word(at)))
}

/** "a spokesman for Ruiz", "Trump aides": the mention contains a name, but does not mean its bearer. */
export function isDescription({ before, behind }: Core): boolean {
  if (before.some((token, index) => isWordIn(token, prepositions) && index > 0)) return true
  const next = behind[0]
  return (
    next !== undefined && !isWordIn(next, prepositions) && !isWordIn(next, institutionNouns) && next.lower !== 'and'
  )
}
