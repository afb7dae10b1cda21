import type { Token } from '../../../text/tokens.ts'
import type { Range } from '../../report.ts'
import { cueForm } from '../words/cue-verbs.ts'
import {
  auxiliaries,
  beForms,
  determiners,
  isCapitalized,
  isMark,
  isWordIn,
  looksFinite,
  prepositions,
} from '../words/word-classes.ts'
import type { Cue } from './contents.ts'

/** Verbs of saying that are other verbs as well: “admitted nine patients”, “claimed two lives”, “slammed into the gate”. */

/** What a verb takes when nothing is said by it, matched against what stands behind it, in lower case. */
const deeds: Readonly<Record<string, RegExp>> = {
  admit:
    /^(?:to (?!\p{L}+ing\b)|into |(?:about |some |nearly |almost |at least |more than )*(?:\d|a dozen|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands)|(?:the |a |an )?(?:patients?|people|students?|visitors?|guests?|evidence|statements?|testimony|public|wounded|injured)\b)/u,
  claim:
    /^(?:(?:at least |more than |nearly |almost |some |about |up to )*(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|the) ?(?:\p{L}+ )?(?:lives?|homes?|houses?|victims?|people|titles?|seats?|medals?|points?|scalps?|win|crown|gold|silver|bronze)|(?:an?|his|her|its|their) (?:first|second|third|record|fifth)\b|(?:asylum|benefits?|expenses|compensation|damages|the life|the lives|land|territory)\b)/u,
  slam: /^(?:into|on to|onto|on the brakes|against|through|shut|down|the (?:door|brakes))\b/u,
  recall:
    /^(?:(?:about |some |nearly |more than )*\d|the (?:ambassador|product|vehicles?|cars?|batch)|its (?:ambassador|products?)|parliament)\b/u,
  deny: /^(?:him|her|them|me|us|it (?:access|entry)|bail|parole|entry|access|permission|asylum|planning|visas?|a visa|the (?:appeal|motion|request|application|petition)|an appeal|a motion)\b/u,
  dismiss:
    /^(?:(?:about |some |nearly |more than |all |its |the |a |an )*(?:\d+ )?(?:workers?|staff|employees?|nurses?|teachers?|officers?|players?|managers?|coach|cabinet|minister|jury|jurors?|case|lawsuit|appeal|charges?|indictment|complaint|motion|batsm[ae]n)\b)/u,
  reject:
    /^(?:(?:the|a|an|its|his|her|their) )?(?:appeal|motion|petition|application|bid to|organ|kidney|transplant)\b/u,
  concede:
    /^(?:(?:a|an|the|two|three|four|five|six|\d+) )?(?:\p{L}+ )?(?:goals?|penalt(?:y|ies)|corners?|free[- ]kicks?|tr(?:y|ies)|runs?|points?|seats?)\b/u,
  add: /^(?:a|an|the|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*|more|another|extra|new|his|her|its|their)\b/u,
  post: /^(?:(?:a|an|its|their|his|her) )?(?:\p{L}+ )*(?:profit|loss|revenue|growth|rise|fall|gain|record|win|time|sales|bail|bond|letter|parcel|notice)s?\b/u,
  call: /^(?:off|in|up|back|the police|police|an? (?:ambulance|election|vote|meeting|halt|strike|truce|ceasefire|emergency)|elections?|the election|time|911|999|112|emergency services|witnesses|(?:him|her|them) (?:in|up|back|to))\b/u,
  order: /^(?!that\b)(?!(?:\p{L}+ ){0,6}to \p{L}+)/u,
  hail: /^(?:from|a (?:cab|taxi))\b/u,
  express: /^(?:his|her|its|their)?\s*(?:train|mail|delivery)\b/u,
  repeat: /^(?:the (?:exercise|feat|trick|test|experiment|year|process)|a year)\b/u,
  agree: /^to\b/u,
  decline: /^(?:by|to (?:\d|about|around))\b/u,
  threaten: /^(?:the|a|an|his|her|their|its|him|them|people|homes|villages?)\b(?!.* with (?:legal|court))/u,
}
/** “refused to say” speaks of saying, “refused to let go of the wheel” does not. */
const refusedSaying =
  /^(?:not )?to (?:\p{L}+ly )?(?:say|comment|discuss|answer|confirm|deny|name|identify|specify|elaborate|disclose|reveal|give|provide|explain|speak|talk|rule|apologi[sz]e|address|acknowledge|accept|admit|condemn|criticise|criticize|respond|be drawn|speculate|release)\b/u
const refusals = new Set(['decline', 'refuse'])
/** Verbs whose object is told to do something: without one, in the past form, they are passives. */
const addressing = new Set(
  'order tell urge warn instruct command advise remind direct ask accuse inform assure persuade implore caution'.split(
    ' ',
  ),
)
const courts = /^(?:judges?|courts?|magistrates?|tribunals?|jur(?:y|ies)|jurors|panels?)$/

