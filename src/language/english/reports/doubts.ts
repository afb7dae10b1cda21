import type { Range, Report } from '../../report.ts'
import type { At, Rule } from '../../rule.ts'
import type { EnglishSentence } from '../syntax/sentence.ts'
import { isRole } from '../words/name-words.ts'
import { opensSaying } from './report-parts.ts'

/** Reasons why a report may have been misread. Such reports are kept and counted, but not shown to anyone. */

/** A report, and those found before it in its sentence. */
export interface Doubted extends At<EnglishSentence> {
  readonly report: Pick<Report, 'source' | 'cue' | 'content'>
  readonly earlier: readonly Report[]
}

export const doubts: readonly Rule<Doubted, true>[] = [
  {
    name: 'doubt: the source is no noun phrase',
    example: 'The woman he spoke with said it was late.',
    counterExample: 'The woman with him said it was late.',
    find: ({ sentence, report: { source } }) =>
      source !== null && (sentence.isDeterminer(source.to - 1) || sentence.isPreposition(source.to - 1)),
  },
  {
    name: 'doubt: the source is of a relative clause',
    example: 'Norrvik runs the dam, which Ruiz said was safe.',
    counterExample: 'Norrvik said that the dam was safe.',
    find: ({ sentence, report: { source } }) =>
      source !== null &&
      /^(?:which|whom|that)$/.test(sentence.word(source.from - 1)) &&
      !followsSaying(sentence, source.from - 1),
  },
  {
    name: 'doubt: the name before the source was left out',
    example: 'Anna Lind, a manager at Norrvik, which owns it, disagreed, saying that it was late.',
    counterExample: 'A manager at Norrvik disagreed, saying that it was late.',
    find: ({ sentence, report: { source } }) =>
      source !== null &&
      /^an?$/.test(sentence.word(source.from)) &&
      sentence.isMark(source.from - 1, ',') &&
      sentence.isCapital(source.from - 2),
  },
  {
    name: 'doubt: somebody who speaks for the source was left out',
    example: 'A lawyer for the owner, Otto Lind, a cousin of the mayor, denied that it was late.',
    counterExample: 'On Monday, Otto Lind, a cousin of the mayor, denied that it was late.',
    find: ({ sentence, report: { source } }) =>
      source !== null &&
      source.from > 3 &&
      sentence.isMark(source.from - 1, ',') &&
      sentence.isCapital(source.from) &&
      /^(?:an?|the|one)$/.test(sentence.word(0)) &&
      isRole(sentence.word(1)) &&
      /^(?:for|of)$/.test(sentence.word(2)) &&
      !sentence.some((at) => sentence.isFinite(at), 0, source.from - 1),
  },
  {
    name: 'doubt: the source begins with a verb',
    example: 'Nobody was hurt, showed records said to be of the dam.',
    counterExample: 'Records said to be of the dam showed it.',
    find: ({ sentence, report: { source } }) =>
      source !== null &&
      /^\p{Ll}/u.test(sentence.printed(source.from)) &&
      (opensWithVerb(sentence, source) || sentence.isAuxiliary(source.from)),
  },
  {
    name: 'doubt: two noun phrases are read as one source',
    example: 'Residents near the plant the company owns said it was late.',
    counterExample: 'Residents near the plant said it was late.',
    find: ({ sentence, report: { source } }) => source !== null && holdsAnother(sentence, source),
  },
  {
    // A line has no room for the year, and without it somebody would seem to speak today.
    name: 'doubt: said in another year',
    example: 'In a 1997 interview Ana Ruiz said that the dam was safe.',
    counterExample: 'In an interview Ana Ruiz said that the dam was built in 1997.',
    find: ({ sentence, report: { source } }) =>
      source !== null &&
      sentence.word(0) === 'in' &&
      sentence.some((at) => /^(?:19|20)\d\d$/.test(sentence.printed(at)), 0, source.from) &&
      sentence.some((at) => saidThen.test(sentence.word(at)), 0, source.from),
  },
  {
    name: 'doubt: a short answer without its question',
    example: 'Asked whether she would go, Ana Ruiz said: “Nice try.”',
    counterExample: 'Asked whether she would go, Ana Ruiz said: “I will stay in this office until May.”',
    find: ({ sentence, report: { content } }) =>
      /^(?:when )?asked /.test(sentence.phrase(0, 3)) &&
      content.length > 0 &&
      content.every(({ from, to }) => sentence.isQuotation(from) && to - from <= 2) &&
      content
        .map(({ from, to }) =>
          sentence.tokens
            .slice(from, to)
            .map(({ text }) => text)
            .join(' '),
        )
        .join(' ')
        .split(/\s+/).length <= shortAnswer,
  },
  {
    name: 'doubt: somebody else is meant by the first word',
    example: 'He believes that the dam is safe, a friend said.',
    counterExample: 'He believes that the dam is safe, he said.',
    find: ({ sentence, report: { source, content } }) =>
      source !== null &&
      !/^(?:he|she)$/.test(sentence.word(source.from)) &&
      content[0]?.from === 0 &&
      content[0].to <= source.from &&
      /^(?:he|she|his|her)$/.test(sentence.word(0)) &&
      !sentence.isCapital(source.to - 1),
  },
  {
    name: 'doubt: a yes or no without its question',
    example: '“No,” said Ana Ruiz.',
    counterExample: '“No, the dam is safe,” said Ana Ruiz.',
    find: ({ sentence, report: { content } }) =>
      content.length > 0 && content.every(({ from, to }) => to - from === 1 && yesOrNo.test(sentence.printed(from))),
  },
  {
    name: 'doubt: a deed in passing',
    example: 'A nurse was dismissed after she left, after reporting unsafe staffing.',
    counterExample: 'A nurse left, saying that staffing was unsafe.',
    find: ({ sentence, report: { cue, content } }) => {
      const [said] = content
      if (!said || !sentence.word(cue.to - 1).endsWith('ing') || said.from < cue.to) return false
      // “…, citing the pending case”: a reason, not someone's words.
      const isPassing =
        sentence.word(cue.to - 1) === 'citing' ||
        /^(?:after|before|by|without|despite|for|since|from|of|in|on|while)$/.test(sentence.word(cue.from - 1))
      return isPassing && !opensSaying(sentence, said.from) && !sentence.hasQuotation(said)
    },
  },
  {
    name: 'doubt: nobody in particular would say it',
    example: 'Within a year somebody would complain about the noise.',
    counterExample: 'Within a year Ruiz would complain about the noise.',
    find: ({ sentence, report: { source, cue } }) =>
      source !== null &&
      /^(?:somebody|someone|anybody|anyone|everybody|everyone|people)$/.test(sentence.word(source.to - 1)) &&
      sentence.some((at) => /^(?:would|could|might|may|will|can)$/.test(sentence.word(at)), cue.from, cue.to),
  },
  {
    name: 'doubt: a number is the source',
    example: 'Of about 5,300 households, 714 replied.',
    counterExample: 'Of about 5,300 households, 714 households replied.',
    find: ({ sentence, report: { source } }) =>
      source !== null && source.to - source.from === 1 && /^\d/.test(sentence.printed(source.from)),
  },
  {
    name: 'doubt: what was said stops at a relative word',
    example: 'Ruiz cited a survey in which, she said, most agreed.',
    counterExample: 'Ruiz cited a survey in which most agreed.',
    find: ({ sentence, report: { content } }) =>
      content.some(({ to }) => /^(?:which|whom|whose)$/.test(sentence.word(to - 1))),
  },
  {
    name: 'doubt: little was said',
    example: 'Ruiz has said little about who opened the gate.',
    counterExample: 'Ruiz has said little rain fell on the dam.',
    find: ({ sentence, report: { cue } }) =>
      /^(?:little|nothing|less|more)$/.test(sentence.word(cue.to)) &&
      /^(?:about|on|of|else|more|than)$/.test(sentence.word(cue.to + 1)),
  },
  {
    name: 'doubt: hearsay',
    example: 'Ruiz reportedly said that the dam had failed.',
    counterExample: 'Ruiz repeatedly said that the dam had failed.',
    find: ({ sentence, report: { cue } }) => sentence.some((at) => hearsay.test(sentence.word(at)), cue.from, cue.to),
  },
  {
    name: 'doubt: quoted by somebody else',
    example: 'Ruiz was quoted by the Post as saying that the dam had failed.',
    counterExample: 'Ruiz was blunt, saying that the dam had failed.',
    find: ({ sentence, report: { cue } }) =>
      sentence.word(cue.from - 1) === 'as' &&
      sentence.word(cue.to - 1).endsWith('ing') &&
      sentence.some((at) => passedOn.test(sentence.word(at)), 0, cue.from),
  },
  {
    name: 'doubt: holds what another said',
    example: 'It killed twelve, officials said, and left homes dark, according to the utility.',
    counterExample: 'It killed twelve and left homes dark, according to the utility.',
    find: ({ sentence, at, report, earlier }) =>
      sentence.word(at) === 'according' &&
      earlier.some(({ cue }) => report.content.some(({ from, to }) => from <= cue.from && cue.to <= to)),
  },
]

