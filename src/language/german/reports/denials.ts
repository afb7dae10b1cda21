import { contradicts } from '../../contradiction.ts'
import type { DenialGiven } from '../../grammar.ts'
import { unicodeWords } from '../../lists/unicode-words.ts'
import type { Rule } from '../../rule.ts'
import { contentWords } from '../words/content-words.ts'

/**
 * Statements whose words deny something although their verb is neutral: “das sei falsch”. The act of other statements
 * follows from their verb.
 */

const negated = unicodeWords(
  /\b(?:nicht|nie|niemals|kein|keine|keinen|keinem|keiner|keinerlei|weder|nichts|niemand)\b/i,
)
const falsehood = unicodeWords(
  /\b(?:falsch|unwahr|unzutreffend|haltlos|frei erfunden|erfunden|erlogen|gelogen|unbegründet|absurd|unsinn|blödsinn|quatsch|humbug|lügen?|verleumdung|rufmord|märchen|aus der luft gegriffen|an den haaren herbeigezogen|keine rede|stimm(?:t|e|en) (?:so )?nicht|nicht wahr|treff(?:e|en) nicht zu|trifft nicht zu|nicht zutreffend|nicht richtig|jeder grundlage entbehr\w*|entbehr\w* jeder grundlage)(?![\p{L}])/iu,
)
const pointing =
  /^["„“»]?(?:nein, |aber |und |doch )?(?:das|dies|diese[rs]?|die(?:se)? (?:vorwürfe|behauptung(?:en)?|darstellung|anschuldigung(?:en)?|berichte?|zahlen|meldung)|der vorwurf|den vorwurf|alles|nichts davon|von \S+ (?:\S+ ){0,4}(?:kann|könne) keine rede|es (?:ist|sei)|so (?:ist|sei|war)|solche|derartige|jeder vorwurf)(?![\p{L}])/iu
const noneAtAll = unicodeWords(
  /\b(?:keinerlei|zu keine[mr] zeit(?:punkt)?)\b|\b(?:ein|eine|einen) solche[rsn]?\b.*\b(?:nicht|nie)\b|^["„“»]?es (?:gebe|gibt|habe) (?:nie |niemals )?kein(?:e|en)?\b/i,
)
const noComment = unicodeWords(
  /^(?:(?:er|sie|man|wir|ich) )?(?:dazu |das |zu \S+ (?:\S+ ){0,3})?(?:sage|sagen|äußere|kommentiere|werde|will|wolle|möchte)\b.{0,60}\b(?:nicht(?:s)?|keinen kommentar)\b|^(?:über|zu) (?:\S+ ){1,4}(?:spreche|rede|sage) (?:ich|wir) (?:nicht|nichts)|^kein kommentar\b|^zu \p{Lu}?\p{L}+ (?:\S+ ){0,3}sage (?:ich|er|sie) nichts/iu,
)

export const denials: readonly Rule<DenialGiven, 'denies' | 'rejects' | 'declines to comment'>[] = [
  {
    name: 'silence: said that nothing would be said',
    example: 'Ana Ruiz sagte, sie werde das nicht kommentieren, kein Kommentar.',
    counterExample: 'Ana Ruiz sagte, sie werde den Damm bauen.',
    find: ({ content }) => noComment.test(content) && content.length < 120 && 'declines to comment',
  },
  {
    name: 'denial: said to be false',
    example: 'Ana Ruiz sagte, das sei eine Lüge.',
    counterExample: 'Ana Ruiz sagte, das sei ein Erfolg.',
    find: ({ content }) => falsehood.test(content) && pointing.test(content) && 'rejects',
  },
  {
    name: 'denial: “Nein” in front',
    example: '„Nein, der Damm war zu“, sagte Ana Ruiz.',
    counterExample: '„Der Damm war zu“, sagte Ana Ruiz.',
    find: ({ content }) =>
      /^["„“»](?:nein|nie|niemals|falsch|unsinn|quatsch|alles lüge|lüge)[,.!]/i.test(content) && 'denies',
  },
  {
    name: 'denial: none at all',
    example: 'Ana Ruiz sagte, es habe keinerlei Absprachen gegeben.',
    counterExample: 'Ana Ruiz sagte, es habe einige Absprachen gegeben.',
    find: ({ content }) => noneAtAll.test(content) && 'denies',
  },
  {
    name: 'denial: goes on after a denial',
    example: 'Tom Lind sagte, das Tor habe versagt. Ana Ruiz bestritt das. Es habe nie versagt.',
    counterExample: 'Tom Lind sagte, das Tor habe versagt. Ana Ruiz bestritt das. Es habe 2019 einen Alarm gegeben.',
    find: ({ content, goesOn }) => goesOn && negated.test(content) && 'denies',
  },
  {
    name: 'denial: the contrary of what another says',
    example:
      'Tom Lind sagte, die Firma habe die nördliche Mühle verkauft. Ana Ruiz sagte, die Firma habe keine Mühle verkauft.',
    counterExample: 'Tom Lind sagte, der Hafen sei voll. Ana Ruiz sagte, die Firma habe keine Mühle verkauft.',
    find: ({ content, before }) =>
      negated.test(content) && contradicts(content, before(), { negated, contentWords }) && 'denies',
  },
]
