import { plainText, type TextRules } from '../../text/rules.ts'
import { list } from '../lists/list.ts'
import { spanish as closed } from './closed-words.ts'
import { verbs } from './words/verbs.ts'

/** How Spanish writes words, numbers and sentences. */
export const spanishText: TextRules = {
  ...plainText,
  abbreviations: list(closed.abbreviations),
  beforeNames: list('dr. dra. sr. sra. srta. prof. ing. lic. gral. cnel. av. d. dña. art. núm.'),
  sentenceStarters: list(
    `el la los las un una él ella ellos y pero en al a de del para por según cuando si como ya no este esta esto eso también aún
     después antes es se`,
  ),
  sayingVerbs: new Set(verbs.finite.keys()),
  datelineMonths: 'ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic',
  negations: list(closed.negations),
}
