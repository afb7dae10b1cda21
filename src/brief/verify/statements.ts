import type { ArticleId } from '../../domain/article.ts'
import { type Act, type Claim, isDenial, isSilence, speakerName, withoutVerb } from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import { words } from '../../text/tokens.ts'
import type { Evidence } from '../evidence.ts'

/** A statement or a silence, and its place in its article. */
export interface DraftStatement {
  readonly article: ArticleId
  readonly speaker: Claim['speaker']
  readonly act: Act
  readonly words: string
  /** UTF-16 offset of its start, including cue and speaker. */
  readonly start: number
  /** UTF-16 offset just after its end. */
  readonly end: number
}

/** A claim as a statement. */
export function statementOf(claim: Claim): DraftStatement {
  const { citation, speaker, act } = claim
  const { start, end } = citation.span
  return { article: citation.article, speaker, act, words: withoutVerb(claim), start, end }
}

/** Returns true if an act is an answer: a denial, a rejection or a silence. */
export function isResponse({ act }: { readonly act: Act }): boolean {
  return isDenial(act) || isSilence(act)
}

/** Returns true if a statement accuses another's speaker, or their side, by name. */
export function accusesThem(
  { act, words: said }: DraftStatement,
  { speaker }: DraftStatement,
  grammar: Grammar,
): boolean {
  if ((act !== 'accuses' && act !== 'criticizes') || speaker.kind === 'unchecked') return false
  // “accused police of …”, and the police chief denies it.
  const accused = grammar.speech.accusedIn(said)
  const isOfficeOf = accused !== undefined && speaker.kind === 'person' && holds(speaker.role ?? '', accused, grammar)
  return isOfficeOf || grammar.names.namesSide(said, speakerName(speaker))
}

/** Returns true if a statement names another's speaker or their side. */
export function namesThem({ words: said }: DraftStatement, { speaker }: DraftStatement, { names }: Grammar): boolean {
  return speaker.kind !== 'unchecked' && names.namesSide(said, speakerName(speaker))
}

/** Returns true if a role is an office of the accused: “Police Chief”, “head of the harbour board”. */
function holds(role: string, accused: string, { words: { contentWords } }: Grammar): boolean {
  const own = new Set(contentWords(role))
  const sought = contentWords(accused)
  return sought.length > 0 && sought.every((word) => own.has(word))
}

/** Counts the content words that two texts share, apart from names and numbers. */
export function sharedMatter(one: string, other: string, grammar: Grammar): number {
  const known = new Set(matterOf(other, grammar))
  return new Set(matterOf(one, grammar).filter((word) => known.has(word))).size
}

function matterOf(text: string, { words: { contentWords }, text: rules }: Grammar): string[] {
  return words(text, rules)
    .filter(({ text: word }) => rules.capitalisesNouns || /^\p{Ll}/u.test(word))
    .flatMap(({ text: word }) => contentWords(word))
}

export interface StatementPlace {
  readonly paragraph: number
  readonly sentence: number
}

export function placeOf({ start }: Pick<DraftStatement, 'start'>, { parts }: Evidence): StatementPlace {
  const paragraph = parts.findLastIndex(({ span }) => span.start <= start)
  const before = parts.slice(0, Math.max(0, paragraph)).reduce((sum, { sentences }) => sum + sentences.length, 0)
  const within = parts[paragraph]?.sentences.findLastIndex(({ span }) => span.start <= start) ?? 0
  return { paragraph, sentence: before + Math.max(0, within) }
}

export function sentenceAt(start: number, { text, parts }: Evidence): string | undefined {
  const span = parts
    .flatMap(({ sentences }) => sentences)
    .map((sentence) => sentence.span)
    .findLast((each) => each.start <= start)
  return span && text.slice(span.start, span.end)
}
