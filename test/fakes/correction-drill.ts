import type { ClaimLine, StoryBlock } from '../../src/chat/document.ts'
import { responsesOf, sentencesOf } from '../../src/chat/story-lines.ts'
import { standsIn } from '../../src/text/verbatim.ts'
import { type CorrectedPaper, startCorrectedPaper } from './corrected-paper.ts'
import { randomFrom } from './random.ts'
import type { PostedMessage } from './slack.ts'
import type { TownArticle } from './town.ts'

/** What a paper does to an article after it was posted. */
export const mutations = [
  'number',
  'quotation',
  'speaker',
  'negation',
  'headline',
  'place',
  'paragraph removed',
  'paragraph added',
  'taken down',
] as const
export type Mutation = (typeof mutations)[number]

/** How many stories came out how, over all pages that were changed. */
export interface DrillTotals {
  readonly pages: number
  readonly corrected: number
  readonly withdrawn: number
  readonly untouched: number
  /** Stories that still say something that their article does not. */
  readonly leftWrong: readonly string[]
  /** Stories that changed without a note, or that have a note and have not changed. */
  readonly silent: readonly string[]
  /** Notes that were posted below the digest, less those that should have been. */
  readonly notes: number
}

/**
 * Posts a digest of `pages` invented articles to Slack, changes each of their pages in one way, lets an hour pass, and
 * compares what is posted with what the pages say now.
 */
export async function drillCorrections(pages: number, seed: number): Promise<DrillTotals> {
  const random = randomFrom(seed)
  const articles = Array.from({ length: pages }, (_, at) => inventArticle(at, random))
  const paper = await startCorrectedPaper(articles)
  try {
    return await drill(paper, articles, random)
  } finally {
    await paper.stop()
  }
}

async function drill(
  paper: CorrectedPaper,
  articles: readonly TownArticle[],
  random: () => number,
): Promise<DrillTotals> {
  const digest = await paper.post('C1', 'slack', { stories: articles.length })
  const before = new Map<string, StoryBlock>()
  for (const { slug } of articles) {
    // Two that are taken for one story are left out: what is right would be a question of its own.
    const block = await paper.story(digest, slug).catch(() => undefined)
    if (block?.outlets.length === 1) before.set(slug, block)
  }
  const told = articles.filter(({ slug }) => before.has(slug))
  const mutated = told.map((article, at) => mutate(article, mutations[at % mutations.length] ?? 'number', random))
  for (const article of mutated) paper.change(article)
  await paper.pass(61)
  await paper.pass(5)
  const totals = { corrected: 0, withdrawn: 0, untouched: 0 }
  const leftWrong: string[] = []
  const silent: string[] = []
  const [notes, posts] = [paper.slack.posted.filter(isNote), paper.slack.posted.filter((each) => !isNote(each))]
  const posted = JSON.stringify(posts)
  for (const [at, article] of mutated.entries()) {
    const [old, now] = [before.get(article.slug), await paper.story(digest, article.slug)]
    if (!old) throw new Error(`${article.slug} was not posted`)
    const what = `${mutations[at % mutations.length]} ${article.slug}`
    const hasNote = (now.corrections ?? []).length > 0
    if ((wordsOf(old) !== wordsOf(now)) !== hasNote) silent.push(what)
    if (!isRight(now, article) || !posted.includes(JSON.stringify(now.headline))) leftWrong.push(what)
    if (now.takenBack) totals.withdrawn += 1
    else if (hasNote) totals.corrected += 1
    else totals.untouched += 1
  }
  return { pages: told.length, ...totals, leftWrong, silent, notes: notes.length - totals.corrected - totals.withdrawn }
}

function isNote({ text }: PostedMessage): boolean {
  return text.startsWith('Correction: ')
}

/** Everything that readers of a story see of its article. */
function wordsOf({ headline, summary, claims, silences, unanswered, differences }: StoryBlock): string {
  return JSON.stringify([headline, summary, linesIn(claims), silences, unanswered, differences])
}

function linesIn(claims: readonly ClaimLine[]): string[] {
  return claims
    .flatMap((claim) => [claim, ...responsesOf(claim)])
    .flatMap((claim) => sentencesOf(claim).map(({ words }) => `${claim.speaker}: ${words}`))
}

