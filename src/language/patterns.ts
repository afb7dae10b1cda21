/** Phrases to look for in briefs and their articles, as regular expressions. */
export interface BriefPatterns {
  readonly ownVoice: OwnVoicePatterns
  readonly answers: AnswerPatterns
  readonly truncation: TruncationPatterns
  readonly leaning: LeaningPatterns
  readonly speakers: SpeakerPatterns
}

/** Patterns that show whether a sentence is in the outlet's own voice. */
export interface OwnVoicePatterns {
  /** A lower-case word of the course of any case, inquiry or request: “ruling”, “expected”, “declined”. */
  readonly procedure: RegExp
  /** Signs of a court case or an inquiry, in which statements about the case are somebody's claims. */
  readonly inCourt: RegExp
  /** The words at the end of a sentence's first half that introduce the second: “, as”, “, while the”. */
  readonly opensSecondHalf: RegExp
  /** What leads from the news to claims in the same sentence: “after a court heard”, “amid claims”. */
  readonly opensClaims: RegExp
  /** Hints that someone said something, though it is not reported; the next sentence may continue it. */
  readonly nearSpeech: RegExp
  /** A reference to the preceding text as someone's claim: “those claims”, “So runs the”. */
  readonly refersBack: RegExp
  /** Words that accuse someone of wrongdoing. */
  readonly wrongdoing: RegExp
  /** Words that depend on the text before them, so that the sentence makes no sense alone. */
  readonly dangling: RegExp
  /** Speech or hearsay that was not read as an attribution. */
  readonly hearsay: RegExp
  /** That somebody is accused, which the outlet may say of the news itself: “was accused of”. */
  readonly passiveCharge: RegExp
  /** The first and second person: “I”, “we”, “you”. */
  readonly addressed: RegExp
  /** Site text that is not prose: “read more”, a photographer's name. */
  readonly notProse: RegExp
  /** A place after a preposition, as the first group: “in Tarn”. Global. */
  readonly placeBehind: RegExp
  /** The evidence for a sentence, at its beginning or end: “…, the diaries show”. */
  readonly witness: RegExp
  /** Words that refer to such evidence. */
  readonly namesWitness: RegExp
  /** The speaker that a headline names after a comma, as the first group: “…, agent claims”. */
  readonly trailingSpeaker: RegExp
}

/** Patterns that show whether a sentence answers another. */
export interface AnswerPatterns {
  /** A reference back to what is denied: “denied this”, “rejected the allegation”. */
  readonly referring: RegExp
  /** An opening that refers to an earlier statement: “that as a lie”, “The claim is false”, “no such message”. */
  readonly pointing: RegExp
  /** A reference to the latest allegation: “that allegation”. */
  readonly pointingHere: RegExp
  /** “no such crossing”, “such an offer”: the noun shows which statement is meant. */
  readonly suchThing: RegExp
  /** “any”, “anything”: right after an accusation, these deny all of it. */
  readonly all: RegExp
  /** Words that only the accused deny, so that the denial answers only an accusation: “wrongdoing”. */
  readonly guilt: RegExp
  /** The person whose statement is denied, as the first group: Lind in “Mr Lind’s figures were wrong”. */
  readonly whose: RegExp
  /** Words that leave unclear which of several things is denied: “the first”, “the latter”. */
  readonly ordinal: RegExp
  /** The subject of a silence, as the first group: “about the report”. */
  readonly putToThem: RegExp
  /** “allegation”, “claim”. */
  readonly referringNoun: RegExp
  /** Words that may mean that someone answered, or was asked but did not. */
  readonly mayAnswer: RegExp
  /** Unnamed speakers who may speak for someone named: “the lender”, “a spokesman”. */
  readonly standsFor: RegExp
  /** Buildings and bodies whose names are used for governments and offices. */
  readonly metonym: RegExp
  /** A word of accusation. */
  readonly accusing: RegExp
  /** The start of a clause within an accusation that may contain the answer: “, which he”. */
  readonly relativeClause: RegExp
  /** A verb of answering within such a clause. */
  readonly answeringVerb: RegExp
  /** Words by which a sentence of a brief reports an answer or a silence. */
  readonly tellsAnswer: RegExp
  /** Verbs that deny a charge. */
  readonly denying: RegExp
  /** A rejection that names what it answers: “the allegation was false”. */
  readonly rejecting: RegExp
  /** Words by which a sentence may answer a charge. */
  readonly answering: RegExp
  /** An answer that refers to its charge only by a word like “it”. */
  readonly leaningAnswer: RegExp
}

