import type { Span } from '../../domain/article.ts'
import { verbs } from './words/verbs.ts'

const ends = String.raw`[^,.;:!?…«»“”"]`
const noun = String.raw`(?:l[ea]s? |l[’']|une? |s(?:on|a|es) |leurs? |M\. |M(?:me|e|gr) |\p{Lu})`
/**
 * What a reporter puts between the words of somebody's quotation: “, dit-elle,”, “, a lancé la maire,”, “, écrit son
 * directeur, Rémi Alba,”. The groups are a finite verb or the participle behind an auxiliary.
 */
const remark = new RegExp(
  [
    String.raw`(?<=[,!?…]\s*)(?<=\s)(?!(?:a|ont|avait|avaient)-)(?<finite>\p{Ll}+)(?:-t)?-(?:ils?|elles?)(?!\p{L})${ends}{0,80}(?=[,.])`,
    String.raw`(?<=[,!?…]\s*)(?<=\s)(?:s[’']est|a|ont|avait|avaient)(?:-t)?-(?:ils?|elles?)\s+(?<asked>\p{Ll}+)(?!\p{L})${ends}{0,80}(?=[,.])`,
    String.raw`(?<=[,!?…]\s*)(?<=\s)(?<verb>\p{Ll}+)\s+${noun}${ends}{1,80}(?:,\s\p{Lu}${ends}{1,60})?(?=[,.])`,
    String.raw`(?<=[,!?…]\s*)(?<=\s)(?:s[’']est|a|ont|avait|avaient)\s+(?<told>\p{Ll}+)\s+${noun}${ends}{1,80}(?:,\s\p{Lu}${ends}{1,60})?(?=[,.])`,
  ].join('|'),
  'gu',
)

/** Finds the reporter's remarks in a quotation: French writes them between its marks. */
export function remarksIn(quotation: string): Span[] {
  return [...quotation.matchAll(remark)].flatMap(({ 0: found, index, groups = {} }) => {
    const { finite, verb, asked, told } = groups
    const isSaid = [finite, verb].some((word) => word !== undefined && verbs.finite.has(word))
    const wasSaid = [asked, told].some((word) => word !== undefined && verbs.participles.has(word))
    return isSaid || wasSaid ? [{ start: index, end: index + found.length }] : []
  })
}
