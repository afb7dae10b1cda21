import type { Story } from '../../domain/story.ts'
import type { GrammarFor } from '../../language/grammars.ts'
import { visible } from '../../text/visible.ts'
import { letter, numberSentences } from './numbering.ts'

/** A model's instructions for one task: a page of prose that an editor can change, and its version. */
export interface Prompt {
  /** As it appears in a byline: "write-brief@2". */
  readonly name: string
  readonly text: string
}

/** A prompt with instructions on how to answer, for servers that can enforce JSON and for those that cannot. */
export interface TaskPrompt {
  readonly name: string
  readonly asJson: string
  readonly asLines: string
}

/** A prompt file and its name. */
interface PromptFile {
  readonly name: string
  readonly text: string
}

/** Reads the prompts of the two tasks from their files. */
export function promptsFrom(
  files: Readonly<
    Record<'write' | 'repair' | 'answerAsJson' | 'answerAsLines' | 'mendedAsJson' | 'mendedAsLines', PromptFile>
  >,
): { readonly write: TaskPrompt; readonly repair: TaskPrompt } {
  const read = ({ name, text }: PromptFile) => readPrompt(name, text)
  return {
    write: taskPrompt(read(files.write), { json: read(files.answerAsJson), lines: read(files.answerAsLines) }),
    repair: taskPrompt(read(files.repair), { json: read(files.mendedAsJson), lines: read(files.mendedAsLines) }),
  }
}

/** Combines a task with each of the two ways to answer it. */
function taskPrompt(task: Prompt, ways: { readonly json: Prompt; readonly lines: Prompt }): TaskPrompt {
  return {
    name: task.name,
    asJson: `${task.text}\n\n${ways.json.text}`,
    asLines: `${task.text}\n\n${ways.lines.text}`,
  }
}

/**
 * Reads a prompt file: front matter between lines of dashes, then prose.
 *
 * @throws {Error} if the front matter has no version.
 */
export function readPrompt(name: string, file: string): Prompt {
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file) ?? []
  const version = /^version: (\d+)$/m.exec(head)?.[1]
  if (!version) throw new Error(`the prompt ${name} has no version in its front matter`)
  return { name: `${name}@${version}`, text: text.trim() }
}

/** Options for showing the articles of a story to a model. */
export interface PromptMaterial {
  readonly check: string
  readonly grammarFor: GrammarFor
  readonly paragraphs?: ReadonlySet<string>
}

/**
 * Renders a story's articles for a prompt, each sentence after its number. The model has to return `check`, so that an
 * answer to another question is recognised. `paragraphs`, each as its article's id and its number, limits what is
 * shown.
 */
export function renderStory(story: Story, { check, grammarFor, paragraphs }: PromptMaterial): string {
  const sentences = numberSentences(story, grammarFor)
  const articles = story.articles.map((article, index) => {
    const own = sentences.filter((sentence) => sentence.article === article)
    const byParagraph = Map.groupBy(own, ({ paragraph }) => paragraph)
    const lines = [...byParagraph]
      .filter(([paragraph]) => paragraphs === undefined || paragraphs.has(`${article.id} ${paragraph}`))
      .map(([, stated]) =>
        stated.map(({ label, start, end }) => `[${label}] ${oneLine(article.text.slice(start, end))}`).join(' '),
      )
    return [`Article ${letter(index)}, ${oneLine(article.outlet)}: ${oneLine(article.headline)}`, ...lines].join('\n')
  })
  return [`BEGIN ${check}`, ...articles, `END ${check}`].join('\n\n')
}

/** Puts a text on one line, so that nothing in an article can pass for a line of the prompt. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim()
}
