import type { Token } from '../../../text/tokens.ts'
import { words } from '../text.ts'
import { genderOf, institutionNouns, isRole, organizationWords } from '../words/name-words.ts'
import { determiners, isCapitalized, isNameParticle, isWordIn, prepositions } from '../words/word-classes.ts'

/** The words of a mention up to its first apposition, taken apart around the first name in them. */
export interface Core {
  readonly text: string
  readonly before: readonly Token[]
  readonly run: readonly Token[]
  readonly behind: readonly Token[]
}

/** Takes a mention apart around the first name in it. */
export function takeApart(text: string): Core {
  const tokens = words(text)
  let from = tokens.findIndex(
    (token, index) =>
      isCapitalized(token) &&
      !(index === 0 && (isWordIn(token, determiners) || isOrdinary(token, tokens[1]) || leadsToName(tokens))),
  )
  if (from < 0) from = tokens.length
  while (isNameParticle(tokens, from - 1)) from -= 1
  let to = from
  while (
    to < tokens.length &&
    (isCapitalized(tokens[to]) || joins(tokens, to)) &&
    !(to > from && /['’]s?$/.test(tokens[to - 1]?.text ?? ''))
  )
    to += 1
  // "Israel's Prime Minister Ana Ruiz": the possessor is no part of the name.
  if (to < tokens.length && isCapitalized(tokens[to]) && /['’]s?$/.test(tokens[to - 1]?.text ?? '')) {
    from = to
    while (to < tokens.length && (isCapitalized(tokens[to]) || joins(tokens, to))) to += 1
  }
  const named = nameBehindRole(tokens, to)
  if (named) return { text, before: tokens.slice(0, named), run: tokens.slice(named), behind: [] }
  return { text, before: tokens.slice(0, from), run: tokens.slice(from, to), behind: tokens.slice(to) }
}

/** What somebody leads or speaks for that is called by one word: behind it comes their own name. */
const officeWords =
  /^(?:opposition|house|senate|commons|lords|assembly|parliament|cabinet|exchequer|interior|treasury|state|finance|health|justice|defen[cs]e|education|labou?r|energy|trade|agriculture|transport|police)$/

/** “Leader of the Opposition Mira Sand”, “the mayor of Tarn Ana Ruiz”: the name that ends a mention, with its office in front. */
export function nameBehindOffice(text: string): Core | undefined {
  const tokens = words(text)
  const from = tokens.length - 2
  const of = tokens.findIndex(({ lower }) => lower === 'of')
  const before = tokens.slice(0, from)
  const run = tokens.slice(from)
  const [office, first] = tokens.slice(from - 1)
  if (of < 1 || of >= from - 1 || !office || !first || /^(?:an?|one|another|some)$/.test(before[0]?.lower ?? ''))
    return undefined
  const isName = run.every((token) => isCapitalized(token) && !isWordIn(token, organizationWords))
  const isOffice =
    officeWords.test(office.lower) ||
    (isCapitalized(office) && !isRole(office.lower) && genderOf(first.lower) !== undefined)
  if (!isRole(before[of - 1]?.lower ?? '') || !isName || !isOffice) return undefined
  return { text: run.map((token) => token.text).join(' '), before, run, behind: [] }
}

/** “The former England international Gary Holt”, “Harcourt Bell analyst Dinesh Rao”: where the name begins that ends a mention. */
function nameBehindRole(tokens: readonly Token[], behind: number): number | undefined {
  let from = tokens.length
  while (from > behind && isCapitalized(tokens[from - 1])) from -= 1
  const role = tokens.slice(behind, from)
  const isRoles = role.length > 0 && role.length <= 4 && role.every((token) => isRoleLike(token))
  const name = tokens.length - from
  return isRoles && name >= 2 && name <= 4 ? from : undefined
}

function isRoleLike(token: Token): boolean {
  return (
    !isWordIn(token, prepositions) &&
    !isWordIn(token, determiners) &&
    !/^(?:and|or|who|that|which|'s)$/.test(token.lower)
  )
}

/** The first word of a sentence is capitalised whatever it is: "Two officials", "Police officers". */
function isOrdinary(first: Token, next: Token | undefined): boolean {
  if (
    /^(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|both|another|other|others|people|officials|residents|witnesses|police|critics|supporters|sources|experts|analysts|lawyers|prosecutors|shares|stocks|prices|sales|profits|revenue|revenues|yields|figures|markets|talks|plans|rents|wages|taxes|costs|orders|exports|imports|members|parents|workers|campaigners|doctors|nurses|teachers|farmers|senior|former|local|federal|state|its|his|her|their)$/.test(
      first.lower,
    )
  )
    return true
  return next !== undefined && !isCapitalized(next) && /(?:s|ed)$/.test(first.lower) && !isWordIn(next, prepositions)
}

/** "Port operator Meridian Quays": a sentence's first word before a role that a name follows. */
function leadsToName(tokens: readonly Token[]): boolean {
  const [, role] = tokens
  if (!role || isCapitalized(role) || !isRole(role.lower) || isNameParticle(tokens, 1)) return false
  return isCapitalized(tokens[2])
}

function joins(tokens: readonly Token[], at: number): boolean {
  return (
    isNameParticle(tokens, at) ||
    (isCapitalized(tokens[at + 1]) && /^(?:of|and|for|the|&)$/.test(tokens[at]?.lower ?? ''))
  )
}

/** "a spokesman for Ruiz", "Trump aides": a name stands in it and is not whom it names. */
export function isDescription({ before, behind }: Core): boolean {
  if (before.some((token, index) => isWordIn(token, prepositions) && index > 0)) return true
  const next = behind[0]
  return (
    next !== undefined && !isWordIn(next, prepositions) && !isWordIn(next, institutionNouns) && next.lower !== 'and'
  )
}
