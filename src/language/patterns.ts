/** Phrases to look for in briefs and in the articles behind them, each as a regular expression. */
export interface BriefPatterns {
  readonly ownVoice: OwnVoicePatterns
  readonly answers: AnswerPatterns
  readonly truncation: TruncationPatterns
  readonly leaning: LeaningPatterns
  readonly speakers: SpeakerPatterns
}

/** Patterns that show whether a sentence is the outlet's own. */
export interface OwnVoicePatterns {
  /** A court or an inquiry: what is said about the case is somebody's word. */
  readonly inCourt: RegExp
  /** What leads over to the second half of a sentence, at the end of the first: “, as”, “, while the”. */
  readonly opensSecondHalf: RegExp
  /** Hints that somebody said something, without reporting it; the next sentence may continue it. */
  readonly nearSpeech: RegExp
  /** Refers to the text before it as somebody's word: “those claims”, “So runs the”. */
  readonly refersBack: RegExp
  /** A wrong that somebody is said to have done. */
  readonly wrongdoing: RegExp
  /** Depends on the text before it, so that it cannot stand alone. */
  readonly dangling: RegExp
  /** Speech or hearsay that was not read as an attribution. */
  readonly hearsay: RegExp
  /** “I”, “we”, “you”. */
  readonly addressed: RegExp
  /** Site text that is not prose: “read more”, a photographer's name. */
  readonly notProse: RegExp
  /** A place where something happens, as the first group: “in Tarn”. Global. */
  readonly placeBehind: RegExp
  /** The evidence that a sentence relies on, at its beginning or end: “…, the diaries show”. */
  readonly witness: RegExp
  /** Words that refer to any such evidence. */
  readonly namesWitness: RegExp
  /** The speaker that a headline names after a comma, as the first group: “…, agent claims”. */
  readonly trailingSpeaker: RegExp
}

/** Patterns that show whether a sentence answers another. */
export interface AnswerPatterns {
  /** Refers back to what is denied: “denied this”, “rejected the allegation”. */
  readonly referring: RegExp
  /** Opens by pointing at what was said: “that as a lie”, “The claim is false”, “no such message”. */
  readonly pointing: RegExp
  /** “that allegation”: the one made last. */
  readonly pointingHere: RegExp
  /** “no such crossing”, “such an offer”: the noun says which statement is meant. */
  readonly suchThing: RegExp
  /** “any”, “anything”: right after an accusation, this denies all of it. */
  readonly all: RegExp
  /** Denied only by somebody who is accused, so it answers nothing but an accusation: “wrongdoing”. */
  readonly guilt: RegExp
  /** Leaves unclear which of several things is denied: “the first”, “the latter”. */
  readonly ordinal: RegExp
  /** What a silence is about, as the first group: “about the report”. */
  readonly putToThem: RegExp
  /** “allegation”, “claim”. */
  readonly referringNoun: RegExp
  /** Words that may mean that somebody answered, or was asked and did not. */
  readonly mayAnswer: RegExp
  /** Unnamed speakers who may speak for somebody: “the lender”, “a spokesman”. */
  readonly standsFor: RegExp
  /** Buildings and bodies that are used as names for governments and offices. */
  readonly metonym: RegExp
  /** A word of accusation. */
  readonly accusing: RegExp
  /** The start of a clause within an accusation that may contain the answer: “, which he”. */
  readonly relativeClause: RegExp
  /** A verb of answering within such a clause. */
  readonly answeringVerb: RegExp
  /** Words with which a sentence of a brief reports an answer or a silence. */
  readonly tellsAnswer: RegExp
  /** Verbs that deny a charge. */
  readonly denying: RegExp
  /** A rejection that names what it answers: “the allegation was false”. */
  readonly rejecting: RegExp
  /** Words with which a sentence may answer a charge. */
  readonly answering: RegExp
  /** An answer that refers to what it answers only by a word like “it”. */
  readonly leaningAnswer: RegExp
}

/** Patterns that show whether words that were left out change the meaning of those that were kept. */
export interface TruncationPatterns {
  /** Left out before the words that were kept: “untrue”, “doubts”. */
  readonly turning: RegExp
  /** Left out anywhere: “if”, “possible”. */
  readonly conditional: RegExp
  /** Right before the words that were kept: “a report that”. */
  readonly embedding: RegExp
  /** Right after the words that were kept: “, but”, “until”. */
  readonly qualifying: RegExp
  /** The start of a sentence that limits all of it: “Excluding the effects of the attack, …”. */
  readonly limitingOpening: RegExp
  /** What an outlet says behind somebody's words that they left out: “, but offered no evidence”. */
  readonly ownCaveat: RegExp
  /** “, but that …”: said in the same breath. */
  readonly goesOnWithBut: RegExp
  /** Words right before a number that change it, as the first group: “at least ”. */
  readonly beforeNumber: RegExp
  /** Verbs that leave open whether something was said: “might”, “seemed”. */
  readonly supposing: RegExp
  /** A cue that is not a verb of saying: “according”, “statement”. */
  readonly sourceNoun: RegExp
  /** The words begin with a verb, so their subject is missing. */
  readonly leansOnSubject: RegExp
  /** Verbs like “call” and “dismiss”: after them, “that” is not a conjunction. */
  readonly namesThings: RegExp
  /** A plain finite verb. */
  readonly finiteVerb: RegExp
  /** The conjunction or mark before what was said, with the space after it. */
  readonly leadingConjunction: RegExp
}

/** What cannot be understood without the sentence before it. */
export interface LeaningPatterns {
  /** The beginning of such a sentence in an article. */
  readonly opening: RegExp
  /** Shows that a sentence is about the claim right before it: “That claim could not be verified”. */
  readonly onClaim: RegExp
  /** A pronoun that does not show, by itself, whose words a sentence reports. */
  readonly pronoun: RegExp
  /** A claim that consists only of a word like “that”. */
  readonly bareObject: RegExp
  /** A claim that begins with such a word and a quotation: “that ‘simply untrue’”. */
  readonly leadingObject: RegExp
  /** Words for something told before, anywhere in a claim: “that figure”, “those words”, “such a form”. */
  readonly pointsBack: RegExp
  /** A silence that has its own subject: “neither”, “no one”. */
  readonly silentSubject: RegExp
}

/** Words about speakers. */
export interface SpeakerPatterns {
  /** Forms of words about why somebody is not named. */
  readonly ofAnonymity: ReadonlySet<string>
  /** Forms of the plainest verbs of saying. */
  readonly saying: ReadonlySet<string>
}
