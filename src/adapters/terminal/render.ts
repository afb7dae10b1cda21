import {
  type Block,
  type ClaimLine,
  type Document,
  type EvidenceMark,
  isLine,
  type StoryBlock,
  type StorySentence,
} from '../../chat/document.ts'
import { plainWords } from '../../chat/rich-text.ts'
import { type Section, sectionsOf } from '../../chat/sections.ts'
import { addedNote, detailOf, howSaid, markOf, remarksOf, sentencesOf } from '../../chat/story-lines.ts'
import { columns, type Style, withoutControls, wrap } from './style.ts'

/** Renders a document as lines for a terminal, within its width. */
export function renderTerminal(document: Document, style: Style): string {
  let text = ''
  // The buttons and menus below an answer work only in chat.
  const shown = document.filter(({ kind }) => kind !== 'action' && kind !== 'choice')
  shown.forEach((block, index) => {
    const before = shown[index - 1]
    // Single lines follow one another without a blank line.
    if (before) text += isLine(block) && isLine(before) ? '\n' : '\n\n'
    text += renderBlock(block, style).join('\n')
  })
  return text === '' ? '' : `${text}\n`
}

function renderBlock(block: Block, style: Style): string[] {
  switch (block.kind) {
    case 'title':
      return wrap([block.text, detailOf(block)].filter(Boolean).join(' · '), { width: style.width, indent: '' }).map(
        style.bold,
      )
    case 'story':
      return renderStory(block, style)
    case 'text':
      return wrap(plainWords(block.text), { width: style.width, indent: '' })
    case 'note':
      return wrap(plainWords(block.text), { width: style.width, indent: '' }).map(style.dim)
    case 'alert':
      return wrap(`! ${plainWords(block.text)}`, { width: style.width, indent: '', hanging: '  ' }).map(style.warn)
    case 'action':
    case 'choice':
      return []
  }
}

const indent = '   '

function renderStory(story: StoryBlock, style: Style): string[] {
  const inside = { width: style.width, indent }
  const list = { width: style.width, indent: `${indent}• `, hanging: `${indent}  ` }
  return [
    ...heading(story, style),
    ...numbered(wrap(markedSummary(story), inside), story.summaryEvidence ?? [], style),
    ...sectionsOf(story).flatMap((section) => [
      `${indent}${style.dim(section.title.toUpperCase())}`,
      ...itemsOf(section, list, style),
    ]),
    ...footer(story, style),
  ]
}

function itemsOf(section: Section, list: Parameters<typeof wrap>[1], style: Style): string[] {
  switch (section.kind) {
    case 'differences':
      return section.items.flatMap(({ versions }) =>
        wrap(versions.map(({ outlet, words }) => `${outlet}: ${words}`).join(' / '), list),
      )
    case 'claims':
      return section.items.flatMap((claim) => renderClaim(claim, style))
    case 'quotations':
      return section.items.flatMap((quotation) => evidenced(wrap(quotation.words, list), quotation, style))
    case 'sentences':
    case 'background':
      return section.items.flatMap((sentence) => sentenceLine(sentence, list, style))
    case 'lines':
      return section.items.flatMap((line) => wrap(line, list))
  }
}

/** The summary, with a number after each sentence that can be checked. */
function markedSummary({ summary, summaryEvidence = [] }: StoryBlock): string {
  return summary
    .map((words, index) => (summaryEvidence[index]?.evidence ? `${words} ${markOf(summaryEvidence[index])}` : words))
    .join(' ')
}

/** Makes each number in the lines a link to its sentence's passage. */
function numbered(lines: readonly string[], marks: readonly EvidenceMark[], style: Style): string[] {
  return lines.map((line) =>
    marks.reduce(
      (text, each) =>
        each.evidence === null ? text : text.replace(markOf(each), style.dim(style.link(markOf(each), each.evidence))),
      line,
    ),
  )
}

function sentenceLine(sentence: StorySentence, list: Parameters<typeof wrap>[1], style: Style): string[] {
  const mark = sentence.evidence ? ` ${markOf(sentence)}` : ''
  return numbered(wrap(`${sentence.words}${mark}`, list), [sentence], style)
}

