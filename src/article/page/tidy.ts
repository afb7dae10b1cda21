import { parseHTML } from 'linkedom'
import { shorten } from '../../text/shorten.ts'
import { visible } from '../../text/visible.ts'
import { writeOutRaised } from '../markup/raised-text.ts'
import { dropStruckOut } from '../markup/struck-out.ts'

/** The longest value kept, in characters. */
export const maxLength = 500
/** How much of a longer value is read, in characters. */
const mostRead = 5_000
const reference = /&(?:#\d{1,7};?|#x[\da-f]{1,6};?|[a-z][a-z\d]{1,31};)/gi
/** Sites escape a value once for each program that it passes through: twice at most, as far as is known. */
const mostEscapes = 2
/** Tags of running text; other text in angle brackets is something that the title names: "Why <table> lost". */
const inlineTags = /<\/?(?:a|abbr|b|big|br|cite|em|font|i|mark|q|small|span|strong|u|wbr)\b[^<>]{0,200}>/gi

const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>')

/** A value shown on the page, on one line and without invisible characters; null if it is empty. */
export function tidyText(text: string | null | undefined): string | null {
  const plain = visible(decodeReferences((text ?? '').slice(0, mostRead)).replace(inlineTags, ''))
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed()
  return shorten(plain, maxLength) || null
}

/** A value that a page declares for machines; sites put markup and escaped characters even into plain text. */
export function tidyMarkup(markup: string | null | undefined): string | null {
  if (!markup || !/<[a-z/]/i.test(markup)) return tidyText(markup)
  const { document: page } = parseHTML('<!doctype html><html><head></head><body></body></html>')
  page.body.innerHTML = markup.slice(0, mostRead)
  dropStruckOut(page)
  writeOutRaised(page.body)
  return tidyText(page.body.textContent)
}

/** A text with its character references decoded: "Marsh &amp; Lund", "Quay &#8220;unsafe&#8221;". */
export function decodeReferences(text: string): string {
  let decoded = text
  for (let round = 0; round < mostEscapes && decoded.includes('&'); round++)
    decoded = decoded.replace(reference, characterOf)
  return decoded
}

function characterOf(written: string): string {
  const probe = document.createElement('p')
  probe.innerHTML = written.endsWith(';') ? written : `${written};`
  return probe.textContent ?? written
}