/** The most words of an answer that says nothing without its question. */
const shortAnswer = 4
const yesOrNo =
  /^["“‘'](?:no|yes|yep|nope|never|maybe|perhaps|possibly|of course(?: not)?|absolutely(?: not)?|not at all|i don[’']t know|it[’']s possible|we will see|we[’']ll see)[.,!?]?["”’']$/i
const saidThen =
  /^(?:interview|letter|speech|book|memoir|autobiography|diary|diaries|email|essay|article|documentary|report|statement|lecture|post|tweet)$/
const hearsay =
  /^(?:reportedly|allegedly|apparently|supposedly|purportedly|seemingly|wrongly|falsely|incorrectly|mistakenly)$/
const passedOn = /^(?:quoted|cited|reported|overheard|heard|recorded|filmed)$/

/** “said that the mayor …”: here “that” introduces content and is not a relative pronoun. */
function followsSaying(sentence: EnglishSentence, at: number): boolean {
  return sentence.word(at) === 'that' && (at === 0 || sentence.cueForm(at - 1) !== undefined)
}

function opensWithVerb(sentence: EnglishSentence, { from, to }: Range): boolean {
  if (sentence.isDeterminer(from)) return false
  const form = sentence.cueForm(from)?.form
  const word = sentence.word(from)
  return (
    form === 'third' ||
    form === 'past' ||
    (to - from === 1 && /\p{Ll}{3,}ed$/u.test(word)) ||
    /^(?:showed|shows|found|went|came|made|took|gave|left)$/.test(word)
  )
}

/** Returns true if a second noun phrase, or a clause, follows the noun of the first. */
function holdsAnother(sentence: EnglishSentence, { from, to }: Range): boolean {
  for (let at = from + 1; at < to; at++) {
    // The rest only explains the name.
    if (sentence.isMark(at, ',(') || /^(?:who|whose)$/.test(sentence.word(at))) return false
    // “the union that represents drivers” is one, “the plant that the firm owns” names another.
    if (/^(?:which|that)$/.test(sentence.word(at)) && opensPredicate(sentence, at + 1)) return false
    if (/^(?:which|whom|that)$/.test(sentence.word(at))) return true
    if (/^(?:the|an?|his|her|their|its)$/.test(sentence.word(at)) && endsNounPhrase(sentence, at - 1)) return true
  }
  return false
}

/** “represents drivers”, “owned the mill”: a verb without a subject of its own. */
function opensPredicate(sentence: EnglishSentence, at: number): boolean {
  return sentence.isFinite(at) || (/^\p{Ll}+[^s']s$/u.test(sentence.printed(at)) && !sentence.isFinite(at + 1))
}

function endsNounPhrase(sentence: EnglishSentence, at: number): boolean {
  return (
    sentence.isWord(at) &&
    !sentence.isPreposition(at) &&
    !/^(?:all|both|half|and|or|not|even|only|including|but|nor|as|plus)$/.test(sentence.word(at))
  )
}
