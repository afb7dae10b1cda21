import type { Article } from '../domain/article.ts'
import { type Finding, findingKinds } from '../domain/brief.ts'
import type { Story } from '../domain/story.ts'
import { paragraphSpans } from '../text/paragraphs.ts'
import { visible } from '../text/visible.ts'

/** What a model is told for one task: a page of prose that an editor can change, and its version. */
export interface Prompt {
  /** "write-brief@1", as it is signed into a byline. */
  readonly name: string
  readonly text: string
}

/**
 * Reads a prompt file: front matter between lines of dashes, then prose.
 *
 * @throws {Error} naming what is missing.
 */
export function readPrompt(name: string, file: string): Prompt {
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? []
  const version = /^version: (\d+)$/m.exec(head)?.[1]
  if (!version) throw new Error(`the prompt ${name} has no version in its front matter`)
  return { name: `${name}@${version}`, text: text.trim() }
}

/** A paragraph as a prompt names it: "B3" is the third of the second article. */
export interface NumberedParagraph {
  readonly label: string
  readonly article: Article
  readonly start: number
  readonly end: number
}

export function numberParagraphs({ articles }: Story): NumberedParagraph[] {
  return articles.flatMap((article, index) =>
    paragraphSpans(article.text).map(({ start, end }, at) => ({
      label: `${letter(index)}${at + 1}`,
      article,
      start,
      end,
    })),
  )
}

/**
 * The articles of a story as material for a prompt. `check` comes back in the answer, so that an answer to another
 * question is known for one.
 */
export function renderStory(story: Story, check: string): string {
  const paragraphs = numberParagraphs(story)
  const articles = story.articles.map((article, index) =>
    [
      `Article ${letter(index)}, ${oneLine(article.outlet)}: ${oneLine(article.headline)}`,
      ...paragraphs
        .filter((paragraph) => paragraph.article === article)
        .map(({ label, start, end }) => `[${label}] ${oneLine(article.text.slice(start, end))}`),
    ].join('\n'),
  )
  return [`BEGIN ${check}`, ...articles, `END ${check}`].join('\n\n')
}

/** Faults that are told, and characters of the passage that shows one: what is asked again is not to cost more than the first time. */
const mostFaults = 12
const longestShown = 200

/** What was wrong with a draft: a line for each part, with all that is wrong with it and the passage that shows it. */
export function renderFindings(findings: readonly Finding[], { articles }: Story): string {
  const parts = Map.groupBy(findings, ({ part }) => JSON.stringify(part))
  const lines = [...parts.values()].slice(0, mostFaults).map((faults) => {
    const [first] = faults
    if (!first) return ''
    const { part, passage } = first
    // The part goes by the most that any fault shows of it; a fault that is of fewer words names them.
    const whole = faults.map(({ words }) => words).reduce((one, other) => (other.length > one.length ? other : one), '')
    const wrong = faults.map(
      ({ kind, words }) => findingKinds[kind][0] + (words === whole ? '' : ` (“${oneLine(words)}”)`),
    )
    const remedies = new Set(faults.map(({ kind }) => findingKinds[kind][1]))
    const text = articles.find(({ id }) => id === passage?.article)?.text
    const shown =
      passage && text
        ? ` The article: “${oneLine(text.slice(passage.span.start, passage.span.end)).slice(0, longestShown)}”`
        : ''
    return `- ${part.kind} “${oneLine(whole).slice(0, longestShown)}”: ${[...new Set(wrong)].join('; ')}. ${[...remedies].join(' ')}${shown}`
  })
  return ['FAULTS', ...lines].join('\n')
}

/** Lines of ours begin a line; what an article says does not. */
function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim()
}

function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index)
}
