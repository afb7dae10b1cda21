import type { Span } from '../domain/article.ts'
import type { TextRules } from './rules.ts'

/** Words in quotation marks of any style. */
export interface Quotation {
  /** The quotation with its marks. */
  readonly outer: Span
  /** The quotation without its marks. */
  readonly inner: Span
  /** False if the paragraph ends before the quotation, as when speech continues in the next one. */
  readonly closed: boolean
}

interface Opening {
  readonly length: number
  readonly closers: readonly string[]
  /** True if the mark may also be something else, such as an apostrophe, so that it only counts in pairs. */
  readonly ambiguous: boolean
}

const openings: Readonly<Record<string, Opening>> = {
  '“': { length: 1, closers: ['”', '"', '“'], ambiguous: false },
  '"': { length: 1, closers: ['"', '”'], ambiguous: false },
  '«': { length: 1, closers: ['»'], ambiguous: false },
  '»': { length: 1, closers: ['«'], ambiguous: true },
  '„': { length: 1, closers: ['“', '”', '"'], ambiguous: false },
  '‹': { length: 1, closers: ['›'], ambiguous: true },
  '「': { length: 1, closers: ['」'], ambiguous: false },
  "''": { length: 2, closers: ["''"], ambiguous: false },
  '``': { length: 2, closers: ["''", '``'], ambiguous: false },
  '‘': { length: 1, closers: ['’', "'"], ambiguous: true },
  "'": { length: 1, closers: ["'", '’'], ambiguous: true },
}

/** Any mark that may open a quotation. */
const anyMark = new RegExp(`[${Object.keys(openings).join('')}]`)
/** An unclosed quotation shorter than this, in characters, counts as a stray mark. */
const shortestUnclosed = 20
/** Single marks further apart than this, in characters, count as apostrophes unless speech ends there. */
const longestBareSingle = 80

/**
 * Finds the outermost quotations of one paragraph, in order. A quotation inside another stays part of the outer one.
 */
export function findQuotations(text: string, paragraph: Span, rules: TextRules): Quotation[] {
  const found: Quotation[] = []
  // Only the paragraph, so that no search for a closing mark runs through the rest of the text.
  const own = text.slice(paragraph.start, paragraph.end)
  const whole = { start: 0, end: own.length }
  const spoken = dialogueAt(own, rules)
  if (spoken) found.push(movedBy(spoken, paragraph.start))
  const marks = new RegExp(anyMark, 'g')
  marks.lastIndex = spoken?.outer.end ?? 0
  for (let mark = marks.exec(own); mark; mark = marks.exec(own)) {
    const quotation = quotationAt(own, { at: mark.index, paragraph: whole }, rules)
    if (!quotation) continue
    found.push(...withoutRemarks(quotation, own, rules).map((part) => movedBy(part, paragraph.start)))
    marks.lastIndex = quotation.outer.end
  }
  return found
}

/**
 * “— We had no choice, said Ana Ruiz.”: a dash opens a paragraph of dialogue, and the quotation ends where the speaker
 * is named.
 */
