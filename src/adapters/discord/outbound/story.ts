import type { ClaimLine, StoryBlock, StorySentence } from '../../../chat/document.ts'
import { cutTo, piecesOf, plain, safeUrl } from '../../../chat/plain.ts'
import { type Section, sectionsOf } from '../../../chat/sections.ts'
import {
  addedNote,
  countLines,
  howSaid,
  markOf,
  outletsOnce,
  remarksOf,
  responsesOf,
  sentencesOf,
} from '../../../chat/story-lines.ts'
import { button, type Component, container, isShort, linkButton, row, text } from './components.ts'
import { discordLimits } from './limits.ts'
import { link, name, richWords, words } from './markdown.ts'

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

/** A story as a box with its own buttons; what does not fit into one goes into further boxes, none of them too long. */
export function storyBoxes(story: StoryBlock): Component[] {
  const outlets = outletsOf(story)
  const head = [headingOf(story), outlets && `-# ${outlets}`, summaryOf(story)].filter(Boolean)
  const small = [...story.notes, ...story.withheld, story.byline]
    .filter(Boolean)
    .map((line) => words(line))
    .join(' · ')
  const parts = [
    ...head,
    ...sectionsOf(story).flatMap(sectionParts),
    ...(small ? [`-# ${cutTo(small, discordLimits.text)}`] : []),
  ]
  const texts = joined(parts)
  return texts.map((each, index) => container([text(each), ...(index === texts.length - 1 ? buttonsOf(story) : [])]))
}

function headingOf({ number, headline: called }: StoryBlock): string {
  const shown = name(called)
  return shown === '' ? '' : `### ${number === null ? '' : `${number}  `}${shown}`
}

/** The row of a story's buttons; a report carries the key by which the message is found. */
function buttonsOf(story: StoryBlock): Component[] {
  const { id, links, moreClaims, takenBack, isDraft, isGlance } = story
  if (takenBack || isDraft) return []
  const evidence = links.flatMap(({ label, url }) =>
    safeUrl(url) && url.length <= discordLimits.url ? [linkButton(cutTo(label, 80), url)] : [],
  )
  return [
    row(
      [
        ...(moreClaims > 0 || isGlance ? [button(labelOf(story), `story:${id}`)] : []),
        button('Report a mistake', `report:${id}:{key}`),
        ...evidence,
      ].slice(0, discordLimits.rowButtons),
    ),
  ]
}

/** The name of the button that shows all of a story. */
function labelOf(story: StoryBlock): string {
  const count = countLines(story)
  if (!story.isGlance) return `All ${count} claims`
  return count === 0 ? 'Full story' : `Full story, ${count} ${count === 1 ? 'claim' : 'claims'}`
}

/** Joins parts into as few texts as they fit into. */
function joined(parts: readonly string[]): string[] {
  const texts: string[] = []
  for (const part of parts) {
    const last = texts.at(-1)
    const both = last === undefined ? part : `${last}\n${part}`
    if (last !== undefined && isShort(both)) texts[texts.length - 1] = both
    else texts.push(cutTo(part, discordLimits.storyText))
  }
  return texts.length > 0 ? texts : ['–']
}

/** A section: its title above the first item; a single line follows its title. */
function sectionParts(section: Section): string[] {
  const items = itemsOf(section)
  const [first = '', ...rest] = items
  const title = `**${section.title}**`
  return rest.length === 0 && section.kind === 'lines'
    ? [`${title}  ${first.replace(/^• /, '')}`]
    : [`${title}\n${first}`, ...rest]
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

/** A claim and its responses, one part each; a long one takes several parts, so that nothing is cut. */
function claimLines(claim: ClaimLine): string[] {
  return [...claimParts('• ', claim), ...responsesOf(claim).flatMap((response) => claimParts('  ↳ ', response))]
}

/** The summary, with a link after each sentence that can be checked. */
function summaryOf({ summary, summaryEvidence }: StoryBlock): string {
  if (!summaryEvidence) return words(summary.join(' '))
  return summary
    .map((sentence, index) =>
      withEvidence({ id: null, words: sentence, ...(summaryEvidence[index] ?? { mark: '', evidence: null }) }),
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
    const shown = withEvidence(sentence)
    const last = parts.at(-1) ?? ''
    if (index > 0 && last.length + shown.length > discordLimits.text) parts.push(shown)
    else parts[parts.length - 1] = `${last}${index > 0 ? ' ' : ''}${shown}`
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
    .map(({ outlet, url }) => link(outlet, (url ?? '').length <= longestProof ? url : null))
  return [links.join(', '), ...remarksOf(story).map((remark) => `*${richWords(remark)}*`)].filter(Boolean).join(' · ')
}
