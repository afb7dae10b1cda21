import type { Span } from '../../../domain/article.ts'
import { uncapitalize } from '../../../domain/capitals.ts'
import { list } from '../../lists/list.ts'
import { areAlike, formOf } from '../words/word-forms.ts'
import { sameSpeaker } from './same-speaker.ts'

/** Compares a brief's mention of a speaker with an article's. */

const speaksFor =
  /\b(?:spokes\p{L}+|statement|press office|lawyers?|solicitors?|attorneys?|barristers?|counsel|agents?|office|filing|post|letter|email|bulletin|report|study|survey|analysis|review|poll|paper|newsletter)\b/iu

export interface ComparedMention {
  readonly source: string
  /** The mention with everything up to its verb. */
  readonly whole: string
}

export const described =
  /^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|few|another|other|\d+)\b/i

/** True if a brief's name for a speaker fits a mention; one person is not several, nor an unnamed one a body. */
export function isSameMention(named: string, mention: ComparedMention): boolean {
  const { source } = mention
  // “Former supervisor” for an article's “a former supervisor”: it has a capital only because it comes first.
  const speaker = /^\p{Lu}\p{Ll}+(?: \p{Ll}+)+$/u.test(named) ? uncapitalize(named) : named
  const last = capitals(speaker).at(-1)
  // “The ministry’s own assessment” is the ministry's word.
  const [, owner] = /^(.+?)['’]s? (?:own )?(?:\p{Ll}+ )?(\p{Ll}+)$/u.exec(source) ?? []
  if (owner !== undefined && isPaper(source) && !described.test(speaker)) {
    if (isSameMention(named, { source: owner, whole: owner })) return true
  }
  if (last !== undefined && isPossessor(speaker, last, source)) return false
  if (described.test(source)) return isDescribedAs(speaker, last, mention)
  if (described.test(speaker)) return sameDescription(speaker, source)
  // A headline's “Sergeant” is Sgt Dominic Harrow.
  if (/^\p{L}+$/u.test(speaker) && hasTitle(source, speaker.toLowerCase())) return true
  return last === undefined ? isOfficeOf(speaker, mention) : isNamedAs(speaker, last, mention)
}

function isPaper(source: string): boolean {
  return /\b(?:assessment|report|study|survey|statement|filing|figures|analysis|review|letter|website|notice|memo|audit|accounts)$/i.test(
    source,
  )
}

/** “Aldous’s former assistant” is not Aldous. */
function isPossessor(speaker: string, last: string, source: string): boolean {
  return !/['’]s\b/.test(speaker) && new RegExp(`^(?:\\p{Lu}[\\p{L}’'-]* )*${last}['’]s `, 'iu').test(source)
}

/** True if an article's description, with no name before it, fits the speaker that a brief names or describes. */
function isDescribedAs(speaker: string, last: string | undefined, { source, whole }: ComparedMention): boolean {
  // “One of the seven who voted for it”, whom the brief calls one councillor.
  if (/^one\b/i.test(source) && /^one\b/i.test(speaker)) return true
  // “A losing bidder, the Corvo consortium, said”: named after the comma. “One, a ministerial aide, said”.
  const behind = whole.slice(whole.search(/,|\bnamed\b|\bcalled\b/) + 1)
  if (behind !== whole && sameDescription(speaker, behind.trim())) return true
  if (last === undefined || described.test(speaker)) return sameDescription(speaker, source)
  if (behind !== whole && capitals(behind).includes(last)) return true
  return speaksFor.test(source) ? capitals(source).includes(last) : sameDescription(speaker, source)
}

/** True if a brief's noun for a speaker fits a mention: “The governor” for Governor Sava Mirkov. */
function isOfficeOf(speaker: string, { source, whole }: ComparedMention): boolean {
  const noun = nounOf(speaker)
  if (areAlike(formOf(noun), formOf(nounOf(whole.replace(/,.*$/s, ''))))) return true
  if (noun !== '' && whole.toLowerCase().includes(noun) && !isPlural(speaker)) return true
  return sameDescription(speaker, source)
}

/** True if a brief's name is in an article's mention of a speaker, and not only as the place the speaker is from. */
function isNamedAs(speaker: string, last: string, { source, whole }: ComparedMention): boolean {
  const names = capitals(speaker)
  if (sameSpeaker(speaker, source) && !isOnlyWhereFrom(speaker, { source, whole: source })) return true
  // “Harbin, Aldous’s assistant” is not Aldous.
  const others = capitals(/['’]s\b/.test(speaker) ? whole : whole.replace(/\p{Lu}[\p{L}-]*['’]s?(?=\s)/gu, ''))
  const isThere =
    (capitals(source).at(-1) === last && !isAnotherPerson(speaker, source)) ||
    (others.includes(last) && !isAnotherPerson(speaker, whole))
  if (isThere && !isOnlyWhereFrom(speaker, { source, whole })) return true
  if (speaksFor.test(whole) && names.some((name) => capitals(whole).includes(name))) return true
  // “Kelandian mediators” for “mediators from Kelandia”.
  const isOfLand = (name: string) => capitals(source).some((each) => each.slice(0, 5) === name.slice(0, 5))
  return sameDescription(speaker, source) && names.some(isOfLand)
}

