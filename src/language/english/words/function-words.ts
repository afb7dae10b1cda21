import { list } from '../../lists/list.ts'
import { words } from '../text.ts'
import { negations } from './negations.ts'
import { formOf } from './word-forms.ts'

/** Words with a grammatical role and little meaning. */
const functionWords = list(`
  the a an of and or to in on for at by with from as is are was were be been being am has have had having do does did will would can
  could may might must shall should that this these those it its he she they them his her their him who which what when where while there
  here than then so but if also into over after before about up out more most other some such only own same too very just
  we us our you your i me my it's hers theirs whom whose why how onto himself herself itself themselves each another any off down
  unless whether though although however because since until during against between through per via yet still again once now like even
  much many all both either half under around across along among upon within toward towards amid s re ll ve d m mr mrs ms whatever
  whenever whoever wherever
`)
/** Words too common in the news to tell one sentence from another. */
const commonplace = list('one say says said')
/** Plain words that add no fact: a sentence may have a few that its passage lacks. */
const plainWords = list(`
  say tell call add ask answer reply respond comment decline accuse deny reject confirm warn expect believe think want hope plan seek look
  take make give get go come put keep hold let begin start end stop continue remain stay become happen use work help show see hear know find
  learn meet visit speak write read send receive bring carry run lead leave return move turn open close change include involve concern
  affect follow face try need require allow person people man woman child member group company official source account time day
  week month year morning evening night number part place area way case thing matter issue detail fact statement question reason claim
  unnamed anonymous anonymity named current former new old last next early earlier late later previous previously main full public
  private local national senior separate according regarding near far ahead already specific further particular several various
  total amount figure he she they someone others whether insist state describe cite mention note argue maintain explain agree appear
  set due such background view time suggest respectively meanwhile instead likewise overall among one two first second adding saying
  having whose where position role stance side decision event incident situation report reported reports announcement effort request
  article newspaper paper outlet allegation accusation charge denial description reference issue discuss point offer provide reach
  separately together personally publicly formally directly initially originally subsequently currently recently spokesman spokeswoman
  spokesperson office team party whole remark speaking spoke term describing calling attribute attributed quoting quoted dispute disputes
  rest additional third claimed told stated noted added asked called details outcome result step steps action`)

const plainForms = new Set([...plainWords].map(formOf))

/** Returns true if a form belongs to a word that adds no fact. */
export function isPlain(form: string): boolean {
  return plainForms.has(form)
}

/** Returns true if a word carries meaning; small words do not, and negations are handled separately. */
export function isContent(word: string): boolean {
  return !functionWords.has(word) && !negations.has(word)
}

/** Returns the words of a text that carry its meaning, in lower case and without inflectional endings. */
export function contentWords(text: string): string[] {
  return words(text)
    .map(({ lower }) => lower.replace(/['’]s?$/, '').replace(/\.$/, ''))
    .filter((word) => isContent(word) && !commonplace.has(word) && word.length > 1)
    .map(stem)
}

/** Cuts plural, past and participle endings, so that forms of one word match. */
export function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=[^s])s$/, '')
  return word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ing|ed|es|s)$/, '')
    .replace(/([^aeiouls])\1$/, '$1')
    .replace(/e$/, '')
}
