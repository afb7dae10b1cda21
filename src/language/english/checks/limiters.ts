import type { Check, CheckedStatement, CheckFault } from '../../check.ts'
import { countKnown } from '../comparing/overlap.ts'
import { readWords } from '../comparing/read-words.ts'
import { limited } from '../words/limiters.ts'
import { formOf } from '../words/word-forms.ts'

/** “Only”, “nearly” and “mostly” must stay with what they limit. */
export const limiterCheck: Check = {
  name: 'limiters',
  passage: 'Hardly anyone in the village had slept, the mayor said.',
  bad: { text: 'The mayor said anyone in the village had slept.' },
  good: { text: 'The mayor said hardly anyone in the village had slept.' },
  find: (statement, { cited }) =>
    cited.flatMap(({ text }) => [
      ...lostPartitives(statement, text),
      ...lostWhich(statement, text),
      ...lostTime(statement, text),
      ...lostModifiers(statement, text),
      ...lostOnly(statement, text),
      ...lostRank(statement, text),
      ...addedFormer(statement, text),
      ...limited(text)
        .filter(({ word }) => !/\d/.test(word) && statement.words.some(({ lower }) => lower === word))
        .filter(({ limiter, word }) => isLost({ limiter, word }, statement, text))
        .map(({ limiter }) => ({ kind: 'limiter-dropped' as const, words: limiter })),
    ]),
}

/** “Two former members of staff” for “two members of staff”. */
function addedFormer({ text }: CheckedStatement, source: string): CheckFault[] {
  const [whole, , head = ''] = /\b(former|retired|ex-)[ -]?(\p{L}+)/iu.exec(text) ?? []
  const isThere = new RegExp(`\\b${head}\\b`, 'iu').test(source)
  const isFormer =
    /\b(?:former|ex-|retired|once|used to|until|previous\w*|then|left|resign\w*|quit|was|were|had been|worked|stepped down)/i.test(
      source,
    )
  return whole !== undefined && isThere && !isFormer ? [{ kind: 'limiter-dropped', words: whole }] : []
}

/** “The largest port” for “the second-largest port”. */
function lostRank({ text }: CheckedStatement, source: string): CheckFault[] {
  const rank =
    /\b(?:second|third|fourth|fifth|sixth|joint)[- ]((?:larg|bigg|old|young|high|low|long|tall|rich|wors|busi|strong)\p{L}*est|worst|best)\b/iu
  const [whole, most] = rank.exec(source) ?? []
  if (whole === undefined || most === undefined || new RegExp(`\\b(?<!-|second |third )${most}\\b`, 'iu').test(source))
    return []
  return new RegExp(`(?<![\\p{L}-]|second |third |fourth |fifth )${most}\\b`, 'iu').test(text)
    ? [{ kind: 'limiter-dropped', words: whole }]
    : []
}

/** A lost quantity: “Supplements, nearly all of which contain none”. */
function lostWhich({ text, words }: CheckedStatement, source: string): CheckFault[] {
  return [
    ...source.matchAll(
      /\b((?:nearly|almost) all|most|many|some|half|several|few|none|two|three) of (?:which|whom|them)\b([^.;]*)/giu,
    ),
  ].flatMap(({ 1: quantity = '', 2: rest = '' }) => {
    const heads = readWords(rest)
      .words.filter(({ hasContent }) => hasContent)
      .slice(0, 4)
    const isStated =
      heads.filter(({ form }) => words.some((word) => word.form === form)).length >= Math.min(2, heads.length)
    return isStated && !new RegExp(`\\b${quantity.split(' ')[0] ?? ''}\\b`, 'i').test(text)
      ? [{ kind: 'limiter-dropped' as const, words: `${quantity} of` }]
      : []
  })
}

/** A lost “for now”: “Would not order retaliation for now”. */
function lostTime(statement: CheckedStatement, source: string): CheckFault[] {
  const found = forNow.exec(source)
  if (
    !found ||
    /\b(?:for now|so far|at this stage|at present|time being|yet|to date|currently|until now|now|reserv\w+|caveats?|condition\w*|qualifi\w+|principle|most|extent|theory)\b/i.test(
      statement.text,
    )
  )
    return []
  const before = readWords(source.slice(0, found.index))
  const near = before.words.filter(({ hasContent }) => hasContent).slice(-4)
  const behind = readWords(source.slice(found.index + found[0].length))
    .words.filter(({ hasContent }) => hasContent)
    .slice(0, 3)
  const known = (some: typeof near) => countKnown(some, statement) >= Math.min(2, some.length) && some.length > 0
  return known(near) || known(behind) ? [{ kind: 'limiter-dropped', words: found[0] }] : []
}