function heading(story: StoryBlock, style: Style): string[] {
  const { number, headline, outlets } = story
  const lead = number === null ? '' : `${number}  `.padEnd(indent.length)
  const outletNames = [...new Set(outlets.map(({ outlet }) => withoutControls(outlet)))].join(', ')
  const names = [outletNames, ...remarksOf(story).map(plainWords)].filter(Boolean).join(' · ')
  const url = outlets[0]?.url
  const lines = wrap(headline, { width: style.width, indent: lead, hanging: indent }).map((line) =>
    style.bold(url ? style.link(line, url) : line),
  )
  const single = `${lead}${withoutControls(headline)}`
  const gap = style.width - columns(single) - columns(names)
  if (gap >= 2 && lines.length === 1) return [`${lines[0] ?? ''}${' '.repeat(gap)}${style.dim(names)}`]
  return [...lines, ...wrap(names, { width: style.width, indent: number === null ? '' : indent }).map(style.dim)]
}

function renderClaim(claim: ClaimLine, style: Style): string[] {
  if (claim.form) return renderSentenceLine(claim, { mark: '• ', depth: 0 }, style)
  const { link, verb, manner } = howSaid(claim)
  const added = claim.isAdded ? ` (${addedNote})` : ''
  const text = `${claim.speaker}${link}${verb}${manner ? ` (${manner})` : ''}: ${claim.words}${added}`
  return [
    ...evidenced(wrap(text, { width: style.width, indent: `${indent}• `, hanging: `${indent}  ` }), claim, style),
    ...claim.responses.flatMap((response) => renderResponse(response, style)),
  ]
}

/** A line of sentences, each with its evidence number, and below it the lines that answer it. */
function renderSentenceLine(
  claim: ClaimLine,
  { mark, depth }: { readonly mark: string; readonly depth: number },
  style: Style,
): string[] {
  const { link, colon } = howSaid(claim)
  const sentences = sentencesOf(claim)
  const words = sentences.map((each) => (each.evidence ? `${each.words} ${markOf(each)}` : each.words)).join(' ')
  const lead = `${indent}${'    '.repeat(depth)}`
  const text = `${claim.speaker}${link}${colon}${words}`
  const lines = wrap(text, { width: style.width, indent: `${lead}${mark}`, hanging: `${lead}  ` })
  return [
    ...numbered(lines, sentences, style),
    ...claim.responses.flatMap((response) =>
      response.form
        ? renderSentenceLine(response, { mark: '↳ ', depth: depth + 1 }, style)
        : renderResponse(response, style),
    ),
  ]
}

function renderResponse(response: ClaimLine, style: Style): string[] {
  const who = [response.speaker, ...response.manner].join(', ')
  const text = `${response.act ?? 'answers'} · ${who}: ${response.words}`
  const lines = wrap(text, { width: style.width, indent: `${indent}    ↳ `, hanging: `${indent}      ` })
  return [...evidenced(lines, response, style), ...response.responses.flatMap((inner) => renderResponse(inner, style))]
}

/** Makes each line a link to its passage, if the terminal can open links. */
function evidenced(lines: readonly string[], { evidence }: ClaimLine, style: Style): string[] {
  if (!evidence) return [...lines]
  return lines.map((line) =>
    line.replace(/^(\s*(?:[•↳] )?)(.*)$/u, (_, lead: string, rest: string) => `${lead}${style.link(rest, evidence)}`),
  )
}

function footer({ moreClaims, notes: remarks, withheld, links, byline }: StoryBlock, style: Style): string[] {
  const more = moreClaims > 0 ? [`${moreClaims} more ${moreClaims === 1 ? 'claim' : 'claims'} not shown`] : []
  const notes = [...more, ...remarks, ...withheld].flatMap((line) => wrap(line, { width: style.width, indent }))
  const addresses = links.map(({ label, url }) => `${indent}${label}: ${url}`)
  const written = byline === '' ? [] : wrap(`(${byline})`, { width: style.width, indent })
  return [...notes, ...addresses, ...written].map(style.dim)
}
