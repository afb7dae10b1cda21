import type { Grammar } from '../grammar.ts'
import { list } from '../lists/list.ts'
import { isMeasured } from '../measured.ts'
import { firstNamed } from '../rule.ts'
import { checks } from './checks/checks.ts'
import { leansBack } from './comparing/leans-back.ts'
import { isMentioned } from './comparing/mentions.ts'
import { dateWords, readWords } from './comparing/read-words.ts'
import { isExplicit, mentionOf } from './comparing/reading-kinds.ts'
import { idleWords, isDescription, isPronoun, sameSpeaker, takenUp, withArticle } from './comparing/same-speaker.ts'
import { hasName, isNamedSide, isOnSideOf, namesSide } from './comparing/sides.ts'
import { patterns } from './patterns.ts'
import { denials } from './reports/denials.ts'
import { findReports } from './reports/find-reports.ts'
import { headlineReport } from './reports/headlines.ts'
import { accusedIn, chargeIn } from './speakers/institutions.ts'
import { isReply, readSpeakers } from './speakers/read-speakers.ts'
import { readSentence } from './syntax/sentence.ts'
import { englishText } from './text.ts'
import { cueForm, isFiniteForm, pastOf } from './words/cue-verbs.ts'
import { contentWords, isPlain, stem } from './words/function-words.ts'
import { hedges } from './words/hedges.ts'
import { isAddressed, isToMachine } from './words/instructions.ts'
import { loadedWords } from './words/judgements.ts'
import { endsInLimiter, isLimitedBy, isLimiter, limited } from './words/limiters.ts'
import { isDenial, isNegation } from './words/negations.ts'
import { statusWords } from './words/statuses.ts'
import { adverbs, auxiliaries } from './words/word-classes.ts'
import { areAlike, formOf, isAmong } from './words/word-forms.ts'

/** English, as newsrooms in Britain and America write it. */
export const english: Grammar = {
  language: 'en',
  isMeasured: isMeasured('en'),
  text: englishText,
  clauses: {
    readSentence,
    connectives: list(
      'now but and then so yet still or also because thus for instead however besides moreover indeed plus',
    ),
  },
  speech: {
    findReports,
    joinsVerb: true,
    leavesSubjectsOut: false,
    quotationsWithin: false,
    headlineReport,
    readSpeakers,
    isReply,
    accusedIn,
    chargeIn,
    denialIn: (given) => firstNamed(denials, given),
    actOf: (word) => cueForm(word)?.verb.act,
    pastOf,
    isVerbPart: (word) => auxiliaries.has(word) || adverbs.has(word) || /^[a-z]{3,}ly$/.test(word),
    isFiniteCue: (word) => auxiliaries.has(word) || isFiniteForm(word),
  },
  words: {
    contentWords,
    baseOf: (word) => word.replace(/^sa(?:id|ys|ying)$/, 'say'),
    stem,
    formOf,
    areAlike,
    isAmong,
    isPlain,
    readWords,
    isNegation,
    isHedge: (word) => hedges.has(word),
    isDenial,
    statusWords,
    dateWords,
    loadedWords,
    isAddressed,
    leansBack,
    isToMachine,
    limits: { endsInLimiter, isLimiter, isLimitedBy, limited },
  },
  names: {
    isPronoun,
    takenUp,
    isIntroduction: (mention) => /^the /i.test(mention),
    isIdle: (word) => idleWords.has(word),
    withArticle,
    sameSpeaker,
    namesSide,
    isOnSideOf,
    isNamedSide,
    hasName,
    isMentioned,
    isDescription,
    isExplicit,
    mentionOf,
  },
  patterns,
  checks,
}
