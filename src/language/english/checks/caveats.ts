import type { ArticleSentence, Check, CheckedStatement, CheckFault, Ground, ReadText } from '../../check.ts'
import { isMostlyOf } from '../comparing/overlap.ts'
import { readWords } from '../comparing/read-words.ts'
import { isAmong } from '../words/word-forms.ts'

/** Words that open a qualification of what the sentence has just said. */
const takesBack =
  /(?:,|;|—|–|\)|”|’)?\s*\b(but|though|although|even though|albeit|however|yet|without (?:giving|offering|providing|naming|saying|citing)|while (?:stressing|saying|adding|insisting)|except)\b/gi
/** Words that make a clause a caveat: a doubt, a lack, a “not”. */
const doubts =
  /\b(?:not|never|no|none|nobody|nothing|neither|without|n[’']t|cannot|could not|un\w+ed|unclear|unlikely|may|might|could|only|assessment|preliminary|early|doubt\w*|caution\w*|alone|until|yet|false|wrong|small|few|disput\w+|den\w+|evidence|warn\w*|stress\w*|depend\w*|if|limited|exclud\w+|less|fewer|still|unable|declin\w+|refus\w+|neither)\b|n[’']t\b/i
/** “But denied that …”, “but would say no more”: a separate statement, not a caveat. */
const isAnotherStatement =
  /^\s*(?:(?:he|she|it|they|also|later|has|have|had|\p{Lu}[\p{L}’'-]+) )*(?:den(?:y|ies|ied)|would say (?:no|nothing)|would not \w+|declin\w+|refus\w+|added|reject\w+|did not (?:respond|reply|answer|say|comment))\b/u
/** That somebody said nothing: what the outlet adds of other things does not qualify it. */
const silence =
  /\b(?:declin\w+ to|refus\w+ to|(?:did|would|could|has|have|had) not (?:be drawn|be reached|say|comment|respond|repl\w+|return\w*|answer\w*)|(?:did|would|could|had|has)n[’']t (?:be drawn|be reached|say|comment|respond|repl\w+|return\w*|answer\w*))\b/i
/** A clause about the one who is silent, or somebody who speaks for them. */
const isTheirs =
  /^\s*(?:he|she|it|they|his|her|its|their|an?|the|one)\b(?=.*\b(?:he|she|it|they|spokes\w+|lawyers?|solicitors?|statement|source|friends?|den\w+|reject\w+|said|told|insist\w*)\b)/i
/** A sentence that says the one before it is not certain. */
const unsureOfIt =
  /^(?:The|That|This|Those|These|It|They|He|She|Neither|None|But|However|No|[“"]?\p{Lu}\w+)\b.{0,70}\b(?:could not|cannot|not (?:be |been )?(?:independently|immediately|yet|possible)|unverified|unconfirmed|no (?:\w+ )?evidence|not (?:been )?(?:confirmed|verified|tested|proven)|offered no|gave no|did not (?:show|provide|give|offer))\b/u

/** “He cautioned that this was an assessment, not a fact.” */
const cautioning =
  /^(?:He|She|They|It) (?:cautioned|stressed|warned|noted|acknowledged|conceded|emphasi[sz]ed|added) that .{0,90}\b(?:not|no|only|assessment|preliminary|early|could|may|might|single|alone)\b/u
/** “Neither account could be verified.” */
const bothUnsure =
  /^(?:Neither|None|No)\b.{0,60}\b(?:could|can|was|were|has|have)\b.{0,30}\b(?:verified|confirmed|established|checked|corroborated)/u

/** A doubt in a “but …” clause, or a “could not be verified” in the next sentences, must appear in the brief. */
export const caveatCheck: Check = {
  name: 'caveats',
  passage: 'The general said the rocket came from the north, but offered no evidence.',
  bad: { text: 'The general said the rocket came from the north.' },
  good: { text: 'The general said, without offering evidence, that the rocket came from the north.' },
  find: (statement, ground) =>
    ground.cited.flatMap((sentence) => [...behindBut(statement, sentence), ...inTheNext(statement, sentence, ground)]),
}

function behindBut(statement: CheckedStatement, sentence: ArticleSentence): CheckFault[] {
  return [...sentence.text.matchAll(takesBack)].flatMap(({ index, 1: word = '' }) => {
    if (/^without/i.test(word)) return withoutEvidence(statement, sentence, index)
    if (index < 12 || sentence.quotations.some(({ inner }) => inner.start <= index && index < inner.end)) return []
    const before = readWords(sentence.text.slice(0, index))
    const behind = readWords(sentence.text.slice(index))
    const clause = behind.text.slice(behind.text.indexOf(word) + word.length)
    if (!doubts.test(clause) || isAnotherStatement.test(clause) || !isMostlyOf(statement, before)) return []
    if (silence.test(before.text) && silence.test(statement.text) && !isTheirs.test(clause)) return []
    return isStatedIn(behind, statement)
      ? []
      : [{ kind: 'qualifier-dropped' as const, words: behind.text.slice(0, 80).trim() }]
  })
}

/** “She claimed, without offering evidence, that …”: the phrase limits the rest of the sentence. */
function withoutEvidence(statement: CheckedStatement, { text }: ArticleSentence, index: number): CheckFault[] {
  const clause = /^[,;\s]*without [^,.;]*/i.exec(text.slice(index))?.[0] ?? ''
  const before = text.slice(0, index)
  const start = before.search(
    /\b(?:and that|but|and (?:he|she|it|they))\b(?!.*\b(?:and that|but|and (?:he|she|it|they))\b)/,
  )
  // In the middle of a sentence it limits what follows; at the end, the clause before it.
  const isInside = /^[^.]{0,3},\s*(?:that|“)/.test(text.slice(index + clause.length))
  const rest = readWords(isInside ? text.slice(index + clause.length) : before.slice(Math.max(0, start)))
  const behind = readWords(clause)
  return !isMostlyOf(statement, rest) || isStatedIn(behind, statement)
    ? []
    : [{ kind: 'qualifier-dropped', words: clause.trim() }]
}

function inTheNext(statement: CheckedStatement, sentence: ArticleSentence, { articleOf }: Ground): CheckFault[] {
  const { sentences } = articleOf(sentence)
  const next = sentences.find(
    ({ index, paragraph, text }) =>
      (index === sentence.index + 1 &&
        paragraph === sentence.paragraph &&
        (unsureOfIt.test(text) || cautioning.test(text))) ||
      (index > sentence.index &&
        index <= sentence.index + 3 &&
        paragraph <= sentence.paragraph + 1 &&
        bothUnsure.test(text)),
  )
  if (!next) return []
  if (/\b(?:reached|comment|respond|contacted)\b/.test(next.text)) return []
  // A person's statement about something else is not a caveat to this one.
  if (
    !cautioning.test(next.text) &&
    /^(?:He|She|They)\b/.test(next.text) &&
    !/\b(?:evidence|show\w*|provid\w+|offer\w*|details?|documents?|proof)\b/.test(next.text)
  )
    return []
  if (
    !isMostlyOf(statement, sentence) ||
    /^(?:The|A|An) [\p{L}-]+(?: [\p{L}-]+)? (?:said|says|told)\b/u.test(next.text)
  )
    return []
  if (bothUnsure.test(next.text) && sentence.attributions.length === 0) return []
  return isStatedIn(next, statement) ? [] : [{ kind: 'qualifier-dropped', words: next.text.slice(0, 80) }]
}

/** True if the sentence or the rest of the brief has a doubt and a word of the caveat (two if it has four or more). */
function isStatedIn(caveat: ReadText, { text, forms, context }: CheckedStatement): boolean {
  const own = caveat.words.filter(({ hasContent, form }) => hasContent && form !== 'say')
  const isKnown = (known: ReadonlySet<string>) =>
    own.filter(({ form }) => isAmong(form, known) || known.has(`un${form}`)).length
  const whole = `${text} ${context.text}`
  const most = Math.max(isKnown(forms), isKnown(context.forms))
  return (own.length === 0 || most >= Math.min(own.length, own.length >= 4 ? 2 : 1)) && doubts.test(whole)
}
