import { plainText, type TextRules } from '../../text/rules.ts'
import { list } from '../lists/list.ts'
import { portuguese as closed } from './closed-words.ts'
import { verbs } from './words/verbs.ts'

/** How Portuguese writes words, numbers and sentences. */
export const portugueseText: TextRules = {
  ...plainText,
  abbreviations: list(closed.abbreviations),
  beforeNames: list('dr. dra. sr. sra. prof. profa. eng. gen. cel. av. r. d. exmo. art. n.º'),
  sentenceStarters: list(
    `o a os as um uma ele ela eles elas e mas em no na nos nas ao à de do da para por segundo quando se como já não este esta
     isso isto também ainda depois antes é`,
  ),
  sayingVerbs: new Set(verbs.finite.keys()),
  datelineMonths: 'jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez',
  negations: list(closed.negations),
}
