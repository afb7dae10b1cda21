import { plain } from '../../../text/verbatim.ts'
import type { Check, CheckedStatement, CheckFault, Ground, Word } from '../../check.ts'
import { countKnown } from '../comparing/overlap.ts'
import { wordsAround } from '../comparing/read-words.ts'
import { mayBeMeant } from '../comparing/whose.ts'

/** Forms of address and short forms of offices, which a brief may add or leave out. */
const titles = new Set(
  'mr mrs ms miss dr prof professor sir dame lord lady gen col lt capt cllr mp mps rev judge justice pm ceo cfo fm un eu uk us'.split(
    ' ',
  ),
)
/** Words that refer to a person or thing named earlier. */
const standIn =
  /\b(?:he|she|they|it|his|her|its|their|him|them|who|whose|both|one|the (?:company|firm|group|ministry|minister|president|governor|mayor|council|union|club|party|government|police|court|judge|hospital|school|university|charity|bank|board|agency|committee|force|team|study|report|town|city|country|village|two|couple|family|department|operator|airline|regulator|authority|organi[sz]ation|man|woman|defendant|officer|official|spokes\p{L}+))\b/iu
/** The holder of an office, whom no name in apposition explains; the parts of an interview. */
const holder =
  /\b[Tt]he (?:manager|coach|captain|chief|chair\p{L}*|director|founder|leader|owner|head|candidate|suspect|driver|pilot|author|singer|actor|player|striker|broadcast|paper|trust)\b(?!,? \p{Lu})|^[QA]: /u
function pointsBack(text: string): boolean {
  return standIn.test(text) || holder.test(text)
}

/** How many sentences before a cited one the name that it refers to may be. */
const reach = 10

