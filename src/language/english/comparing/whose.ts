import { coverSpans, type Span, spansOverlap } from '../../../domain/article.ts'
import type { Attribution } from '../../../domain/claim.ts'
import type { ArticleSentence, ReadArticle } from '../../check.ts'
import { areAlike, formOf } from '../words/word-forms.ts'
import {
  capitals,
  described,
  hasTitle,
  isInApposition,
  isMentioned,
  isPlural,
  isSameMention,
  nounOf,
} from './mentions.ts'
import { isNamedLater, isNamedNext, isNear } from './named-elsewhere.ts'
import { groupNoun, looksLikePerson, personNoun } from './nouns.ts'
import { isExplicit, kindOf, mentionOf, sourceOf } from './reading-kinds.ts'

/** Compares the speaker in a passage with the one a brief names. Pronouns are not resolved by the rules' reading. */

/** How many paragraphs before a pronoun the name it refers to may be. */
const reach = 2

/** A place in an article that may refer to a speaker. */
export interface OwnerPlace {
  readonly sentence: ArticleSentence
  readonly article: ReadArticle
  /** The UTF-16 offset in the article of the word that may refer to them. */
  readonly from: number
}

/** True if a reading of the article attributes its words to the speaker that a brief names. */
export function isTheirs(speaker: string, attribution: Attribution, article: ReadArticle): boolean {
  const place = attribution.source[0] ?? attribution.cue[0] ?? attribution.content[0]
  const sentence = place && article.sentences.find(({ span }) => spansOverlap(span, place))
  if (!place) return false
  const kind = kindOf(attribution, article)
  if (kind === 'explicit') return isNamedBy(speaker, attribution, { article, place, sentence })
  if (!sentence) return false
  const source = sourceOf(attribution, article.evidence.text)
  const where = { sentence, article, from: place.start }
  if (kind === 'description') return fitsDescription(speaker, source, where)
  if (kind === 'nobody') return attribution.speaker !== null && mayBeMeant(speaker, where)
  // “An account came from a volunteer, who said”: the words right before tell who.
  const opening = article.evidence.text.slice(sentence.span.start, place.start)
  if (/^wh(?:o|ich)$/i.test(source) && described.test(speaker) && isMentioned(speaker, opening)) return true
  // “One said” is not what both said.
  return !(/^one\b/i.test(source) && isPlural(speaker)) && mayBeMeant(speaker, where)
}

/** True if a reading that names its speaker in full names the same one as the brief. */
function isNamedBy(
  speaker: string,
  attribution: Attribution,
  {
    article,
    place,
    sentence,
  }: { readonly article: ReadArticle; readonly place: Span; readonly sentence: ArticleSentence | undefined },
): boolean {
  const { text } = article.evidence
  const source = sourceOf(attribution, text)
  const whole = mentionOf(attribution, text)
  if (isSameMention(speaker, { source, whole }) || isInApposition(speaker, place, text)) return true
  if (!sentence) return false
  return isSpokenFor(speaker, source, { sentence, article }) || isNamedLater(speaker, whole, { sentence, article })
}

/** “The regulator said …. A spokeswoman said”: she speaks for it if the sentence before names no other speaker. */
function isSpokenFor(
  speaker: string,
  source: string,
  { sentence, article }: { readonly sentence: ArticleSentence; readonly article: ReadArticle },
): boolean {
  if (!/^an? (?:\p{Ll}+ )?spokes\p{Ll}+$/iu.test(source) || looksLikePerson(speaker)) return false
  const before = article.sentences[sentence.index - 1]
  return (
    before !== undefined &&
    before.paragraph === sentence.paragraph &&
    before.attributions.some((each) => isTheirs(speaker, each, article)) &&
    before.attributions.every((each) => !isExplicit(each, article) || isTheirs(speaker, each, article))
  )
}

