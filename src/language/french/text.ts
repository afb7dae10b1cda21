import { plainText, type TextRules } from '../../text/rules.ts'
import { list } from '../lists/list.ts'
import { french as closed } from './closed-words.ts'
import { remarksIn } from './remarks.ts'
import { verbs } from './words/verbs.ts'

/**
 * Between an elided word and the next (“l’élue”), and before a pronoun behind its verb (“dit-elle”, “a-t-il”). Before a
 * capital, only articles, “de” and “que” are: “N’Diaye” is a name.
 */
export const joints =
  /(?<=^(?:[LlDdNnSsJjCcMmTt]|(?:[Qq]|[Jj]usq|[Ll]orsq|[Pp]uisq|[Qq]uoiq)u)['’])(?=[\p{Ll}\p{N}])|(?<=^(?:[LlDd]|[Qq]u|(?:[Ll]orsq|[Pp]uisq|[Qq]uoiq)u)['’])(?=\p{Lu})|(?<!-t)(?=-(?:t-)?(?:ils?|elles?|on)$)/u

/** How French writes words, numbers and sentences. */
export const frenchText: TextRules = {
  ...plainText,
  joints,
  remarksIn,
  abbreviations: list(closed.abbreviations),
  beforeNames: list('m. mm. mme. mlle. dr. pr. me. st. ste. art. n°'),
  sentenceStarters: list(
    `le la les un une il elle ils elles et mais en à au de du des pour par selon quand si comme déjà ne ce cette ces cela aussi
     encore après avant c'est on`,
  ),
  sayingVerbs: new Set(verbs.finite.keys()),
  datelineMonths: 'janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc',
  negations: list(closed.negations),
}
