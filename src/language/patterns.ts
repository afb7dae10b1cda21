/** Phrases that a language is known by in briefs and in the articles below them, each as a regular expression. */
export interface BriefPatterns {
  readonly ownVoice: OwnVoicePatterns
  readonly answers: AnswerPatterns
  readonly truncation: TruncationPatterns
  readonly leaning: LeaningPatterns
  readonly speakers: SpeakerPatterns
}

/** What tells whether a sentence is an outlet's own. */
export interface OwnVoicePatterns {
  /** A court or an inquiry: what is told of the case is somebody's word. */
  readonly inCourt: RegExp
  /** Mentions that somebody said something without reporting it: the next sentence may continue it. */
  readonly nearSpeech: RegExp
  /** Refers to what stands before as somebody's word: “those claims”, “So runs the”. */
  readonly refersBack: RegExp
  /** A wrong that somebody is said to have done. */
  readonly wrongdoing: RegExp
  /** Leans on what stands before it, so that it cannot stand alone. */
  readonly dangling: RegExp
  /** Speech or hearsay that no attribution was made of. */
  readonly hearsay: RegExp
  /** “I”, “we”, “you”. */
  readonly addressed: RegExp
  /** Lines of a site that are no prose: “read more”, a photographer's name. */
  readonly notProse: RegExp
  /** A place that something is told of, as the first group: “in Tarn”. Global. */
  readonly placeBehind: RegExp
  /** What a sentence is known from, in front or behind: “…, the diaries show”. */
  readonly witness: RegExp
  /** Words that name any such source. */
  readonly namesWitness: RegExp
  /** Whose word a headline is, behind its last comma, as the first group: “…, agent claims”. */
  readonly trailingSpeaker: RegExp
}

/** What tells whether a sentence answers another. */
export interface AnswerPatterns {
  /** What is denied stands in front: “denied this”, “rejected the allegation”. */
  readonly referring: RegExp
  /** “any”, “anything”: right behind an accusation all of it is denied. */
  readonly all: RegExp
  /** Denied by whoever is accused of something, and no answer to anything else: “wrongdoing”. */
  readonly guilt: RegExp
  /** Which of several is denied is not plain: “the first”, “the latter”. */
  readonly ordinal: RegExp
  /** What a silence is about, as the first group: “about the report”. */
  readonly putToThem: RegExp
  /** “allegation”, “claim”. */
  readonly referringNoun: RegExp
  /** Words by which a sentence about somebody may tell that they answered, or were asked and did not. */
  readonly mayAnswer: RegExp
  /** Who may speak for somebody without being named: “the lender”, “a spokesman”. */
  readonly standsFor: RegExp
  /** Where governments and offices are, by which they go. */
  readonly metonym: RegExp
  /** A word of accusing. */
  readonly accusing: RegExp
  /** A clause within an accusation that may hold its answer: “, which he”. */
  readonly relativeClause: RegExp
  /** A verb of answering within such a clause. */
  readonly answeringVerb: RegExp
  /** Words by which a sentence of a brief tells an answer or a silence. */
  readonly tellsAnswer: RegExp
  /** Verbs by which a sentence answers a charge. */
  readonly denying: RegExp
  /** Words that name what they answer: “the allegation was false”. */
  readonly rejecting: RegExp
  /** Words by which a sentence may answer. */
  readonly answering: RegExp
  /** An answer that has only a word like “it” for what it answers. */
  readonly leaningAnswer: RegExp
}

/** What tells whether words that were left out change those that were kept. */
export interface TruncationPatterns {
  /** Left out in front: “untrue”, “doubts”. */
  readonly turning: RegExp
  /** Left out anywhere: “if”, “possible”. */
  readonly conditional: RegExp
  /** Right in front of what was kept: “a report that”. */
  readonly embedding: RegExp
  /** Right behind it: “, but”, “until”. */
  readonly qualifying: RegExp
  /** “, but that …”: said in the same breath. */
  readonly goesOnWithBut: RegExp
  /** What stands right before a number and changes it, as the first group: “at least ”. */
  readonly beforeNumber: RegExp
  /** Verbs that leave open whether something was said: “might”, “seemed”. */
  readonly supposing: RegExp
  /** A source that is no verb of saying: “according”, “statement”. */
  readonly sourceNoun: RegExp
  /** Words that begin with their verb, and so lack their subject. */
  readonly leansOnSubject: RegExp
  /** Verbs that call something so: behind them “that” is no conjunction. */
  readonly namesThings: RegExp
  /** A plain finite verb. */
  readonly finiteVerb: RegExp
  /** The conjunction in front of what was said, with its space; a mark there as well. */
  readonly leadingConjunction: RegExp
}

/** What cannot be understood without the sentence before it. */
export interface LeaningPatterns {
  /** An article's own sentence that begins so. */
  readonly opening: RegExp
  /** A sentence on what nobody knows: “That claim could not be verified”. */
  readonly onClaim: RegExp
  /** A pronoun that does not say, alone, whose words a sentence tells. */
  readonly pronoun: RegExp
  /** All of a claim is a word like “that”. */
  readonly bareObject: RegExp
  /** A claim that begins with such a word and a quotation: “that ‘simply untrue’”. */
  readonly leadingObject: RegExp
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
