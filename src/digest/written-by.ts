import type { Brief, Byline } from '../domain/brief.ts'

/** The label of text that no person has reviewed: who wrote it, and that it was checked. */
export function writtenBy(briefs: readonly Brief[]): string {
  const isOne = briefs.length === 1 && briefs[0]?.articles.length === 1
  return `${whoWrote(briefs)}, checked against the ${isOne ? 'article' : 'articles'}. Check before you publish.`
}

/** Who wrote some briefs: "Written by AI (a-model), 2 of 6 stories without AI". */
export function whoWrote(briefs: readonly Brief[]): string {
  const { byline } = briefs.find((brief) => brief.byline.writer === 'llm') ?? briefs[0] ?? {}
  if (byline?.writer !== 'llm') return `Written without AI${byline ? ` (rules v${byline.version})` : ''}`
  const without = briefs.filter((brief) => brief.byline.writer === 'rules').length
  return `Written by AI (${byline.model})${without > 0 ? `, ${without} of ${briefs.length} stories without AI` : ''}`
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
