import { sliceSpan } from '../../domain/article.ts'
import { type Draft, type DraftPart, type Finding, samePart } from '../../domain/brief.ts'
import { findQuotations } from '../../text/quotations.ts'
import { standsIn } from '../../text/verbatim.ts'
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
  const isSetAside = ({ part }: Finding) =>
    vouched.some((each) => samePart(each, part)) && !missing.some((each) => samePart(each.part, part))
  const setAside = all.filter(isSetAside)
  return {
    findings: [...all.filter((finding) => !isSetAside(finding)), ...missing],
    vouched: vouched.filter((part) => setAside.some((finding) => samePart(finding.part, part))),
  }
}

/** A finding for each quotation in a part that is in none of the articles. */
function missingQuotations(part: DraftPart, draft: Draft, { articles, evidence }: EvidenceSource): Finding[] {
  const [first] = articles
  const rules = first && evidence.get(first.id)?.grammar.text
  if (!rules) return []
  const words = textOf(part, draft)
  const whole = { start: 0, end: words.length }
  const marked = findQuotations(words, whole, rules).map(({ inner }) => sliceSpan(words, inner))
  const pieces = [...marked, ...quotesOf(part, draft)].flatMap((text) => text.split(gap)).map(withoutStop)
  return pieces
    .filter((text) => text !== '')
    .filter((text) => !articles.some((article) => standsIn(`${article.headline}\n\n${article.text}`, text)))
    .map((text) => ({ kind: 'quote-not-found', part, words: text, passage: null }))
}

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
