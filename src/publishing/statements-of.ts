import { nameTokens } from '../digest/statements/name-tokens.ts'
import { topicStems } from '../digest/statements/statement-words.ts'
import { bylineLabel } from '../digest/written-by.ts'
import { shownSpan, sliceSpan } from '../domain/article.ts'
import type { Brief } from '../domain/brief.ts'
import { type Claim, isSilence, speakerLabel, speakerName } from '../domain/claim.ts'
import type { NewStatement } from '../domain/edition/statement.ts'
import type { Story } from '../domain/story.ts'

/** The claims of a story as they are kept once it is posted; those that name nobody are left out. */
export function statementsOf(brief: Brief, story: Story): NewStatement[] {
  return brief.claims.flatMap((claim) => statementOf(claim, brief, story) ?? [])
}

function statementOf(claim: Claim, brief: Brief, { id, articles }: Story): NewStatement | undefined {
  const { speaker, line, words, venue, citation } = claim
  const article = articles.find((each) => each.id === citation.article)
  const name = speakerName(speaker)
  if (!article || name === '' || speaker.kind === 'unchecked') return undefined
  const label = speakerLabel(speaker)
  const passage = sliceSpan(article.text, shownSpan(citation.span, article))
  return {
    story: id,
    claim: claim.id,
    name,
    speaker: label,
    words: line ?? words,
    goesOn: line !== undefined || isSilence(claim.act),
    venue,
    outlet: article.outlet,
    url: article.url,
    passage,
    answers: brief.responses.find((response) => response.claim === claim.id)?.answers ?? null,
    byline: bylineLabel(brief.byline),
    corrected: null,
    withdrawn: null,
    who: nameTokens(label),
    about: topicStems(`${line ?? words} ${passage}`, article.language),
  }
}
