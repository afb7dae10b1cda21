import type { At, Rule } from '../../../rule.ts'
import type { EnglishSentence } from '../../syntax/sentence.ts'
import { beForms } from '../../words/word-classes.ts'
import type { Cue } from './cue.ts'

/** Verbs of saying that have other senses too: “admitted nine patients”, “claimed two lives”, “slammed into the gate”. */

/** Patterns that show that a verb does not report speech, matched against the lower-case text after it. */
const deeds: Readonly<Record<string, RegExp>> = {
  admit:
    /^(?:to (?!\p{L}+ing\b)|into |(?:about |some |nearly |almost |at least |more than )*(?:\d|a dozen|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands)|(?:the |a |an )?(?:patients?|people|students?|visitors?|guests?|evidence|statements?|testimony|public|wounded|injured)\b)/u,
  claim:
    /^(?:(?:at least |more than |nearly |almost |some |about |up to )*(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|the) ?(?:\p{L}+ )?(?:lives?|homes?|houses?|victims?|people|titles?|seats?|medals?|points?|scalps?|win|crown|gold|silver|bronze)|(?:an?|his|her|its|their) (?:first|second|third|record|fifth)\b|(?:asylum|benefits?|expenses|compensation|damages|the life|the lives|land|territory)\b)/u,
  slam: /^(?:into|on to|onto|on the brakes|against|through|shut|down|the (?:door|brakes))\b/u,
  recall:
    /^(?:(?:about |some |nearly |around |more than |over |up to )*\d|(?:(?:about|some|nearly|more than|all|its|the|an?|\d[\d,.]*) )*(?:[\p{L}-]+ ){0,3}?(?:ambassador|ranges?|batch(?:es)?|products?|vehicles?|cars?|models?|lots?|packs?|units?|toys?|devices?|bottles?|jars?|parliament)\b)/u,
  deny: /^(?:him|her|them|me|us|it (?:access|entry)|bail|parole|entry|access|permission|asylum|planning|visas?|a visa|the (?:appeal|motion|request|application|petition)|an appeal|a motion)\b/u,
  dismiss:
    /^(?:(?:about |some |nearly |more than |all |its |the |a |an )*(?:\d+ )?(?:workers?|staff|employees?|nurses?|teachers?|officers?|players?|managers?|coach|cabinet|minister|jury|jurors?|case|lawsuit|appeal|charges?|indictment|complaint|motion|batsm[ae]n)\b|(?:[\p{L}’'-]+ ){1,4}as (?:its |their |his |her |the |head |first-team |interim |caretaker |deputy )*(?:manager|coach|trainer|captain|minister|editor|director|chief|chair\p{L}*|president|secretary|governor|head|leader)\b)/u,
  reject:
    /^(?:(?:the|a|an|its|his|her|their) )?(?:appeal|motion|petition|application|bid to|organ|kidney|transplant)\b/u,
  concede:
    /^(?:(?:a|an|the|two|three|four|five|six|\d+) )?(?:\p{L}+ )?(?:goals?|penalt(?:y|ies)|corners?|free[- ]kicks?|tr(?:y|ies)|runs?|points?|seats?)\b/u,
  add: /^(?:together|up|a|an|the|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*|more|another|extra|new|his|her|its|their)\b/u,
  post: /^(?:(?:a|an|its|their|his|her) )?(?:\p{L}+ )*(?:profit|loss|revenue|growth|rise|fall|gain|record|win|time|sales|bail|bond|letter|parcel|notice)s?\b/u,
  call: /^(?:off|in|up|back|the police|police|an? (?:ambulance|election|vote|meeting|halt|strike|truce|ceasefire|emergency)|elections?|the election|time|911|999|112|emergency services|witnesses|(?:him|her|them) (?:in|up|back|to)|(?:him|her|them|me|us)(?: (?:on|at|about|after|before|again|from)|$|[.,;]))(?!\p{L})/u,
  order: /^(?!that\b)(?!(?:\p{L}+ ){0,6}to \p{L}+)/u,
  hail: /^(?:from|a (?:cab|taxi))\b/u,
  express: /^(?:his|her|its|their)?\s*(?:train|mail|delivery)\b/u,
  repeat: /^(?:the (?:exercise|feat|trick|test|experiment|year|process)|a year)\b/u,
  agree: /^(?:to|on|about|over)\b(?!.* that )/u,
  write: /^(?:about|of)\b(?!.* that )/u,
  // “put the crowd at 200,000” is an estimate; putting anything else somewhere is not.
  put: /^(?!(?:\S+ ){1,8}at (?:about |around |more than |some |nearly |close to |just |over |under )*["“£$€]?\d)/u,
  dare: /^(?!(?:\S+ ){1,6}to \p{L})/u,
  challenge: /^(?!(?:\S+ ){1,6}to \p{L})/u,
  expect: /^(?:an? (?:baby|child|daughter|son)|visitors?|guests?)\b/u,
  decline: /^(?:by|to (?:\d|about|around))\b/u,
  threaten: /^(?:the|a|an|his|her|their|its|him|them|people|homes|villages?)\b(?!.* with (?:legal|court))/u,
}
/** “refused to say” is about saying, “refused to let go of the wheel” is not. */
const refusedSaying =
  /^(?:not )?to (?:\p{L}+ly )?(?:say|comment|discuss|answer|confirm|deny|name|identify|specify|elaborate|disclose|reveal|give|provide|explain|speak|talk|rule|apologi[sz]e|address|acknowledge|accept|admit|condemn|criticise|criticize|respond|be drawn|speculate|release)\b/u
const refusals = new Set(['decline', 'refuse'])
/** Verbs with an addressee as their object; without an object, their past form is a passive. */
const addressing = new Set(
  'order tell urge warn instruct command advise remind direct ask accuse inform assure persuade implore caution'.split(
    ' ',
  ),
)

interface AtCue extends At<EnglishSentence> {
  readonly cue: Cue
}

/** The number of tokens after a verb that are read to determine its sense. */
const longestObject = 14

export const aboutNaming: Rule<AtCue, true> = {
  name: 'no cue: about not being named',
  example: 'Two officials asked not to be named.',
  counterExample: 'Two officials asked not to be moved.',
  find: ({ sentence, cue }) => naming.test(sentence.phrase(cue.to, cue.to + 7)),
}

/** "asked not to be named", "declined to be identified", "insisted on anonymity": how it was said, not what. */
const naming =
  /^(?:not to (?:name|identify|quote) |(?:not )?to (?:not )?be (?:publicly |further |fully )?(?:named|identified|quoted|photographed)|not to give (?:his|her|their) (?:full |real |last )?names?|that (?:he|she|they|(?:his|her|their) names?) not be|(?:for|on|to remain) anonym|anonymity)/

export const deed: Rule<AtCue, true> = {
  name: 'no cue: a deed',
  example: 'The hospital admitted nine patients.',
  counterExample: 'The hospital admitted that nine patients had died.',
  find: ({ sentence, cue: { verb, to, at } }) => {
    if (to > at + 1 || sentence.isQuotation(to) || sentence.word(to) === 'that') return false
    const behind = sentence.phrase(to, to + longestObject)
    if (refusals.has(verb.lemma)) return /^(?:not )?to /.test(behind) && !refusedSaying.test(behind)
    if (!deeds[verb.lemma]?.test(behind)) return false
    // “The report adds together three lists”.
    if (/^(?:together|up)\b/.test(behind)) return true
    // “added a clause had been cut”: a clause or a quotation follows after all.
    return (
      verb.lemma !== 'add' ||
      !sentence.some((index) => sentence.isQuotation(index) || (index > to && sentence.isFinite(index)), to)
    )
  },
}

/** “It expects to resume flights” is a forecast; “expected” and “expecting” only say what someone thought. */
export const thought: Rule<AtCue, true> = {
  name: 'no cue: what somebody thought',
  example: 'Norrvik had expected a profit.',
  counterExample: 'Norrvik expects a profit.',
  find: ({ cue: { verb, form } }) => verb.lemma === 'expect' && (form === 'past' || form === 'ing'),
}

export const barePassive: Rule<AtCue, true> = {
  name: 'no cue: a passive whose verb stands before',
  example: 'He was released and ordered to pay.',
  counterExample: 'The mayor ordered that he pay.',
  find: ({ sentence, cue: { verb, form, at, to, from } }) => {
    if (form !== 'past' || from !== at || !addressing.has(verb.lemma)) return false
    const next = sentence.word(to)
    if (verb.lemma === 'accuse') return next === 'of'
    const isInfinitive = next === 'to' || (next === 'not' && sentence.word(to + 1) === 'to')
    if (!isInfinitive || verb.lemma !== 'ask') return isInfinitive
    const hasBe = sentence.some((index) => sentence.isIn(index, beForms), 0, at)
    return hasBe && /^(?:and|or|,)$/.test(sentence.word(at - 1))
  },
}
