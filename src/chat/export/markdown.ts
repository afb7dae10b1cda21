import type { Block, ClaimLine, Document, EvidenceMark, OutletLink, StoryBlock, StorySentence } from '../document.ts'
import { safeUrl } from '../plain.ts'
import { plainWords } from '../rich-text.ts'
import { type Section, sectionsOf } from '../sections.ts'
import { addedNote, detailOf, howSaid, markOf, outletsOnce, remarksOf, sentencesOf } from '../story-lines.ts'

/** A document as Markdown (CommonMark), for files and editors of other programs. */
export function markdownOf(document: Document): string {
  const blocks = document.map(blockLines).filter((lines) => lines.length > 0)
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'title':
      return [`# ${escape(block.text)}`, ...(detailOf(block) ? ['', escape(detailOf(block))] : [])]
    case 'story':
      return storyLines(block)
    case 'text':
      return [escape(plainWords(block.text))]
    case 'note':
      return [`*${escape(plainWords(block.text))}*`]
    case 'alert':
      return [`**Note:** ${escape(plainWords(block.text))}`]
    // Buttons and menus work only in chat.
    case 'action':
    case 'choice':
      return []
  }
}

function storyLines(story: StoryBlock): string[] {
  const { number, headline, notes, withheld, byline, moreClaims } = story
  const outlets = [outletsOnce(story).map(outletLink).join(', '), ...remarksOf(story).map(plainWords).map(escape)]
  const summary = summaryOf(story)
  const more = moreClaims > 0 ? [`${moreClaims} more ${moreClaims === 1 ? 'claim' : 'claims'} not shown`] : []
  const small = [...more, ...notes, ...withheld, byline].filter(Boolean)
  return [
    `## ${number === null ? '' : `${number}. `}${escape(headline)}`,
    '',
    outlets.filter(Boolean).join(' · '),
    ...(summary ? ['', summary] : []),
    ...sectionsOf(story).flatMap((section) => ['', `### ${escape(section.title)}`, '', ...itemsOf(section)]),
    ...(small.length > 0 ? ['', `*${small.map(escape).join(' · ')}*`] : []),
  ]
}

function summaryOf({ summary, summaryEvidence = [] }: StoryBlock): string {
  return summary
    .map((words, index) => sentence({ words, mark: '', evidence: null, ...summaryEvidence[index] }))
    .join(' ')
}

function itemsOf(section: Section): string[] {
  switch (section.kind) {
    case 'differences':
      return section.items.map(
        ({ versions }) =>
          `- ${versions.map(({ outlet, words }) => `**${escape(outlet)}:** ${escape(words)}`).join(' / ')}`,
      )
    case 'claims':
      return section.items.flatMap((claim) => claimLines(claim, ''))
    case 'quotations':
      return section.items.map((quotation) => `- ${sentence({ ...quotation, mark: quotation.mark ?? '' })}`)
    case 'sentences':
    case 'background':
      return section.items.map((each) => `- ${sentence(each)}`)
    case 'lines':
      return section.items.map((line) => `- ${escape(line)}`)
  }
}

/** A claim, and indented below it what answers it. */
function claimLines(claim: ClaimLine, indent: string): string[] {
  const { link, verb, manner, colon } = howSaid(claim)
  const said = sentencesOf(claim).map(sentence).join(' ')
  const added = claim.isAdded && !claim.form ? ` (${addedNote})` : ''
  const how = claim.form ? `${link}${colon}` : `${link}${escape(verb)}${manner ? ` (${escape(manner)})` : ''}: `
  return [
    `${indent}- **${escape(claim.speaker)}**${how}${said}${added}`,
    ...claim.responses.flatMap((response) => claimLines(response, `${indent}  `)),
  ]
}

/** A sentence, and a link to the passage that it is from. */
function sentence({ words, ...mark }: Pick<StorySentence, 'words'> & EvidenceMark): string {
  const url = safeUrl(mark.evidence)
  return url ? `${escape(words)} [${escape(markOf(mark))}](<${url}>)` : escape(words)
}

function outletLink({ outlet, url }: OutletLink): string {
  const href = safeUrl(url)
  return href ? `[${escape(outlet)}](<${href}>)` : escape(outlet)
}

/** Words that are not ours, in one line, with every character escaped that could make Markdown or HTML of them. */
function escape(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&~|]/g, '\\$&')
  // At the beginning of a line these would make a heading or a list.
  return line.replace(/^[#+-]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2')
}
