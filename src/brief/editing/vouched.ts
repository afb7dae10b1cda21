import { sliceSpan } from '../../domain/article.ts'
import { type Draft, type DraftPart, type Finding, samePart } from '../../domain/brief.ts'
import { findQuotations } from '../../text/quotations.ts'
import { plain, standsInPlain } from '../../text/verbatim.ts'
import type { EvidenceSource } from '../evidence.ts'

export interface Weighed {
  /** The findings that withhold something. */
  readonly findings: readonly Finding[]
  /** The parts that stay on an editor's word alone. */
  readonly vouched: readonly DraftPart[]
}

/**
 * Sets aside the findings of parts that an editor vouches for. A quotation that no article has is still withheld: an
 * editor may know better what was meant, but quotation marks promise the words themselves.
 */
export function weighVouched(all: readonly Finding[], draft: Draft, source: EvidenceSource): Weighed {
  const { vouched = [] } = draft
  const missing = vouched.flatMap((part) => missingQuotations(part, draft, source))
  const fixed = [...missing, ...all.filter(({ kind }) => fixedKinds.has(kind))]
  const isSetAside = ({ part }: Finding) =>
    vouched.some((each) => samePart(each, part)) && !fixed.some((each) => samePart(each.part, part))
  const setAside = all.filter(isSetAside)
  return {
    findings: [...all.filter((finding) => !isSetAside(finding)), ...missing],
    vouched: vouched.filter((part) => setAside.some((finding) => samePart(finding.part, part))),
  }
}

/** Findings that no word sets aside: that quoted words are not an article's, or more than may be shown of it. */
const fixedKinds: ReadonlySet<Finding['kind']> = new Set([
  'quote-not-found',
  'quote-altered',
  'quote-stitched',
  'display-limit',
])

/** A finding for each quotation in a part that is in none of the articles, and for marks that belong to none. */
function missingQuotations(part: DraftPart, draft: Draft, { articles, evidence }: EvidenceSource): Finding[] {
  const [first] = articles
  const rules = first && evidence.get(first.id)?.grammar.text
  if (!rules) return []
  const words = textOf(part, draft)
  const found = findQuotations(words, { start: 0, end: words.length }, rules)
  const quoted = [...found.map(({ inner }) => sliceSpan(words, inner)), ...quotesOf(part, draft)]
  const rest = found.reduceRight((text, { outer }) => text.slice(0, outer.start) + text.slice(outer.end), words)
  const texts = articles.map(({ headline, text }) => plain(`${headline}\n\n${text}`))
  const wrong = quoted.filter((text) => !texts.some((article) => isQuotedFrom(article, text)))
  return [...wrong, ...(strayMark.test(rest.replace(apostrophe, '')) ? [words] : [])].map((text) => ({
    kind: 'quote-not-found',
    part,
    words: text,
    passage: null,
  }))
}

/** Marks that readers may take for quotation marks, where no quotation was found. */
const strayMark = /[\p{Pi}\p{Pf}"'„‚‛‟″〃＂❛❜❝❞〝〞〟『』「」]|<<|>>|,,|``/u
/** An apostrophe within a word, or at its end. */
const apostrophe = /(?<=[\p{L}\p{N}])['’]/gu

/** True if an article has all pieces of a quotation, in order; a piece beside a gap has at least three words. */
function isQuotedFrom(article: string, quotation: string): boolean {
  const pieces = quotation
    .split(gap)
    .map(withoutStop)
    .filter((piece) => piece !== '')
  if (pieces.length > 1 && pieces.some((piece) => piece.split(/\s+/).length < fewestWords)) return false
  let rest = article
  for (const piece of pieces) {
    if (!standsInPlain(rest, piece)) return false
    const sought = plain(piece)
    rest = rest.slice(rest.indexOf(sought) + sought.length)
  }
  return true
}

/** The fewest words of a piece of a quotation beside a gap. */
const fewestWords = 3
/** The marks of a gap in a quotation. */
const gap = /\[?(?:…|\.\.\.)\]?/

/** A piece of a quotation without the mark that ends the sentence around it. */
function withoutStop(text: string): string {
  return text.trim().replace(/[.,;:!?]+$/, '')
}

function textOf(part: DraftPart, { headline, summary, claims, details = [] }: Draft): string {
  switch (part.kind) {
    case 'headline':
      return headline
    case 'sentence':
      return summary[part.index]?.text ?? ''
    case 'claim':
      return claims.find(({ id }) => id === part.id)?.words ?? ''
    case 'detail':
      return details[part.index]?.text ?? ''
    case 'difference':
    case 'standing':
    case 'missing':
      return ''
  }
}

function quotesOf(part: DraftPart, { claims }: Draft): readonly string[] {
  return part.kind === 'claim' ? (claims.find(({ id }) => id === part.id)?.quotes ?? []) : []
}
