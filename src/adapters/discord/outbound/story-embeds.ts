import type { ClaimLine, StoryBlock, StorySentence } from '../../../chat/document.ts'
import { cutTo, piecesOf, plain, safeUrl } from '../../../chat/plain.ts'
import { type Section, sectionsOf } from '../../../chat/sections.ts'
import {
  addedNote,
  howSaid,
  markOf,
  outletsOnce,
  remarksOf,
  responsesOf,
  sentencesOf,
} from '../../../chat/story-lines.ts'
import { discordLimits } from './limits.ts'
import { link, name, richWords, words } from './markdown.ts'

/** An embed as Discord takes it. */
export interface Embed {
  readonly title?: string
  readonly url?: string
  readonly description?: string
  readonly footer?: { readonly text: string }
}

/** The number of characters in embeds, as Discord counts them. */
export function size(embeds: readonly Embed[]): number {
  return embeds.reduce(
    (sum, { title, description, footer }) =>
      sum + (title?.length ?? 0) + (description?.length ?? 0) + (footer?.text.length ?? 0),
    0,
  )
}

/** The longest address of a passage, in characters. */
const longestProof = 400
/** The most versions shown of a difference. */
const mostVersions = 6
/** The longest line for a story among headlines, in characters. */
const longestLine = 900

/** A story's headline, outlets and notes, for a message whose thread has the claims. */
export function headline(story: StoryBlock): string {
  const head = `**${story.number ?? '•'}. ${name(story.headline)}**`
  const linked = outletsOf(story)
  // Addresses can be long, and the thread has the links as well.
  const outlets = head.length + linked.length > longestLine ? name(namesOf(story).join(', ')) : linked
  const line = outlets ? `${head} · ${outlets}` : head
  return [line, ...story.notes.map((note) => `-# ${words(note)}`)].join('\n')
}

/** A story as an embed; parts that do not fit go into further embeds. */
export function storyEmbeds(story: StoryBlock): Embed[] {
  const first = safeUrl(story.outlets[0]?.url ?? null)
  const url = first !== null && first.length <= discordLimits.url ? first : null
  const head = [outletsOf(story), summaryOf(story)].filter(Boolean)
  const parts = [...head, ...sectionsOf(story).flatMap((section) => titled(section.title, itemsOf(section)))]
  const pages = fill(parts)
  const footer = cutTo([...story.notes, ...story.withheld, story.byline].map(plain).join(' · '), 500)
  return pages.map((description, index) => ({
    ...(index === 0
      ? {
          title: cutTo(
            `${story.number === null ? '' : `${story.number}  `}${words(story.headline, discordLimits.title / 2)}` ||
              '–',
            discordLimits.title,
          ),
          ...(url ? { url } : {}),
        }
      : {}),
    ...(description ? { description } : {}),
    ...(index === pages.length - 1 && footer ? { footer: { text: footer } } : {}),
  }))
}

/** Joins parts into texts that fit an embed, leaving room for title and footer. */
function fill(parts: readonly string[]): string[] {
  const most = discordLimits.description - 100
  const pages = ['']
  for (const part of parts) {
    const last = pages.at(-1) ?? ''
    const joined = last === '' ? part : `${last}\n${part}`
    if (joined.length <= most) pages[pages.length - 1] = joined
    else pages.push(part.length <= most ? part : cutTo(part, most))
  }
  return pages
}

function itemsOf(section: Section): readonly string[] {
  switch (section.kind) {
    case 'differences':
      return section.items.map(
        ({ versions }) =>
          `• ${versions
            .slice(0, mostVersions)
            .map(({ outlet, words: version }) => `**${name(outlet)}:** ${name(version)}`)
            .join(' / ')}`,
      )
    case 'claims':
      return section.items.flatMap(claimLines)
    case 'quotations':
      return section.items.flatMap((quotation) => worded('• ', quotation))
    case 'sentences':
    case 'background':
      return section.items.map((sentence) => `• ${withEvidence(sentence)}`)
    case 'lines':
      return section.items.map((line) => `• ${words(line)}`)
  }
}

/** Puts the title above the first item. */
function titled(title: string, items: readonly string[]): string[] {
  const [first, ...rest] = items
  return first === undefined ? [] : [`\n**${title}**\n${first}`, ...rest]
}

/** A claim and its responses, one part each; a long one takes several parts, so that nothing is cut. */
function claimLines(claim: ClaimLine): string[] {
  return [...claimParts('• ', claim), ...responsesOf(claim).flatMap((response) => claimParts('  ↳ ', response))]
}

/** The summary, with a link after each sentence that can be checked. */
function summaryOf({ summary, summaryEvidence }: StoryBlock): string {
  if (!summaryEvidence) return words(summary.join(' '))
  return summary
    .map((text, index) =>
      withEvidence({ id: null, words: text, ...(summaryEvidence[index] ?? { mark: '', evidence: null }) }),
    )
    .join(' ')
}

/** A sentence, followed by a link to its passage if it has one. */
function withEvidence(sentence: StorySentence): string {
  const proof = safeUrl(sentence.evidence)
  // A passage's address can be longer than its sentence; one too long for a message is left out.
  return `${words(sentence.words)}${proof && proof.length <= longestProof ? ` ${link(markOf(sentence), proof)}` : ''}`
}

function claimParts(mark: string, claim: ClaimLine): string[] {
  if (claim.form) return sentenceParts(mark, claim)
  const { link: joint, verb, manner } = howSaid(claim)
  const parts = worded(
    `${mark}**${name(claim.speaker)}**${joint}${name(verb)}${manner ? ` (${name(manner)})` : ''}: `,
    claim,
  )
  return claim.isAdded ? parts.map((part, at) => (at === parts.length - 1 ? `${part} (${addedNote})` : part)) : parts
}

/** A line of sentences, in as many pieces as it needs; no sentence is split. */
function sentenceParts(mark: string, claim: ClaimLine): string[] {
  const { link: joint, colon } = howSaid(claim)
  const parts = [`${mark}**${name(claim.speaker)}**${joint}${colon}`]
  for (const [index, sentence] of sentencesOf(claim).entries()) {
    const text = withEvidence(sentence)
    const last = parts.at(-1) ?? ''
    if (index > 0 && last.length + text.length > discordLimits.text) parts.push(text)
    else parts[parts.length - 1] = `${last}${index > 0 ? ' ' : ''}${text}`
  }
  return parts
}

/** The words of a claim after its lead, in as many pieces as they need. */
function worded(lead: string, { words: said, evidence }: ClaimLine): string[] {
  const proof = safeUrl(evidence)
  // A passage's address can be longer than its claim; one too long for a message is left out.
  const shown = proof && proof.length <= longestProof ? ` ${link('evidence', proof)}` : ''
  const [first = '', ...rest] = piecesOf(plain(said), discordLimits.text).map((piece) => words(piece))
  const parts = [`${lead}${first}`, ...rest]
  return parts.map((part, index) => (index === parts.length - 1 ? `${part}${shown}` : part))
}

function namesOf(story: StoryBlock): string[] {
  return outletsOnce(story)
    .slice(0, 8)
    .map(({ outlet }) => outlet)
}

function outletsOf(story: StoryBlock): string {
  const links = outletsOnce(story)
    .slice(0, 8)
    .map(({ outlet, url }) => link(outlet, (url ?? '').length <= 400 ? url : null))
  return [links.join(', '), ...remarksOf(story).map((remark) => `*${richWords(remark)}*`)].filter(Boolean).join(' · ')
}
