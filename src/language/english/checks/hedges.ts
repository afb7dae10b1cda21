import type { ArticleSentence, Check, CheckedStatement, CheckFault, ReadText, Word } from '../../check.ts'
import { placesOf, wordsBehind } from '../comparing/read-words.ts'
import { doubting } from '../words/hedges.ts'

/** “May”, “alleged” and “apparently” must stay with what they leave open. */
export const hedgeCheck: Check = {
  name: 'hedges',
  passage: 'The steel may have cracked in March, the engineer said.',
  bad: { text: 'The engineer said the steel cracked in March.' },
  good: { text: 'The engineer said it was possible that the steel had cracked in March.' },
  find: (statement, { cited }) => [
    ...lostBelief(statement, cited),
    ...lostWeakness(statement, cited),
    ...cited.flatMap((sentence) =>
      sentence.words.flatMap((word, at) =>
        word.isHedge && !isNegatedAt(sentence, at) && isHedgeLost(word, { at, sentence, statement })
          ? [{ kind: 'hedge-dropped' as const, words: word.text }]
          : [],
      ),
    ),
  ],
}

/** “For, she believes, two months”: the sentence must also say that this is only a belief. */
function lostBelief(statement: CheckedStatement, cited: readonly ArticleSentence[]): CheckFault[] {
  if (
    /\b(?:believ\w+|think\w*|thought|suspect\w*|estimat\w+|reckon\w*|apparent\w*|perhaps|may|might)\b/i.test(
      statement.text,
    )
  )
    return []
  return cited.flatMap((sentence) => {
    const found = /, (?:he|she|they|it|[\p{Lu}][\p{L}’'-]+) (?:believe|think|suspect|estimate|reckon)s?,/u.exec(
      sentence.text,
    )
    if (!found) return []
    const at = sentence.words.findIndex(({ start }) => start >= found.index + found[0].length)
    const behind =
      at < 0
        ? []
        : sentence.words
            .slice(at)
            .filter(({ hasContent }) => hasContent)
            .slice(0, 2)
    return behind.length > 0 && placesOf(behind, statement).length === behind.length
      ? [{ kind: 'hedge-dropped' as const, words: found[0] }]
      : []
  })
}

/** What somebody only fears, or has no record of, with words that keep it so. */
const weakened: readonly (readonly [found: RegExp, kept: RegExp])[] = [
  [
    /\b(?:fear(?:s|ed)?|suspect(?:s|ed)?|worr(?:y|ies|ied)) (?:that )?(?=\p{L}+ )/iu,
    /\b(?:fear|suspect|worr|concern|afraid|may|might|could|risk|believ|alleg)\w*/i,
  ],
  [
    /\bno (?:record|recollection|memory|knowledge|sign|indication|evidence) (?:of|that) /i,
    /\b(?:record|recollect|recall|remember|memory|know|aware|sign|indicat|evidence|document|archive)\w*/i,
  ],
]

function lostWeakness(statement: CheckedStatement, cited: readonly ArticleSentence[]): CheckFault[] {
  return cited.flatMap((sentence) =>
    weakened.flatMap(([pattern, kept]) => {
      const found = pattern.exec(sentence.text)
      if (!found || kept.test(statement.text)) return []
      const at = sentence.words.findIndex(({ start }) => start >= found.index + found[0].length)
      const heads = at < 0 ? [] : wordsBehind(sentence, at - 1, 3)
      return heads.length > 0 && placesOf(heads, statement).length >= Math.min(2, heads.length)
        ? [{ kind: 'hedge-dropped' as const, words: found[0].trim() }]
        : []
    }),
  )
}

function isNegatedAt({ words }: ReadText, at: number): boolean {
  // “Could hear” expresses no doubt.
  const next = words[at + 1]
  if (words[at]?.lower === 'could' && (next?.isNegation || /^(?:hear|see|feel|smell|only)$/.test(next?.lower ?? '')))
    return true
  return words[at - 1]?.isNegation === true
}

interface HedgePlace {
  readonly at: number
  readonly sentence: ArticleSentence
  readonly statement: CheckedStatement
}

/** The words of doubt without “if”, which also opens conditions. */
const doubtingAlone = new RegExp(doubting.source.replace('|if|', '|'), 'i')
const leavesOpen =
  /\b(?:may|might|could|alleg\w*|reported(?:ly)?|apparent\w*|possib\w+|perhaps|maybe|about|around|roughly|probab\w+|likely|unlikely|suspect\w*|appear\w*|seem\w*|unconfirmed|potential\w*|purported\w*|believ\w+|thought|suggest\w*|estimat\w+|provisional|preliminary|presum\w+|suppos\w+|expect\w*|risk\w*|fear\w*|warn\w*|predict\w*|point(?:s|ed)? to|consistent with|accus\w+|in doubt|can|hope\w*|consider\w*|assum\w+|unclear)\b|\b(?:said|understood|rumou?red) to\b/i

/** “The most likely to remember”: a ranking, not a doubt, unlike “the most likely source”. */
function isRanking(lower: string, { words }: ReadText, at: number): boolean {
  const before = words[at - 1]?.lower ?? ''
  const ranks = /^(?:more|as|least|less)$/.test(before) || (before === 'most' && words[at + 1]?.lower === 'to')
  return ranks && /^(?:likely|possible)$/.test(lower)
}

/** “May have been closer to 51 cents”: a figure alone tells that a statement is about what was left open. */
function areStated(heads: readonly Word[], places: readonly number[], statement: ReadText): boolean {
  const hasFigure = heads.some((head) => /\d/.test(head.text) && placesOf([head], statement).length > 0)
  return heads.length > 0 && (places.length >= heads.length || hasFigure)
}

function isHedgeLost({ lower }: Word, { at, sentence, statement }: HedgePlace): boolean {
  if (isRanking(lower, sentence, at)) return false
  const heads = wordsBehind(sentence, at, 2)
  const places = placesOf(heads, statement)
  if (!areStated(heads, places, statement)) return false
  // “There is no such clause” leaves nothing open of a clause that “is said to” be there.
  if (statement.words.slice(Math.max(0, (places[0] ?? 0) - 5), places[0]).some(({ isNegation }) => isNegation))
    return false
  // “Alleged” is kept if the sentence says who alleges it.
  if (
    lower.startsWith('alleged') &&
    /\b(?:said|says|told|according|accus\w+|claim\w*|charg\w+)\b/i.test(statement.text)
  )
    return false
  // “Could become” is not “would become”.
  const first = Math.min(...places)
  const isSure = statement.words
    .slice(Math.max(0, first - 3), first)
    .some(({ lower: each }) => /^(?:would|will)$/.test(each))
  if (/^(?:may|might|could)$/.test(lower) && isSure) return true
  // “The steel cracked; the bolts may have failed”: the doubt belongs to another clause.
  const place = statement.words[Math.min(...places)]
  const clause =
    statement.text.split(';').find((_, index, all) => (place?.start ?? 0) < all.slice(0, index + 1).join(';').length) ??
    statement.text
  return !leavesOpen.test(clause) && !doubtingAlone.test(clause)
}

/** A plan, demand or request must not be reported as done, nor an open question as a fact. */
export const unrealisedCheck: Check = {
  name: 'unrealised',
  passage:
    'The inquiry would be led by a judge, the minister said. He declined to say whether the ferries had been late.',
  bad: { text: 'The inquiry was led by a judge, the minister said.' },
  good: { text: 'The minister said a judge would lead the inquiry.' },
  find: (statement, { cited, near }) => {
    const done = statement.words.filter(
      ({ isQuoted, hasContent, lower }, at) =>
        hasContent && !isQuoted && isPast(lower, statement.words[at - 1]?.lower ?? '') && !isAhead(statement, at),
    )
    const planned = done.filter(({ form }) => {
      if (/^(?:report|say|tell|expect|ask|warn|call|urg|demand|promis)$/.test(form)) return false
      const places = near.flatMap((sentence) =>
        sentence.words.flatMap((word, at) => (word.form === form ? [{ sentence, at }] : [])),
      )
      return places.length > 0 && places.every(({ sentence, at }) => isAhead(sentence, at))
    })
    const faults = planned.slice(0, 1).map(({ text }) => ({ kind: 'hedge-dropped' as const, words: text }))
    return [...faults, ...questionsAsStated(statement, cited)]
  },
}

/** Words before “to” and a verb that has not happened yet. */
const intending =
  /\b(?:plan\w*|want\w*|hop\w+|agree\w*|order\w*|ask\w*|urg\w+|expect\w*|due|set|likely|intend\w*|decid\w+|refus\w+|promis\w+|vow\w*|need\w*|try|tried|trying|call\w*(?: \w+ ?)?|able|about|allow\w*|told \w+|is|are|was|were|proposal|bid|offer\w*|threat\w*|fail\w*|declin\w+|willing|ready|prepar\w+|(?:until|by) \w+) to $/i

function isPast(lower: string, before: string): boolean {
  return (
    /(?:ed|led|built|paid|met|won|lost|begun|sent|given|taken|made|cut|heard|held|seen|sold|bought|found|chosen|brought|told|shown|spent)$/.test(
      lower,
    ) && !/^(?:to|will|would|be|is|are)$/.test(before)
  )
}

/** True if a verb comes after “would”, “will” or “to”, so that the action lies ahead or is only wanted. */
function isAhead({ words, text }: ReadText, at: number): boolean {
  const word = words[at]
  if (!word) return false
  const before = words.slice(Math.max(0, at - 3), at).map(({ lower }) => lower)
  const stretch = text.slice(words[Math.max(0, at - 3)]?.start ?? 0, word.start)
  if (/[,;:.]/.test(stretch.slice(-2))) return false
  const between = before.slice(
    before.findLastIndex((each) => /^(?:would|will|should|must|shall|won't|wouldn't|to)$/.test(each)) + 1,
  )
  if (!between.every((each) => /^(?:be|have|been|not|also|later|soon|then|now|next|again|still|first)$|ly$/.test(each)))
    return false
  return (
    before.some((each) => /^(?:would|will|should|must|shall|won't|wouldn't)$/.test(each)) ||
    (before.at(-1) === 'to' && intending.test(text.slice(0, word.start))) ||
    before.slice(-2).join(' ') === 'to be'
  )
}

/** “No, I did not”: the question was answered. */
const answered = /[“"](?:No|Yes),? (?:I|we|he|she|it|they) (?:did|do|was|were|had|have|will|would)(?: not|n[’']t)?\b/i

/** “Declined to say whether the ferries were late” does not say that they were. */
function questionsAsStated(statement: CheckedStatement, cited: readonly ArticleSentence[]): CheckFault[] {
  if (doubting.test(statement.text) || answered.test(cited.map(({ text }) => text).join(' '))) return []
  return cited.flatMap((sentence) => {
    const open =
      /\b(?:whether|(?:ask(?:s|ed)?|wonder(?:s|ed)|see|know|establish|determine|say|said|asked them|asked her|asked him|clear) if)\b|\b(?:neither confirm\w* nor den\w+|(?:declin\w+|refus\w+) to confirm|(?:would|could|did) not confirm)\b/i.exec(
        sentence.text,
      )
    if (!open) return []
    const at = sentence.words.findIndex(({ start }) => start >= open.index + open[0].lastIndexOf(' ') + 1)
    const behind = wordsBehind(sentence, at, 4)
    const places = placesOf(behind, statement)
    const isElsewhere = cited.some(
      (other) => other !== sentence && placesOf(behind, other).length >= Math.max(1, places.length),
    )
    const isStated =
      behind.length > 2
        ? places.length >= behind.length - 1
        : places.length === behind.length && places.length > 0 && !isElsewhere
    return isStated ? [{ kind: 'hedge-dropped' as const, words: statement.text }] : []
  })
}