/** “Dr Farrant, a specialist at Brannock's Hospital”: the hospital is where she is from. */
function isOnlyWhereFrom(speaker: string, { whole }: ComparedMention): boolean {
  const first = capitals(speaker)[0]
  if (first === undefined || speaksFor.test(whole)) return false
  const before = new RegExp(`^(.*?)\\b(?:at|of|for|from|in|with|by|on) (?:the )?${first}`, 'isu').exec(whole)?.[1]
  return before !== undefined && before.trim() !== '' && !capitals(before).includes(first)
}

/** “Mary Cole” is not “Tom Cole”. */
function isAnotherPerson(speaker: string, mention: string): boolean {
  const [first, last] = [capitals(speaker).at(-2), capitals(speaker).at(-1)]
  if (first === undefined || last === undefined) return false
  const before = new RegExp(`(\\p{Lu}[\\p{L}’'-]+) ${last}`, 'iu').exec(mention)?.[1]?.toLowerCase()
  return before !== undefined && !capitals(speaker).includes(before) && !address.test(before)
}

/** True if two descriptions agree in noun and number: “two officials” are neither “officials” nor “an official”. */
function sameDescription(one: string, other: string): boolean {
  const [noun, otherNoun] = [nounOf(one), nounOf(other)]
  if (noun === '' || !areAlike(formOf(noun), formOf(otherNoun))) return false
  return countOf(one) === countOf(other) && isPlural(one) === isPlural(other)
}

function countOf(text: string): string {
  const [count = ''] =
    /^(?:at least |about |some |another )?(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+)\b/i.exec(
      text,
    ) ?? []
  return count.toLowerCase()
}

export function isPlural(text: string): boolean {
  const [head = ''] = nounPhrase(text).match(/\p{L}+$/u) ?? []
  return /(?:[^s]s|people|men|police)$/i.test(head) && !/^(?:annals|news|times)$/i.test(head)
}

