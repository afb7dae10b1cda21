import type { Brief } from '../domain/brief.ts'

/** Who wrote some briefs, and that they were checked: the label of text that no person has reviewed. */
export function writtenBy(briefs: readonly Brief[]): string {
  const { byline } = briefs.find((brief) => brief.byline.writer === 'llm') ?? briefs[0] ?? {}
  const checked = `checked against the ${briefs.length === 1 && briefs[0]?.articles.length === 1 ? 'article' : 'articles'}`
  const end = 'Check before you publish.'
  if (byline?.writer !== 'llm')
    return `Written without AI${byline ? ` (rules v${byline.version})` : ''} and ${checked}. ${end}`
  const without = briefs.filter((brief) => brief.byline.writer === 'rules').length
  const part = without > 0 ? `, ${without} of ${briefs.length} stories without AI,` : ''
  return `Written by AI (${byline.model})${part} and ${checked}. ${end}`
}