/** True if an article, as it is now, has all that a story says, in its words: the drill's stories are the rules'. */
function isRight(story: StoryBlock, { headline, paragraphs, status }: TownArticle): boolean {
  if (status) return story.takenBack === true
  if (story.takenBack) return true
  const text = paragraphs.join('\n\n')
  const claims = story.claims.flatMap((claim) => [claim, ...responsesOf(claim)])
  return (
    story.headline === headline &&
    story.summary.every((sentence) => standsIn(text, sentence.replace(/[.]$/, ''))) &&
    claims.every((claim) => sentencesOf(claim).every(({ words }) => hasClaim(paragraphs, claim.speaker, words)))
  )
}

function hasClaim(paragraphs: readonly string[], speaker: string, words: string): boolean {
  const name = speaker.split(',')[0]?.split(' ').at(-1) ?? speaker
  const said = words.replace(/[“”]/g, '').replace(/[.,]$/, '')
  return paragraphs.some((paragraph) => paragraph.includes(name) && standsIn(paragraph, said.replace(/^that /, '')))
}

const syllables = 'bra len dor vik sul mar tin ost hal gro fen kir nal pet rud sel tor ulm wes yar'.split(' ')
const trades = ['paper', 'timber', 'salt', 'glass', 'wool', 'rope', 'cider', 'slate', 'brick', 'barley'] as const
const firstNames = ['Ana', 'Par', 'Ida', 'Nils', 'Marta', 'Olav', 'Lena', 'Tomas', 'Greta', 'Jonas'] as const
const roles = ['the mayor of', 'the harbour master of', 'the head of the school in', 'the fire chief of'] as const

/** An article about a place that no other is about. */
function inventArticle(at: number, random: () => number): TownArticle {
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const name = () => {
    const made = `${pick(syllables)}${pick(syllables)}${pick(syllables)}`
    return `${made.charAt(0).toUpperCase()}${made.slice(1)}`
  }
  const [town, valley, speaker, other] = [
    name(),
    name(),
    `${pick(firstNames)} ${name()}`,
    `${pick(firstNames)} ${name()}`,
  ]
  const [trade, second] = [pick(trades), pick(trades)]
  const count = 20 + Math.floor(random() * 900)
  return {
    slug: `page-${at}`,
    headline: `${name()} ${trade} works in ${town} to close after ${count % 90} years`,
    paragraphs: [
      `The ${trade} works in ${town}, which has ${count} workers, will close in the spring.`,
      `“We fought the ${second} dealers of ${valley} for every job,” said ${speaker}, ${pick(roles)} ${town}.`,
      `Trains from ${valley} carried ${trade} to ${town} every ${pick(['morning', 'evening'])} until the line was sold.`,
      `“Nobody in ${valley} was asked,” ${other}, the owner of the line, said on Monday.`,
    ],
  }
}

function mutate(article: TownArticle, mutation: Mutation, random: () => number): TownArticle {
  const { headline, paragraphs } = article
  const inParagraphs = (change: (paragraph: string, at: number) => string) => ({
    ...article,
    paragraphs: paragraphs.map(change),
  })
  const at = (index: number, change: (paragraph: string) => string) =>
    inParagraphs((paragraph, place) => (place === index ? change(paragraph) : paragraph))
  switch (mutation) {
    case 'number':
      return at(0, (text) => text.replace(/\d+/, (number) => String(Number(number) + 1 + Math.floor(random() * 50))))
    case 'quotation':
      return at(1, (text) => text.replace('for every job', 'for each contract'))
    case 'speaker':
      return at(1, (text) => text.replace(/said \w+ \w+,/, 'said Edda Quillon,'))
    case 'negation':
      return at(0, (text) => text.replace('will close', 'will not close'))
    case 'headline':
      return { ...article, headline: headline.replace('to close', 'to be sold') }
    case 'place':
      return at(2, (text) => text.replace(/^Trains from \w+/, 'Trains from Morvadel'))
    case 'paragraph removed':
      return { ...article, paragraphs: paragraphs.slice(0, 3) }
    case 'paragraph added':
      return { ...article, paragraphs: [...paragraphs, 'Readers can write to the paper until Friday.'] }
    case 'taken down':
      return { ...article, status: 410 }
  }
}
