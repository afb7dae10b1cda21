import type { Token } from '../../../text/tokens.ts'
import type { Range, Report } from '../../report.ts'
import { nothingLeft, skipAdjuncts } from '../syntax/adjuncts.ts'
import { phraseAfter } from '../syntax/noun-phrases.ts'
import { isMark } from '../words/word-classes.ts'
import { contentEnd } from './contents.ts'

/** "According to S, C" and "C, according to S". */
export function accordingTo(tokens: readonly Token[], at: number): Report | undefined {
  const source = phraseAfter(tokens, at + 2)
  if (!source) return undefined
  const cue = { from: at, to: at + 2 }
  const { next, venue } = skipAdjuncts(tokens, behindRelative(tokens, source.to))
  const leads =
    at === 0 || isMark(tokens[at - 1], ';—–(') || (at === 1 && /^(?:and|but|yet)$/.test(tokens[0]?.lower ?? ''))
  if (leads) {
    const from = isMark(tokens[next], ',') ? next + 1 : next
    const to = contentEnd(tokens, from)
    return to > from ? { act: 'says', source, cue, content: [{ from, to }], venue } : undefined
  }
  const to = isMark(tokens[at - 1], ',') ? at - 1 : at
  const semicolon = tokens.slice(0, to).findLastIndex((token) => isMark(token, ';'))
  const content: Range[] = [{ from: semicolon + 1, to }]
  // “…, according to a neighbour, but his wife said”: the outlet goes on, or somebody else does.
  const goesOn = !/^(?:but|and|though|although|which|who|while|whereas)$/.test(tokens[next + 1]?.lower ?? '')
  if (isMark(tokens[next], ',') && goesOn && !nothingLeft(tokens, next + 1))
    content.push({ from: next + 1, to: contentEnd(tokens, next + 1) })
  return { act: 'says', source, cue, content, venue }
}

/** “…, who asked not to be named because the talks are private, …”: the position behind such a clause. */
function behindRelative(tokens: readonly Token[], at: number): number {
  if (!isMark(tokens[at], ',') || !/^(?:who|whose|whom|which|speaking|citing)$/.test(tokens[at + 1]?.lower ?? ''))
    return at
  const comma = tokens.findIndex((token, index) => index > at + 1 && isMark(token, ','))
  return comma > 0 ? comma : at
}