function dialogueAt(
  paragraph: string,
  { sayingVerbs, dashOpensDialogue, remarksIn }: TextRules,
): Quotation | undefined {
  const dash = /^[—–―]\s+(?=\p{Lu})/u.exec(paragraph)?.[0].length
  if (!dashOpensDialogue || !dash || /["“«”»]/.test(paragraph)) return undefined
  const says = ({ 1: word = '' }: RegExpExecArray) => sayingVerbs.has(word)
  // “— We left — she said — and never looked back.”: where a dash closes it too, a comma within belongs to it.
  const tag =
    [...paragraph.slice(dash).matchAll(/[,!?…]?\s+[—–―]\s+(?=(\p{L}+))/gu)].find(says) ??
    [...paragraph.slice(dash).matchAll(/[,!?…]?\s+(?=(\p{L}+))/gu)].find(says)
  const [remark] = remarksIn?.(paragraph.slice(dash)) ?? []
  if (remark) {
    const end = paragraph.slice(0, dash + remark.start).trimEnd().length
    return { outer: { start: 0, end }, inner: { start: dash, end }, closed: true }
  }
  const end = tag ? dash + tag.index + (/^[,!?…]/.test(tag[0]) ? 1 : 0) : paragraph.length
  return end > dash ? { outer: { start: 0, end }, inner: { start: dash, end }, closed: true } : undefined
}

/** How much behind a quotation is looked at for a verb of saying, in characters. */
const longestBehind = 60

/** “« Non, dit-elle, jamais. »” is two quotations: what stands between their commas is the reporter's. */
function withoutRemarks(quotation: Quotation, text: string, { remarksIn }: TextRules): Quotation[] {
  const { inner, outer, closed } = quotation
  const remarks =
    remarksIn?.(text.slice(inner.start, inner.end), text.slice(outer.end, outer.end + longestBehind)) ?? []
  const parts: Quotation[] = []
  let from = { outer: outer.start, inner: inner.start }
  for (const { start, end } of remarks) {
    const before = text.slice(0, inner.start + start).trimEnd().length
    parts.push({ outer: { start: from.outer, end: before }, inner: { start: from.inner, end: before }, closed: true })
    const behind = inner.start + end + 1
    from = { outer: behind, inner: behind }
  }
  if (!/\p{L}/u.test(text.slice(from.inner, inner.end))) return parts
  const start = from.inner + (remarks.length > 0 ? text.slice(from.inner).search(/\S/) : 0)
  return [
    ...parts,
    {
      outer: { start: remarks.length > 0 ? start : outer.start, end: outer.end },
      inner: { start, end: inner.end },
      closed,
    },
  ]
}

function movedBy({ outer, inner, closed }: Quotation, by: number): Quotation {
  return {
    outer: { start: outer.start + by, end: outer.end + by },
    inner: { start: inner.start + by, end: inner.end + by },
    closed,
  }
}

function quotationAt(
  text: string,
  { at, paragraph }: { readonly at: number; readonly paragraph: Span },
  { marksPointInward }: TextRules,
): Quotation | undefined {
  const known = openings[text.slice(at, at + 2)] ?? openings[text[at] ?? '']
  const opening = known && marksPointInward && text[at] === '»' ? { ...known, ambiguous: false } : known
  if (!opening || !opensHere(text, { at, opening, paragraph })) return undefined
  const innerStart = at + opening.length
  const closing = opening.ambiguous
    ? closingSingle(text, { from: innerStart, to: paragraph.end, closers: opening.closers })
    : closingMark(text, { from: innerStart, to: paragraph.end, closers: opening.closers })
  if (closing) {
    if (!/[\p{L}\p{N}]/u.test(text.slice(innerStart, closing.start))) return undefined
    return {
      outer: { start: at, end: closing.end },
      inner: { start: innerStart, end: closing.start },
      closed: true,
    }
  }
  if (opening.ambiguous || paragraph.end - innerStart < shortestUnclosed) return undefined
  return {
    outer: { start: at, end: paragraph.end },
    inner: { start: innerStart, end: paragraph.end },
    closed: false,
  }
}

function opensHere(
  text: string,
  { at, opening, paragraph }: { at: number; opening: Opening; paragraph: Span },
): boolean {
  if (at + opening.length >= paragraph.end) return false
  const after = text.charAt(at + opening.length)
  const before = at > paragraph.start ? text.charAt(at - 1) : ' '
  const mark = text.charAt(at)
  // French puts a space inside its marks.
  if (mark === '«') return true
  // said," It was late": the space is on the wrong side.
  if (/\s/.test(after)) return mark === '"' && /[,:]/.test(before) && closesNext(text, at + 1, paragraph.end)
  // Inches and seconds, and a closing mark without an opening one: 6'2", late".
  if (mark === '"' && (/\d/.test(before) || (/[\p{L}.,!?]/u.test(before) && /[.,;:?!)]/.test(after)))) return false
  return opening.ambiguous ? !/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}[“"]/u.test(after) : true
}

/** True if the next straight mark closes: right after a word or its punctuation, and not right before a word. */
function closesNext(text: string, from: number, to: number): boolean {
  const next = text.indexOf('"', from)
  return next > 0 && next < to && /\S/.test(text[next - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[next + 1] ?? ' ')
}

interface Search {
  readonly from: number
  readonly to: number
  readonly closers: readonly string[]
}

function closingMark(text: string, { from, to, closers }: Search): Span | undefined {
  let best: Span | undefined
  for (const closer of closers) {
    let at = text.indexOf(closer, from)
    if (at < 0 || at + closer.length > to) continue
    // ''He said, 'It is over.''' ends twice: the inner quotation first.
    if (closer === "''" && text[at + 2] === "'") at += 1
    // A different mark ends a curly quotation only after punctuation, in texts that mix up the two kinds.
    if (closer !== '”' && text[from - 1] === '“' && !/[.,?!…]/.test(text[at - 1] ?? '')) continue
    if (!best || at < best.start) best = { start: at, end: at + closer.length }
  }
  return best
}

function closingSingle(text: string, { from, to, closers }: Search): Span | undefined {
  let bare: Span | undefined
  let behindS: Span | undefined
  for (let at = from; at < to; at++) {
    const closed = bare ?? behindS
    // If another single quotation opens here, this one has already closed.
    if (closed && opensSingle(text, at)) return closed
    if (!closers.includes(text.charAt(at)) || !mayClose(text, at)) continue
    const mark = { start: at, end: at + 1 }
    const before = text.charAt(at - 1)
    if (/[.,?!…]/.test(before)) return mark
    if (at - from > longestBareSingle) continue
    // "the officials' plan": a mark after an s without a stop is usually a possessive, unless the sentence stops there.
    if (before === 's' && !/^[.,;:?!)]/.test(text.slice(at + 1, at + 2))) behindS ??= mark
    else bare ??= mark
  }
  // Unlike a straight mark, this one opens nothing but a quotation: “of ‘late-night events’ on the rota”.
  return bare ?? (text[from - 1] === '‘' ? behindS : undefined)
}

/** True if a mark is right after a word or its punctuation, and not right before a word. */
function mayClose(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(at + 1)) && /\S/.test(text.charAt(at - 1))
}

function opensSingle(text: string, at: number): boolean {
  return /[‘']/.test(text[at] ?? '') && /[\s(]/.test(text[at - 1] ?? '') && /\p{L}/u.test(text[at + 1] ?? '')
}