/** “Parts of her account” is not her account, and “some of the 31 dams” is not the dams. */
const partitive =
  /\b((?:parts?|some|most|half|many|several|a few|all but \p{L}+|nearly all|almost all) of)\s+(?:the |his |her |its |their |these |those )?(?:[\p{L}’'-]+ ){0,2}?([\p{L}’'-]+)/giu

function lostPartitives({ text, words }: CheckedStatement, source: string): CheckFault[] {
  return [...source.matchAll(partitive)].flatMap(({ 1: phrase = '', 2: head = '', 0: whole }) => {
    const next = formOf(whole.split(/\s+/).at(-1) ?? head)
    const at = words.findIndex(({ form, hasContent, isQuoted }) => hasContent && !isQuoted && form === next)
    if (at < 0) return []
    const isKept =
      /\b(?:parts?|partly|some|most|mostly|half|many|several|few|all but|nearly|almost|not all|majority|one of|members? of)\b/i.test(
        text,
      )
    return isKept ? [] : [{ kind: 'limiter-dropped' as const, words: phrase }]
  })
}

const alike = [
  'nearly almost virtually practically close',
  'hardly barely scarcely rarely seldom few little',
  'only just merely solely simply',
  'mostly largely mainly chiefly primarily',
  'about around roughly approximately some',
  'allegedly reportedly apparently supposedly accused alleged',
  'probably likely possibly perhaps maybe may might could possible about around',
]
/** Phrases that limit a statement in time or extent. */
const forNow =
  /\b(?:for now|so far|at this stage|at present|for the time being|as yet|to date|with (?:some |strong )?(?:reservations|caveats|conditions|qualifications)|in principle|for the most part|to some extent|in theory)\b/i

/** “Tested only in the laboratory”: a small word comes between “only” and what it limits. */
function lostOnly({ words, text }: CheckedStatement, source: string): CheckFault[] {
  if (/\b(?:only|just|merely|solely|alone|no more than|exclusively|limited|sole)\b/i.test(text)) return []
  return [
    ...source.matchAll(
      /\bonly (?:in|on|at|by|for|from|with|to|after|when|through|under) (?:the |an? |its |his |her |their )?([\p{L}’'-]+)/giu,
    ),
  ].flatMap(({ 0: phrase, 1: head = '' }) =>
    words.some(({ lower, isQuoted }) => !isQuoted && lower === head.toLowerCase())
      ? [{ kind: 'limiter-dropped' as const, words: phrase }]
      : [],
  )
}

/** “A former director” is not a director, and a deputy leader is not the leader. */
const modified =
  /\b(former|ex|acting(?! (?:for|on|as|with)\b)|interim|deputy|assistant|vice|retired|alleged|suspected|proposed|planned|would-be)[ -]([\p{L}’'-]+)/giu

function lostModifiers(statement: CheckedStatement, source: string): CheckFault[] {
  return [...source.matchAll(modified)].flatMap(({ 1: modifier = '', 2: head = '' }) => {
    const at = statement.words.findIndex(({ lower, isQuoted }) => !isQuoted && lower === head.toLowerCase())
    if (at < 0 || new RegExp(`(?<!${modifier}[ -])\\b${head}\\b`, 'i').test(source)) return []
    const isKept =
      /\b(?:former\w*|ex|once|previous\w*|then|was|were|had been|acting|interim|deputy|assistant|vice|retired|alleged\w*|accus\w+|suspect\w*|propos\w+|plan\w*|would)\b/i.test(
        statement.text,
      )
    return isKept ? [] : [{ kind: 'limiter-dropped' as const, words: `${modifier} ${head}` }]
  })
}

function isLost(
  { limiter, word }: { limiter: string; word: string },
  statement: CheckedStatement,
  source: string,
): boolean {
  // The passage has the word more than once, so the sentence may rest on an occurrence without the limiter.
  if (source.toLowerCase().split(new RegExp(`\\b${word}\\b`)).length > 2) return false
  const group = alike.find((words) => words.split(' ').includes(limiter))?.split(' ') ?? [limiter]
  const at = statement.words.findIndex(({ lower }) => lower === word)
  const place = statement.words[at]
  if (!place?.hasContent) return false
  return !statement.words.some(({ lower }) => group.includes(lower))
}