/** Each name must be in the article, and near the cited sentences. */
export const nameCheck: Check = {
  name: 'names',
  passage: 'Mayor Ana Ruiz met Tomas Lind on Monday. She left early.',
  bad: { text: 'Mayor Ana Lind met Tomas Lind on Monday.' },
  good: { text: 'Ana Ruiz left early.' },
  find: (statement, ground) => {
    const speaker = new Set((statement.speaker ?? '').toLowerCase().split(/[^\p{L}\p{N}'’-]+/u))
    return namesOf(statement, ground)
      .filter(({ lower }) => !speaker.has(lower))
      .flatMap((name) => faultOf(name, statement, ground))
      .concat(mismatchedNames(statement, ground), strangeLabel(statement, ground), exchangedName(statement, ground))
  },
}

/** Returns the capitalised words that are names; a sentence's first word counts only if it is a name in the article. */
function namesOf({ words }: CheckedStatement, { articles }: Ground): Word[] {
  return words.filter(
    ({ isCapital, opensSentence, lower, isQuoted, hasContent }) =>
      isCapital &&
      !isQuoted &&
      hasContent &&
      !titles.has(lower) &&
      (!opensSentence || articles.some(({ names, common }) => names.has(lower) && !common.has(lower))),
  )
}

function faultOf(name: Word, statement: CheckedStatement, ground: Ground): CheckFault[] {
  const { lower, text } = name
  if (lower.includes('-') && lower.split('-').every((part) => isKnown(part, ground))) return []
  if (!isKnown(lower, ground)) return isInitials(text, ground) ? [] : [{ kind: 'name-not-found', words: text }]
  if (isOfOutlet(lower, ground)) return []
  const has = (sentences: typeof ground.near) =>
    sentences.some(({ words }) => words.some((word) => word.lower === lower || word.lower.startsWith(`${lower}-`)))
  if (has(ground.cited)) return []
  const isPersonal = ground.cited.some((sentence) => /^(?:he|she|his|her)\b/i.test(sentence.text))
  // A name that only a sentence nearby has must be what a cited one points at.
  const isPointedAt = ground.cited.some((sentence) => pointsBack(sentence.text))
  if (!isPersonal && isPointedAt && has(ground.near)) return []
  return isMeant(name, statement, ground) ? [] : [{ kind: 'name-not-found', words: text }]
}

function isKnown(lower: string, { articles }: Ground): boolean {
  return articles.some(
    ({ evidence, headline, outlet }) =>
      evidence.plainLower.includes(lower) || `${outlet} ${headline.text}`.toLowerCase().includes(lower),
  )
}

function isOfOutlet(lower: string, { articles }: Ground): boolean {
  return articles.some(({ outlet }) => outlet.toLowerCase().split(/\s+/).includes(lower))
}

/** True if a word consists of the initials of a name in the article: “EBU” for the European Broadcasting Union. */
function isInitials(text: string, { articles }: Ground): boolean {
  if (!/^\p{Lu}{2,6}s?$/u.test(text)) return false
  const letters = [...text.replace(/s$/, '')].join('\\p{L}+(?:[ -](?:of|the|for|and|de))*[ -]')
  return articles.some(({ evidence }) => new RegExp(`\\b${letters}\\p{L}+`, 'u').test(evidence.text))
}

/** True if a name completes one in a cited sentence: “Maddox” for “Jordan” if the article has Jordan Maddox. */
function isPartOfFullName({ text }: Word, { articles, cited }: Ground): boolean {
  const own = escape(text.replace(/['’]s?$/, ''))
  const beside = new RegExp(`(\\p{Lu}[\\p{L}’'-]+) ${own}(?!\\p{L})|(?<!\\p{L})${own} (\\p{Lu}[\\p{L}’'-]+)`, 'gu')
  return articles.some(({ evidence }) =>
    [...evidence.text.matchAll(beside)].some(([, before, behind]) =>
      cited.some(({ words }) => words.some((word) => word.text === (before ?? behind))),
    ),
  )
}

/** True if a name is in the dateline, which applies to the whole article: “QUEBRADA, Sanverra (AIN) —”. */
function isInDateline({ text }: Word, { articles }: Ground): boolean {
  return articles.some(({ evidence, sentences }) =>
    evidence.text
      .slice(0, sentences[0]?.span.start ?? 0)
      .toLowerCase()
      .includes(text.toLowerCase()),
  )
}

/** True if a name from further away fits: a cited sentence may refer to it, or a sentence with it says the same. */
function isMeant(name: Word, statement: CheckedStatement, ground: Ground): boolean {
  const { articles, cited, articleOf } = ground
  const isPersonal = cited.some(({ text }) => /^(?:he|she|his|her)\b/i.test(text))
  if (isPartOfFullName(name, ground) || isInDateline(name, ground)) return true
  const at = statement.words.indexOf(name)
  const about = wordsAround(statement, at)
  const tellsSame = articles.some(({ sentences, headline }) =>
    [...sentences, headline].some(
      (sentence) =>
        sentence.words.some(({ lower }) => lower === name.lower) &&
        countKnown(about, sentence) >= Math.min(isPersonal ? 3 : 2, about.length),
    ),
  )
  if (tellsSame) return true
  return cited.some((sentence) => {
    if (!pointsBack(sentence.text)) return false
    const article = articleOf(sentence)
    // “He did not respond”: the pronoun is resolved as if it were a speaker's.
    if (/^(?:he|she|his|her)\b/i.test(sentence.text))
      return mayBeMeant(name.text, { sentence, article, from: sentence.span.start })
    const before = article.sentences.slice(Math.max(0, sentence.index - reach), sentence.index)
    const opening = [article.headline, ...article.sentences.slice(0, 3)]
    return [...before, ...opening].some(({ words }) => words.some(({ lower }) => lower === name.lower))
  })
}

/** How many more words must fit another name for this one to count as a mistake. */
const clearly = 3

/** Finds a swapped name: “Police arrested Lind” where in the passage police arrest Ruiz, and Lind is elsewhere. */
function exchangedName(statement: CheckedStatement, ground: Ground): CheckFault[] {
  const stated = statement.words.flatMap((word, at) => (isLastOfName(statement, at) ? [{ word, at }] : []))
  if (stated.length === 0) return []
  return stated.flatMap(({ word, at }) => {
    const own = wordsAround(statement, at).filter(({ isCapital }) => !isCapital)
    const fits = ground.cited.flatMap((sentence) =>
      sentence.words.flatMap((other, place) =>
        isLastOfName(sentence, place)
          ? [
              {
                lower: other.lower,
                sentence,
                fit: countKnown(own, { forms: new Set(wordsAround(sentence, place).map(({ form }) => form)) }),
              },
            ]
          : [],
      ),
    )
    const same = Math.max(0, ...fits.filter(({ lower }) => lower === word.lower).map(({ fit }) => fit))
    const rival = fits.find(
      ({ lower, fit }) => fit >= same + clearly && !statement.words.some((each) => each.lower === lower),
    )
    const isThere = fits.some(({ lower, sentence }) => lower === word.lower && sentence === rival?.sentence)
    const isPronominal = rival !== undefined && pointsBack(rival.sentence.text)
    return rival && !isThere && !isPronominal ? [{ kind: 'name-not-found' as const, words: word.text }] : []
  })
}

function isLastOfName({ words, text }: Pick<CheckedStatement, 'words' | 'text'>, at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  const isRun = before?.isCapital === true && word !== undefined && text.slice(before.end, word.start) === ' '
  const goesOn = next?.isCapital && word && text.slice(word.end, next.start) === ' '
  return word !== undefined && word.isCapital && !word.isQuoted && isRun && !goesOn
}

/** Finds names in the speaker's label that the article does not have. */
function strangeLabel({ speaker }: CheckedStatement, ground: Ground): CheckFault[] {
  if (speaker === null) return []
  const names = speaker.match(/\p{Lu}[\p{L}\p{M}’'-]*/gu) ?? []
  const strange = names
    .slice(/^(?:An?|The|One|Two|Three|Several|Some|Unnamed) /.test(speaker) ? 1 : 0)
    .filter((name) => {
      const lower = plain(name.toLowerCase()).replace(/'s?$/, '')
      return !titles.has(lower) && !isKnown(lower, ground) && !isInitials(name, ground)
    })
  return strange.map((name) => ({ kind: 'speaker-not-found', words: name }))
}

/** Finds mixed-up names: “Ana Lind” where the article has Ana Ruiz and Tomas Lind. */
function mismatchedNames({ words, text }: CheckedStatement, { articles }: Ground): CheckFault[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    if (!next?.isCapital || !word.isCapital || word.isQuoted || titles.has(word.lower)) return []
    if (/[^\s]/.test(text.slice(word.end, next.start)) || /^(?:the|a|an)$/.test(word.lower)) return []
    if (next.isDay || word.isDay) return []
    const isTogether = articles.some(({ evidence, headline }) => {
      const near = new RegExp(
        `(?<!\\p{L})${escape(word.text.replace(/['’]s$/, ''))}(?:['’]s?)?(?:[ .-]+(?:\\p{Lu}[\\p{L}.’'-]*|of|de|the|and|for))*[ -]+${escape(next.text.replace(/['’]s$/, ''))}(?!\\p{L})`,
        'u',
      )
      return near.test(evidence.text) || near.test(headline.text)
    })
    // In the article, the first name has another surname, and the surname another first name.
    const areKnown = articles.some(
      ({ evidence }) =>
        new RegExp(`(?<!\\p{L})${escape(word.text)} \\p{Lu}`, 'u').test(evidence.text) &&
        new RegExp(`\\p{Lu}[\\p{L}’'-]+ ${escape(next.text)}(?!\\p{L})`, 'u').test(evidence.text),
    )
    return areKnown && !isTogether ? [{ kind: 'name-not-found' as const, words: `${word.text} ${next.text}` }] : []
  })
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