/** Whether a verb of saying is used of a deed here, by what stands behind it. */
export function isDeed(tokens: readonly Token[], { verb, to, at }: Cue): boolean {
  const behind = tokens.slice(to, to + 14)
  if (behind[0]?.kind === 'quotation' || behind[0]?.lower === 'that') return false
  const words = behind.map(({ lower }) => lower).join(' ')
  const phrasal = to > at + 1
  if (phrasal) return false
  if (refusals.has(verb.lemma)) return /^(?:not )?to /.test(words) && !refusedSaying.test(words)
  const deed = deeds[verb.lemma]
  if (deed === undefined || !deed.test(words)) return false
  // “added a clause had been cut”, “called it a lie”: a clause or a quotation follows after all.
  const clause = tokens
    .slice(to)
    .findIndex((token, index) => token.kind === 'quotation' || (index > 0 && looksFinite(tokens, to + index)))
  return verb.lemma === 'add' ? clause < 0 : true
}

/** “He was released and ordered to surrender it”, “was arrested and accused of fraud”: a passive whose “was” stands before. */
export function isBarePassive(tokens: readonly Token[], { verb, form, at, to, from }: Cue): boolean {
  if (form !== 'past' || from !== at || !addressing.has(verb.lemma)) return false
  const [next, behind] = [tokens[to]?.lower ?? '', tokens[to + 1]?.lower ?? '']
  if (verb.lemma === 'accuse') return next === 'of'
  const isInfinitive = next === 'to' || (next === 'not' && behind === 'to')
  if (!isInfinitive) return false
  if (verb.lemma !== 'ask') return true
  return (
    tokens.slice(0, at).some((token) => isWordIn(token, beForms)) && /^(?:and|or|,)$/.test(tokens[at - 1]?.lower ?? '')
  )
}

/** An order of a court is a fact, not something that it says. */
export function isCourtOrder(tokens: readonly Token[], { verb }: Cue, source: Range | null): boolean {
  if (!/^(?:order|demand|command)$/.test(verb.lemma) || !source) return false
  const preposition = tokens.findIndex(
    (token, index) => index > source.from && index < source.to && isWordIn(token, prepositions),
  )
  const head = tokens[(preposition > 0 ? preposition : source.to) - 1]
  return courts.test(head?.lower ?? '')
}

/** Whether a source is read wrongly: no noun phrase, or one with another's clause in it. */
export function isMisreadSource(tokens: readonly Token[], { from, to }: Range): boolean {
  const first = tokens[from]
  if (!first || isWordIn(tokens[to - 1], determiners) || isWordIn(tokens[to - 1], prepositions)) return true
  if (/^(?:which|whom|that)$/.test(tokens[from - 1]?.lower ?? '') && !followsSaying(tokens, from - 1)) return true
  // “Anna Lind, a manager at Norrvik, which owns it, disagreed, saying”: whose name was left outside.
  if (/^(?:an?)$/.test(first.lower) && isMark(tokens[from - 1], ',') && isCapitalized(tokens[from - 2])) return true
  if (/^\p{Ll}/u.test(first.text) && (opensWithVerb(tokens, from, to) || isWordIn(first, auxiliaries))) return true
  for (let at = from + 1; at < to; at++) {
    const [before, word] = [tokens[at - 1], tokens[at]]
    // What explains a name is a clause of its own.
    if (isMark(word, ',(') || /^(?:who|whose)$/.test(word?.lower ?? '')) return false
    if (/^(?:which|whom|that)$/.test(word?.lower ?? '')) return true
    const breaks = /^(?:the|an?|his|her|their|its)$/.test(word?.lower ?? '') && before?.kind === 'word'
    if (
      breaks &&
      !isWordIn(before, prepositions) &&
      !/^(?:all|both|half|and|or|not|even|only|including|but|nor|as|plus)$/.test(before.lower)
    )
      return true
  }
  return false
}

/** “said that the mayor …”: there “that” opens what was said, and is no relative pronoun. */
function followsSaying(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'that' && (at === 0 || cueForm(tokens[at - 1]?.lower ?? '') !== undefined)
}

function opensWithVerb(tokens: readonly Token[], from: number, to: number): boolean {
  const word = tokens[from]?.lower ?? ''
  if (isWordIn(tokens[from], determiners)) return false
  const form = cueForm(word)?.form
  return (
    form === 'third' ||
    form === 'past' ||
    (to - from === 1 && /\p{Ll}{3,}ed$/u.test(word)) ||
    /^(?:showed|shows|found|went|came|made|took|gave|left)$/.test(word)
  )
}
