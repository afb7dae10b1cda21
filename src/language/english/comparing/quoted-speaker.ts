import { spansOverlap } from '../../../domain/article.ts'
import type { Attribution } from '../../../domain/claim.ts'
import type { CheckedStatement, CheckFault, Ground } from '../../check.ts'
import { quotedSpans } from '../checks/quotations.ts'
import { formOf } from '../words/word-forms.ts'
import { actsThere } from './acts.ts'
import { isMentioned } from './mentions.ts'
import { kindOf, sourceOf } from './reading-kinds.ts'
import { isTheirs } from './whose.ts'

/** Returns the fault in the speaker of a quotation, who must be the one that the innermost reading around it names. */
export function quotedFault(
  speaker: string,
  statement: CheckedStatement,
  ground: Ground,
): CheckFault['kind'] | undefined {
  for (const { article, span } of quotedSpans(statement, ground)) {
    const around = article.evidence.attributions
      .filter(({ content }) => content.some((piece) => spansOverlap(piece, span)))
      .toSorted((one, other) => sizeOf(one) - sizeOf(other))
    const [inner] = around
    if (!inner || isTheirs(speaker, inner, article) || isAskedAbout(inner, statement)) continue
    if (actsThere(speaker, statement, ground)) continue
    const isOuter = around.some((each) => isTheirs(speaker, each, article))
    const named = sourceOf(inner, article.evidence.text)
    if (isOuter && (named === '' || isMentioned(named, statement.text))) continue
    if (isOneOfThem(named, statement) || isToldAsTheirs(inner, { statement, text: article.evidence.text })) continue
    return kindOf(inner, article) === 'explicit' || isOuter ? 'quote-elsewhere' : 'speaker-unclear'
  }
  return undefined
}

/** True for “Two senators: … one said” if the article has “one said”. */
export function isOneOfThem(named: string, { text }: CheckedStatement): boolean {
  return /^one\b/i.test(named) && /\bone\b/i.test(text)
}

/** “Ana Ruiz is said to have heard that Berg boasted of “a line””: it names whose words they are, by the article's verb. */
function isToldAsTheirs(
  { cue, source }: Attribution,
  { statement, text }: { readonly statement: CheckedStatement; readonly text: string },
): boolean {
  const [said, by] = [cue[0], source[0]]
  if (!said || !by || !isMentioned(text.slice(by.start, by.end), statement.text)) return false
  const verb = formOf(/\p{L}+/u.exec(text.slice(said.start, said.end))?.[0] ?? '')
  return verb !== 'say' && statement.words.some(({ form }) => form === verb)
}

/** “Asked whether it had been “buried””: the word belongs to the person who asked. */
function isAskedAbout({ act }: Attribution, { text }: CheckedStatement): boolean {
  return act === 'asks' && /\b(?:asked|question\w*|put to)\b/i.test(text)
}

function sizeOf({ content }: Attribution): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0)
}