/** “Anna Reed, a manager at Norrvik, which owns …, said”: the nearest name is Norrvik, but the speaker is Reed. */
export function isInApposition(speaker: string, { start }: Span, text: string): boolean {
  const last = capitals(speaker).at(-1)
  if (last === undefined) return false
  // “Konrad Ellery, of the institute, whose group announced …, said”: he is the speaker.
  const opening = text.slice(Math.max(0, text.lastIndexOf('. ', start) + 1, text.lastIndexOf('\n', start) + 1), start)
  const subject =
    /^\s*(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Cllr|Councillor|Mayor)\.? )?((?:\p{Lu}[\p{L}’'-]+ ?)+)(?:,| ?\()(.*)$/su.exec(
      opening,
    )
  if (
    subject &&
    capitals(subject[1] ?? '').at(-1) === last &&
    !/;|[“”]|, (?:and|but|while) /.test(subject[2] ?? '') &&
    !described.test(speaker)
  )
    return true
  const before =
    /(\p{Lu}[\p{L}’'-]+),? (?:an?|the|who|whose|which)?[^.;“”]{0,80}\b(?:at|of|for|from|in|with|by) (?:the )?$/u.exec(
      text.slice(Math.max(0, start - 120), start),
    )
  return before !== null && before[1]?.toLowerCase() === last && !described.test(speaker)
}

/** Short forms of ranks and titles before a name, with the full forms. */
const ranks: readonly (readonly [RegExp, string])[] = [
  [/^sgt$/, 'sergeant'],
  [/^(?:det|d[is])$/, 'detective'],
  [/^insp$/, 'inspector'],
  [/^supt$/, 'superintendent'],
  [/^capt$/, 'captain'],
  [/^lt$/, 'lieutenant'],
  [/^gen$/, 'general'],
  [/^col$/, 'colonel'],
  [/^cpl$/, 'corporal'],
  [/^gov$/, 'governor'],
  [/^sen$/, 'senator'],
  [/^cllr$/, 'councillor'],
  [/^prof$/, 'professor'],
  [/^dr$/, 'doctor'],
]

/** True if a name has the title that a description uses: “the sergeant” for Sgt Dominic Harrow. */
export function hasTitle(name: string, title: string): boolean {
  const words = name.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.some((word) => word === title || ranks.some(([short, whole]) => whole === title && short.test(word)))
}

const address =
  /^(?:mr|mrs|ms|dr|cllr|councillor|prof|professor|sir|lady|lord|gen|general|col|colonel|major|capt|captain|mayor|minister|judge|superintendent|supt|inspector|detective|sergeant|senator|rep|gov|governor|president|secretary|chief|premier|father|fr)\.?$/i
const small = list('the of and for in at on mr mrs ms dr sir')

/** Returns the capitalised words of a mention, in lower case, except small words and forms of address. */
export function capitals(text: string): string[] {
  return (text.match(/\p{Lu}[\p{L}\p{M}’'-]*/gu) ?? [])
    .map((word) => word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, ''))
    .filter((word) => !small.has(word))
}

function nounPhrase(text: string): string {
  const [head = ''] = text.split(
    // “A lawyer acting for him”, “a deckhand rescued at sea”: a participle, unlike “a building inspector”.
    /,|\(| \p{L}+(?:ing|ed)(?= (?:for|at|in|on|by|with|under|from|to|the|an?|his|her|its|their|off)\b)| (?:of|in|for|from|at|with|on|by|to|who|whom|which|that|close|familiar|briefed|speaking|involved|reached|whose|accused|charged|convicted|suspected|named|held|arrested|brought)\b/u,
    1,
  )
  return head.trim()
}

/** Returns the head noun of a mention, in the singular: “official” for “a senior official of the ministry”. */
export function nounOf(text: string): string {
  const head =
    nounPhrase(text)
      .toLowerCase()
      .match(/\p{L}+(?:['’]s)?/gu)
      ?.at(-1) ?? ''
  return head.replace(/['’]s$/, '').replace(/(?<=[^s])s$/, '')
}

/** True if a text mentions a speaker, by the last word of their name or the noun that describes them. */
export function isMentioned(named: string, text: string): boolean {
  const speaker = named.replace(/\b[Ee]x-(?=\p{L})/gu, '')
  const last = capitals(speaker).at(-1)
  if (last !== undefined && !described.test(speaker)) {
    if (capitals(text).includes(last)) return true
    // “Officials” may have a capital only because it comes first.
    if (!/^\p{Lu}\p{Ll}+$/u.test(speaker)) return false
  }
  const noun = nounOf(speaker)
  if (noun === '') return false
  return [...text.toLowerCase().matchAll(/\p{L}+/gu)].some(
    ({ 0: word, index }) =>
      areAlike(formOf(word), formOf(noun)) &&
      // “A member of the study team” is not the team.
      (described.test(speaker) ||
        !/\b(?:of|at|in|from|for) (?:the |its |his |her )?(?:\p{L}+ )?$/u.test(text.toLowerCase().slice(0, index))),
  )
}
