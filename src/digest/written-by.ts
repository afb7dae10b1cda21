import type { Brief, Byline } from '../domain/brief.ts'
import { labelWords } from '../language/lists/labels.ts'

/** The label of text that no person has reviewed: who wrote it, and that it was checked. In the articles' language. */
export function writtenBy(briefs: readonly Brief[]): string {
  const isOne = briefs.length === 1 && briefs[0]?.articles.length === 1
  return wordsFor(briefs).checked(whoWrote(briefs), isOne ? 'one' : 'several')
}

/** The label of text that an editor approved: that they did, and who wrote it. */
export function approvedBy(briefs: readonly Brief[]): string {
  return wordsFor(briefs).approved(whoWrote(briefs))
}

/** The label of text that no editor approved in time. */
export function writtenUnapproved(briefs: readonly Brief[]): string {
  return `${writtenBy(briefs)} ${wordsFor(briefs).lapsed}`
}

/** Who wrote some briefs: "Written by AI (a-model), 2 of 6 stories without AI". */
function whoWrote(briefs: readonly Brief[]): string {
  const words = wordsFor(briefs)
  const { byline } = briefs.find((brief) => brief.byline.writer === 'llm') ?? briefs[0] ?? {}
  if (byline?.writer !== 'llm') return byline ? words.byRules(byline.version) : ''
  const without = briefs.filter((brief) => brief.byline.writer === 'rules').length
  return [words.byModel(byline.model), ...(without > 0 ? [words.someByRules(without, briefs.length)] : [])].join(', ')
}

/** The label's words in the language of all the articles; in English if they have several. */
function wordsFor(briefs: readonly Brief[]) {
  const languages = new Set(briefs.flatMap(({ articles }) => articles.map(({ language }) => language)))
  const [language] = languages
  return labelWords(languages.size === 1 ? language : undefined)
}

/** The byline in words: "written without AI (rules v3)". */
export function bylineLabel(byline: Byline): string {
  switch (byline.writer) {
    case 'rules':
      return `written without AI (rules v${byline.version})`
    case 'llm':
      return `written by AI (${byline.model}, prompt ${byline.prompt})`
  }
}