/** Patterns that show whether leaving words out changed the meaning of the words kept. */
export interface TruncationPatterns {
  /** Words that matter if left out before the words kept: “untrue”, “doubts”. */
  readonly turning: RegExp
  /** Words that matter if left out anywhere: “if”, “possible”. */
  readonly conditional: RegExp
  /** An introduction right before the words kept: “a report that”. */
  readonly embedding: RegExp
  /** A qualification right after the words kept: “, but”, “until”. */
  readonly qualifying: RegExp
  /** The start of a sentence that limits all of it: “Excluding the effects of the attack, …”. */
  readonly limitingOpening: RegExp
  /** The outlet's comment on what speakers left out of their statement: “, but offered no evidence”. */
  readonly ownCaveat: RegExp
  /** A continuation of the same statement: “, but that …”. */
  readonly goesOnWithBut: RegExp
  /** Words right before a number that change it, as the first group: “at least ”. */
  readonly beforeNumber: RegExp
  /** Verbs that leave open whether something was said: “might”, “seemed”. */
  readonly supposing: RegExp
  /** A cue that is not a verb of saying: “according”, “statement”. */
  readonly sourceNoun: RegExp
  /** A beginning with a verb, so that the subject is missing. */
  readonly leansOnSubject: RegExp
  /** Verbs like “call” and “dismiss”: after them, “that” is not a conjunction. */
  readonly namesThings: RegExp
  /** A plain finite verb. */
  readonly finiteVerb: RegExp
  /** The conjunction or mark before the reported words, with the space after it. */
  readonly leadingConjunction: RegExp
}

/** Patterns for words that cannot be understood without the text before them. */
export interface LeaningPatterns {
  /** The beginning of such a sentence in an article. */
  readonly opening: RegExp
  /** A reference to the claim right before it: “That claim could not be verified”. */
  readonly onClaim: RegExp
  /** A pronoun that does not by itself show whose words are reported. */
  readonly pronoun: RegExp
  /** A claim that consists only of a word like “that”. */
  readonly bareObject: RegExp
  /** A claim that begins with such a word and a quotation: “that ‘simply untrue’”. */
  readonly leadingObject: RegExp
  /** Told words about something that only another sentence names: “said that was a lie”. */
  readonly pointingSubject: RegExp
  /** Told words about a thing or a body by “it” alone: “that it had hidden nothing”. */
  readonly neuterSubject: RegExp
  /** At the beginning of what somebody said: an object that only points, with how it was said: “this in a statement:”. */
  readonly pointingObject: RegExp
  /** References to something mentioned earlier, anywhere in a claim: “that figure”, “those words”, “such a form”. */
  readonly pointsBack: RegExp
  /** A silence whose subject is negative: “neither”, “no one”. */
  readonly silentSubject: RegExp
}

/** Words about speakers. */
export interface SpeakerPatterns {
  /** Forms of words that explain why a speaker is not named. */
  readonly ofAnonymity: ReadonlySet<string>
  /** For a word that says whose relative somebody is, those of the other: for “sister”, “brother” and “sister”. */
  readonly kinOf: ReadonlyMap<string, readonly string[]>
  /** Forms of the plainest verbs of saying. */
  readonly saying: ReadonlySet<string>
}
