import { plainText, type TextRules } from '../../text/rules.ts'
import { list } from '../lists/list.ts'
import { german as closed } from './closed-words.ts'

/** How German writes words, numbers and sentences. */
export const germanText: TextRules = {
  ...plainText,
  abbreviations: list(closed.abbreviations),
  beforeNames: list(
    'dr. prof. nr. st. mr. mrs. ms. hl. ing. dipl. mag. sen. art. abs. vgl. ca. bzw. z. b. d. h. u. a.',
  ),
  sentenceStarters: list(
    `der die das er sie es wir ich ein eine in im am an auf bei nach vor und aber doch auch dann da so nun wenn als weil
     dies diese dieser damit dabei zu zum zur mit für von vom aus seit wie was wer seine ihre`,
  ),
  sayingVerbs: list('sagte sagt fragte fragt rief ruft schrieb schreibt meinte meint antwortete erklärte'),
  dashOpensDialogue: false,
  capitalisesNouns: true,
  marksPointInward: true,
  beforeOrdinals: list(
    'am vom zum der die das dem den des im bis ab seit ihr ihrem ihren sein seinem seinen jeder jeden',
  ),
  datelineMonths: String.raw`Jan|Feb|März|Apr|Mai|Juni?|Juli?|Aug|Sept?|Okt|Nov|Dez`,
  negations: list(closed.negations),
}
