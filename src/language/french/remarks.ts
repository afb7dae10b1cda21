import type { Span } from '../../domain/article.ts'
import { verbs } from './words/verbs.ts'

const ends = String.raw`[^,.;:!?…«»“”"]`
const noun = String.raw`(?:l[ea]s? |l[’']|une? |s(?:on|a|es) |leurs? |M\. |M(?:me|e|gr) |\p{Lu})`
/** “, élue depuis 2014”: what is told of a speaker up to the end of the sentence, without a subject of its own. */
const aboutThem = String.raw`(?:,\s(?!(?:ils?|elles?|on|je|nous|vous|ce|et|mais|l[ea]s?|une?)(?!\p{L})|\p{L}{1,2}[’'])${ends}{1,50}(?=\.))?`
/**
 * What a reporter puts between the words of somebody's quotation: “, dit-elle,”, “, a lancé la maire,”, “, écrit son
 * directeur, Rémi Alba,”. The groups are a finite verb or the participle behind an auxiliary.
 */
const remark = new RegExp(
  [
    String.raw`(?<=[,!?…]\s{1,3})(?!(?:a|ont|avait|avaient)-)(?<finite>\p{Ll}{1,30})(?:-t)?-(?:ils?|elles?)(?!\p{L})${ends}{0,80}(?=[,.])`,
    String.raw`(?<=[,!?…]\s{1,3})(?:s[’']est|a|ont|avait|avaient)(?:-t)?-(?:ils?|elles?)\s{1,3}(?<asked>\p{Ll}{1,30})(?!\p{L})${ends}{0,80}(?=[,.])`,
    String.raw`(?<=[,!?…]\s{1,3})(?<verb>\p{Ll}{1,30})\s{1,3}${noun}${ends}{1,80}(?:,\s\p{Lu}${ends}{1,60})?${aboutThem}(?=[,.])`,
    String.raw`(?<=[,!?…]\s{1,3})(?:s[’']est|a|ont|avait|avaient)\s+(?<told>\p{Ll}{1,30})\s{1,3}${noun}${ends}{1,80}(?:,\s\p{Lu}${ends}{1,60})?(?=[,.])`,
  ].join('|'),
  'gu',
)

/** A verb right behind a quotation: who says it is told there. */
const reportedBehind =
  /^\s{0,3},?\s{0,3}(?:(?:s[’']est|a|ont|avait|avaient)(?:-t)?(?:-(?:ils?|elles?))?\s)?(?<verb>\p{Ll}{1,30})/u

/**
 * Finds the reporter's remarks in a quotation: French writes them between its marks. Where the text behind it tells who
 * speaks, such words are the speaker's own.
 */
export function remarksIn(quotation: string, behind = ''): Span[] {
  const said = reportedBehind.exec(behind)?.groups?.['verb'] ?? ''
  if (verbs.finite.has(said) || verbs.participles.has(said)) return []
  return [...quotation.matchAll(remark)].flatMap(({ 0: found, index, groups = {} }) => {
    const { finite, verb, asked, told } = groups
    const isSaid = [finite, verb].some((word) => word !== undefined && verbs.finite.has(word))
    const wasSaid = [asked, told].some((word) => word !== undefined && verbs.participles.has(word))
    return isSaid || wasSaid ? [{ start: index, end: index + found.length }] : []
  })
}
