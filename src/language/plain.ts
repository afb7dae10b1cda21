import { findQuotations } from '../text/quotations.ts'
import { plainText } from '../text/rules.ts'
import { words } from '../text/tokens.ts'
import type { ReadText, Word } from './check.ts'
import type { Grammar, ReadSentence } from './grammar.ts'
import type { BriefPatterns } from './patterns.ts'
import { Sentence } from './sentence.ts'

const nothing = /(?!)/
const none: ReadonlySet<string> = new Set()

const patterns: BriefPatterns = {
  ownVoice: {
    procedure: nothing,
    inCourt: nothing,
    opensSecondHalf: nothing,
    opensClaims: nothing,
    nearSpeech: nothing,
    refersBack: nothing,
    wrongdoing: nothing,
    dangling: nothing,
    hearsay: nothing,
    passiveCharge: nothing,
    addressed: nothing,
    notProse: nothing,
    placeBehind: /(?!)/g,
    witness: nothing,
    namesWitness: nothing,
    trailingSpeaker: nothing,
  },
  answers: {
    referring: nothing,
    pointing: nothing,
    pointingHere: nothing,
    suchThing: nothing,
    all: nothing,
    guilt: nothing,
    whose: nothing,
    ordinal: nothing,
    putToThem: nothing,
    referringNoun: nothing,
    mayAnswer: nothing,
    standsFor: nothing,
    metonym: nothing,
    accusing: nothing,
    relativeClause: nothing,
    answeringVerb: nothing,
    tellsAnswer: nothing,
    denying: nothing,
    rejecting: nothing,
    answering: nothing,
    leaningAnswer: nothing,
  },
  truncation: {
    turning: nothing,
    conditional: nothing,
    embedding: nothing,
    qualifying: nothing,
    limitingOpening: nothing,
    ownCaveat: nothing,
    goesOnWithBut: nothing,
    beforeNumber: nothing,
    supposing: nothing,
    sourceNoun: nothing,
    leansOnSubject: nothing,
    namesThings: nothing,
    finiteVerb: nothing,
    leadingConjunction: /^[,;:—–-]\s+/,
  },
  leaning: {
    opening: nothing,
    onClaim: nothing,
    pronoun: nothing,
    bareObject: nothing,
    leadingObject: nothing,
    pointingSubject: nothing,
    neuterSubject: nothing,
    pointingObject: nothing,
    pointsBack: nothing,
    silentSubject: nothing,
  },
  speakers: { ofAnonymity: none, kinOf: new Map(), saying: none },
}

/** A sentence whose words are all unknown. */
class PlainSentence extends Sentence implements ReadSentence {
  readonly carriesOn = 'no'
  readonly denies = undefined
  isFinite = () => false
  subjectBefore = () => undefined
  speakerBefore = () => undefined
  phraseAfter = () => undefined
  actorOf = () => undefined
}

/**
 * Makes a grammar that knows no words, for a language that we have no grammar for. It finds no reports and names
 * nobody; words and quotations are recognised by letters and marks alone.
 */
export function plainGrammar(language: string): Grammar {
  return {
    language,
    isMeasured: false,
    text: plainText,
    clauses: {
      readSentence: (tokens) => new PlainSentence(tokens),
      connectives: none,
    },
    speech: {
      findReports: () => [],
      joinsVerb: false,
      leavesSubjectsOut: false,
      quotationsWithin: false,
      headlineReport: () => undefined,
      readSpeakers: () => ({
        identify: () => ({ speaker: null, rule: '', doubts: [] }),
        describe: (speaker) => speaker,
      }),
      isReply: () => false,
      accusedIn: () => undefined,
      chargeIn: () => undefined,
      denialIn: () => undefined,
      actOf: () => undefined,
      isFiniteCue: () => false,
      isVerbPart: () => false,
      pastOf: () => undefined,
    },
    words: {
      contentWords: (text) => words(text).map(({ lower }) => lower),
      baseOf: (word) => word,
      stem: (word) => word,
      formOf: (word) => word.toLowerCase(),
      areAlike: (one, other) => one === other,
      isAmong: (form, forms) => forms.has(form),
      isPlain: () => false,
      readWords,
      isNegation: () => false,
      isHedge: () => false,
      isDenial: () => false,
      statusWords: () => [],
      dateWords: () => [],
      loadedWords: () => [],
      isAddressed: () => false,
      leansBack: () => false,
      isToMachine: () => false,
      limits: { endsInLimiter: () => false, isLimiter: () => false, isLimitedBy: () => false, limited: () => [] },
    },
    names: {
      isPronoun: () => false,
      takenUp: (description) => description,
      isIntroduction: () => false,
      isIdle: () => false,
      withArticle: (name) => name,
      sameSpeaker: (one, other) => one.trim().toLowerCase() === other.trim().toLowerCase(),
      namesSide: (text, name) => text.includes(name),
      isOnSideOf: () => false,
      isNamedSide: () => false,
      hasName: ({ kind }) => kind !== 'unnamed',
      isMentioned: (speaker, text) => text.toLowerCase().includes(speaker.toLowerCase()),
      isDescription: () => false,
      isExplicit: () => false,
      mentionOf: ({ source: [first] }, text) => (first ? text.slice(first.start, first.end) : ''),
    },
    patterns,
    checks: [],
  }
}

function readWords(text: string): ReadText {
  const quotations = findQuotations(text, { start: 0, end: text.length }, plainText)
  const read = words(text).map(
    ({ text: printed, lower, start, end }): Word => ({
      text: printed,
      lower,
      form: lower,
      start,
      end,
      hasContent: lower.length > 1,
      isCapital: /^\p{Lu}/u.test(printed),
      opensSentence: /(?:^|[.?!:]\s+)$/.test(text.slice(0, start)),
      isDay: false,
      isNegation: false,
      isNegative: false,
      isHedge: false,
      isQuoted: quotations.some(({ inner }) => inner.start <= start && end <= inner.end),
    }),
  )
  return { text, words: read, forms: new Set(read.map(({ form }) => form)), quotations }
}
