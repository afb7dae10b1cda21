import type { Block, ClaimLine, Document, StoryBlock } from '../../chat/document.ts'
import { detailOf, howSaid, remarksOf } from '../../chat/story-lines.ts'
import { columns, type Style, withoutControls, wrap } from './style.ts'

/** A document as lines for a terminal, within its width. */
export function renderTerminal(document: Document, style: Style): string {
  let text = ''
  document.forEach((block, index) => {
    if (index > 0) text += isSmall(block) && isSmall(document[index - 1]) ? '\n' : '\n\n'
    text += renderBlock(block, style).join('\n')
  })
  return text === '' ? '' : `${text}\n`
}

/** Notes and alerts that follow on each other are lines of one list. */
function isSmall(block: Block | undefined): boolean {
  return block?.kind === 'note' || block?.kind === 'alert'
}

function renderBlock(block: Block, style: Style): string[] {
  switch (block.kind) {
    case 'title':
      return wrap([block.text, detailOf(block)].filter(Boolean).join(' · '), { width: style.width, indent: '' }).map(
        style.bold,
      )
    case 'story':
      return renderStory(block, style)
    case 'note':
      return wrap(block.text, { width: style.width, indent: '' }).map(style.dim)
    case 'alert':
      return wrap(`! ${block.text}`, { width: style.width, indent: '', hanging: '  ' }).map(style.warn)
    // Nothing can be done from here with what was answered.
    case 'action':
      return []
  }
}

const indent = '   '

function renderStory(story: StoryBlock, style: Style): string[] {
  const inside = { width: style.width, indent }
  const list = { width: style.width, indent: `${indent}• `, hanging: `${indent}  ` }
  return [
    ...heading(story, style),
    ...wrap(story.summary.join(' '), inside),
    ...section(
      'THEY DIFFER',
      story.differences.flatMap(({ versions }) =>
        wrap(versions.map(({ outlet, words }) => `${outlet}: ${words}`).join(' / '), list),
      ),
      style,
    ),
    ...section(
      'WHO SAYS WHAT',
      story.claims.flatMap((claim) => renderClaim(claim, style)),
      style,
    ),
    ...section(
      'QUOTED IN THE ARTICLE, SPEAKER NOT CHECKED',
      story.quotations.flatMap((quotation) => evidenced(wrap(quotation.words, list), quotation, style)),
      style,
    ),
    ...section(
      'NO COMMENT',
      story.silences.flatMap((silence) => wrap(silence, list)),
      style,
    ),
    ...section(
      'NO RESPONSE ON RECORD',
      story.unanswered.flatMap((name) => wrap(`${name} is accused, and the articles record no response.`, list)),
      style,
    ),
    ...footer(story, style),
  ]
}

function heading(story: StoryBlock, style: Style): string[] {
  const { number, headline, outlets } = story
  const lead = number === null ? '' : `${number}  `.padEnd(indent.length)
  const told = [...new Set(outlets.map(({ outlet }) => withoutControls(outlet)))].join(', ')
  const names = [told, ...remarksOf(story).map(({ text }) => text)].filter(Boolean).join(' · ')
  const url = outlets[0]?.url
  const lines = wrap(headline, { width: style.width, indent: lead, hanging: indent }).map((line) =>
    style.bold(url ? style.link(line, url) : line),
  )
  const single = `${lead}${withoutControls(headline)}`
  const gap = style.width - columns(single) - columns(names)
  if (gap >= 2 && lines.length === 1) return [`${lines[0] ?? ''}${' '.repeat(gap)}${style.dim(names)}`]
  return [...lines, ...wrap(names, { width: style.width, indent: number === null ? '' : indent }).map(style.dim)]
}

function section(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : [`${indent}${style.dim(title)}`, ...lines]
}

function renderClaim(claim: ClaimLine, style: Style): string[] {
  const { link, verb, manner } = howSaid(claim)
  const text = `${claim.speaker}${link}${verb}${manner ? ` (${manner})` : ''}: ${claim.words}`
  return [
    ...evidenced(wrap(text, { width: style.width, indent: `${indent}• `, hanging: `${indent}  ` }), claim, style),
    ...claim.responses.flatMap((response) => renderResponse(response, style)),
  ]
}

function renderResponse(response: ClaimLine, style: Style): string[] {
  const who = [response.speaker, ...response.manner].join(', ')
  const text = `${response.act ?? 'answers'} · ${who}: ${response.words}`
  const lines = wrap(text, { width: style.width, indent: `${indent}    ↳ `, hanging: `${indent}      ` })
  return [...evidenced(lines, response, style), ...response.responses.flatMap((inner) => renderResponse(inner, style))]
}

/** Each line opens the passage that it is from, where the terminal can open links. */
function evidenced(lines: readonly string[], { evidence }: ClaimLine, style: Style): string[] {
  if (!evidence) return [...lines]
  return lines.map((line) =>
    line.replace(/^(\s*(?:[•↳] )?)(.*)$/u, (_, lead: string, rest: string) => `${lead}${style.link(rest, evidence)}`),
  )
}

function footer({ moreClaims, notes: remarks, withheld, links, byline }: StoryBlock, style: Style): string[] {
  const more = moreClaims > 0 ? [`${moreClaims} more ${moreClaims === 1 ? 'claim' : 'claims'} one step away`] : []
  const notes = [...more, ...remarks, ...withheld].flatMap((line) => wrap(line, { width: style.width, indent }))
  const addresses = links.map(({ label, url }) => `${indent}${label}: ${url}`)
  return [...notes, ...addresses, ...wrap(`(${byline})`, { width: style.width, indent })].map(style.dim)
}