/** “The researcher”, “its spokesman”: the speaker so described, or the last person it may mean. */
function fitsDescription(speaker: string, description: string, place: OwnerPlace): boolean {
  const noun = nounOf(description)
  const isOwned = /^(?:his|her|their|its) /i.test(description)
  const possessor = /^(.+?)['’]s? /.exec(speaker)?.[1]
  // “Her office” belongs to the person that “her” refers to.
  if (isOwned && possessor !== undefined) return mayBeMeant(possessor, place)
  if (areAlike(formOf(nounOf(speaker)), formOf(noun)) || hasTitle(speaker, noun)) return areAsMany(speaker, description)
  if (isPointedAt(speaker, description, place) || isWriterOf(speaker, noun, place)) return true
  if (isNear(speaker, noun, place.article)) return true
  if (!groupNoun.test(noun)) return personNoun.test(noun) && mayBeMeant(speaker, place)
  return isBodyMeant(speaker, place) || (!(looksLikePerson(speaker) && !isOwned) && mayBeMeant(speaker, place))
}

/** True if a description may mean as many as a speaker is: “the family” may be the heirs. */
function areAsMany(speaker: string, description: string): boolean {
  const isOfSeveral = /^(?:family|couple|staff|crew|team|board)$/i.test(nounOf(description))
  return isOfSeveral || described.test(speaker) || isPlural(speaker) === isPlural(description)
}

/** “A second official remembered it otherwise. It was late, that person said.” */
function isPointedAt(speaker: string, description: string, { sentence, article }: OwnerPlace): boolean {
  const before = article.sentences[sentence.index - 1]
  return (
    /^(?:that|this) /i.test(description) &&
    described.test(speaker) &&
    before?.paragraph === sentence.paragraph &&
    isMentioned(speaker, before.text)
  )
}

const writing = /^(?:letter|statement|e-?mail|message|post|reply|response|note|filing|submission)$/i

/** “In a long response Lind said …. It was late, the letter stated”: the paragraph's only speaker wrote it. */
function isWriterOf(speaker: string, noun: string, { sentence, article, from }: OwnerPlace): boolean {
  if (!writing.test(noun)) return false
  const last = explicitBefore(article, from)
  const place = last?.source[0]
  const home = place && article.sentences.find(({ span }) => spansOverlap(span, place))
  return (
    last !== undefined &&
    home?.paragraph === sentence.paragraph &&
    home.words.some(({ lower }) => writing.test(lower)) &&
    isTheirs(speaker, last, article)
  )
}

/** “The company”: one named before it in its sentence, or earlier if its paragraph has no named speaker before it. */
function isBodyMeant(speaker: string, { sentence, article, from }: OwnerPlace): boolean {
  const { text, attributions } = article.evidence
  const last = capitals(speaker).at(-1)
  // “Shares in Velloran fell after …, a report the company called …”.
  if (last !== undefined && capitals(text.slice(sentence.span.start, from)).includes(last)) return true
  if (looksLikePerson(speaker) || !isMentioned(speaker, text.slice(0, from))) return false
  const paragraph = article.sentences.find((each) => each.paragraph === sentence.paragraph)?.span.start ?? from
  return !attributions.some(
    (each) =>
      (each.source[0]?.start ?? 0) >= paragraph &&
      (each.source[0]?.start ?? from) < from &&
      each.speaker?.kind === 'organization' &&
      isExplicit(each, article),
  )
}

/**
 * True if a speaker may be meant where the article has a pronoun or no speaker. The last named speaker in the
 * paragraph may be meant, or a person they asked or named; if there is none, anybody named in it or in the paragraphs
 * right before.
 */
export function mayBeMeant(speaker: string, { sentence, article, from }: OwnerPlace): boolean {
  const { sentences, evidence } = article
  const paragraph = sentences.filter((each) => each.paragraph === sentence.paragraph)
  const last = lastSpeaker(speaker, paragraph, { article, from })
  if (last) return isTheirs(speaker, last, article) || isSpokenTo(speaker, last, { article, from })
  const begin = paragraph[0]?.span.start ?? from
  const opening = evidence.text.slice(begin, Math.max(from, begin))
  if (isNamedNext(speaker, opening, evidence.text.slice(from))) return true
  // “Tresk has not been charged. He did not respond”: the pronoun means the one the paragraph is about.
  if (subject.test(opening)) return isMentioned(speaker, opening)
  const start = sentences.find((each) => each.paragraph >= sentence.paragraph - reach)?.span.start ?? 0
  if (isMentioned(speaker, evidence.text.slice(start, Math.max(from, sentence.span.start)))) return true
  // Through paragraphs with only pronouns, the last named speaker continues.
  const before = explicitBefore(article, begin)
  return before !== undefined && isTheirs(speaker, before, article)
}

type InArticle = Pick<OwnerPlace, 'article' | 'from'>

/** Returns the last attribution before a place in a paragraph that names its speaker. */
function lastSpeaker(
  speaker: string,
  paragraph: readonly ArticleSentence[],
  { article, from }: InArticle,
): Attribution | undefined {
  const { attributions, text } = article.evidence
  return attributions
    .filter((each) => {
      const source = each.source[0]
      return (
        source !== undefined &&
        source.start < from &&
        // The next “he” is neither the records of “records show” nor the inspectors of “he said that inspectors had seen”.
        each.speaker?.kind !== 'document' &&
        each.within === null &&
        (isExplicit(each, article) || hasTitle(speaker, nounOf(sourceOf(each, text)))) &&
        paragraph.some(({ span }) => spansOverlap(source, span))
      )
    })
    .filter((each) => !isAddressing(each, from, text))
    .toSorted((one, other) => (one.source[0]?.start ?? 0) - (other.source[0]?.start ?? 0))
    .at(-1)
}

/** True if a speaker is named after another speaker's words, or in another speaker's question. */
function isSpokenTo(speaker: string, last: Attribution, { article, from }: InArticle): boolean {
  const { text } = article.evidence
  const end = coverSpans([...last.source, ...last.cue, ...last.content]).end
  const asked = last.act === 'asks' ? last.content.map((span) => text.slice(span.start, span.end)).join(' ') : ''
  return isNamedIn(speaker, text.slice(end, Math.max(end, from))) || (asked !== '' && isNamedIn(speaker, asked))
}

/** Returns the last reading before a place that names its speaker in full. */
function explicitBefore(article: ReadArticle, from: number): Attribution | undefined {
  return article.evidence.attributions
    .filter((each) => (each.source[0]?.start ?? Infinity) < from && isExplicit(each, article))
    .toSorted((one, other) => (one.source[0]?.start ?? 0) - (other.source[0]?.start ?? 0))
    .at(-1)
}

/** A sentence that begins with a name and its verb. */
const subject =
  /(?:^|[.!?][”"’]? )(?!(?:He|She|It|They)\b)(?:(?:Mr|Mrs|Ms|Dr)\.? )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)* (?:has|had|is|was|did|does|will|would|\p{Ll}+(?:ed|s))\b/u

/** “When Iqbal showed him a receipt, he said”: the person named is not the next speaker. */
function isAddressing({ cue, source }: Attribution, from: number, text: string): boolean {
  const end = (cue[0] ?? source[0])?.end ?? from
  if (
    /\b(?:asked|pressed|questioned|challenged|interviewed|urged) by (?:\p{L}+\.? )?$/iu.test(
      text.slice(0, source[0]?.start ?? 0).slice(-40),
    )
  )
    return true
  return (
    from - end < 80 &&
    from > end &&
    /^[^.!?]{0,20}\b(?:him|her|them)\b[^.!?]*[.!?]?[”"]?\s*$/i.test(text.slice(end, from))
  )
}

function isNamedIn(speaker: string, text: string): boolean {
  const last = capitals(speaker).at(-1)
  return last !== undefined && !described.test(speaker) && capitals(text).includes(last)
}
