import type { Act } from '../../../domain/claim.ts'
import { unicodeWords } from '../../lists/unicode-words.ts'
import type { PlacedReport } from '../../report.ts'
import { firstNamed, type Rule } from '../../rule.ts'
import type { GermanSentence } from '../syntax/sentence.ts'

/** In tokens. */
const longestSilence = 24
const longestOpening = 8

/** A clause from its finite verb on, in lower case. */
interface Clause {
  readonly sentence: GermanSentence
  readonly at: number
  readonly phrase: string
}

/** Clauses that report that nothing was said, by their words from the verb on. */
export const silenceClauses: readonly Rule<Clause, Act>[] = [
  {
    name: 'silence: was not to be reached',
    example: 'Ana Ruiz war am Montag nicht zu erreichen.',
    counterExample: 'Der Gipfel war am Montag nicht zu sehen.',
    find: ({ phrase }) => notReached.test(phrase) && 'could not be reached',
  },
  {
    name: 'silence: left questions unanswered',
    example: 'Ana Ruiz ließ eine Anfrage unbeantwortet.',
    counterExample: 'Ana Ruiz ließ eine Tür unverschlossen.',
    find: ({ phrase }) => leftUnanswered.test(phrase) && 'did not respond',
  },
  {
    name: 'silence: would say nothing',
    example: 'Ana Ruiz wollte sich nicht äußern.',
    counterExample: 'Ana Ruiz wollte sich nicht setzen.',
    find: ({ phrase }) => saysNothing.test(phrase) && 'declines to comment',
  },
]

const notReached = unicodeWords(
  /^(?:war|waren|ist|sind|blieb|blieben)\b.*\b(?:nicht|niemand|nicht mehr)\b.{0,40}\b(?:zu erreichen|erreichbar|zu sprechen)\b|^(?:war|waren|blieb|blieben) (?:\S+ ){0,6}unerreichbar\b/,
)

const leftUnanswered = unicodeWords(
  /^(?:ließ|ließen|lässt|blieb|blieben)\b.*\bunbeantwortet\b|^(?:reagierte|reagierten|antwortete|antworteten|beantwortete|beantworteten)\b.*\bnicht\b|^(?:hat|haben|hatte|hatten)\b.*\bnicht (?:reagiert|geantwortet|beantwortet)\b|^(?:gab|gibt|lag|liegt)\b.*\bkeine (?:antwort|reaktion|rückmeldung)\b/,
)

const saysNothing = unicodeWords(
  new RegExp(
    [
      String.raw`^(?:wollte|wollten|will|wollen|mochte|mochten|möchte|möchten|konnte|konnten|kann|durfte)\b.*\b(?:nicht|nichts|keine|keinen|keinerlei|niemand)\b.*\b(?:äußern|sagen|kommentieren|sprechen|auskunft|angaben|stellung|stellungnahme|kommentar|reden)\b`,
      String.raw`^(?:lehnte|lehnten|lehnt|lehnen)\b.*\b(?:stellungnahme|kommentar|interview|gespräch|auskunft|auskünfte|äußerung)\b.*\bab\b`,
      String.raw`^(?:lehnte|lehnten|lehnt|lehnen) es ab,? .*\b(?:äußern|kommentieren|sprechen)\b`,
      String.raw`^(?:äußerte|äußerten|äußert|äußern) sich\b(?!.*\b(?:nur|anders)\b).*\bnicht\b`,
      String.raw`^(?:schwieg|schwiegen|schweigt|schweigen)\b`,
      String.raw`^(?:verweigerte|verweigerten|verweigert)\b.*\b(?:aussage|stellungnahme|auskunft|kommentar)\b`,
      String.raw`^(?:gab|gaben|gibt|geben|machte|machten|macht)\b.*\b(?:keinen kommentar|keine auskunft|keine stellungnahme|keine angaben|keinen kommentar)\b`,
      String.raw`^(?:hat|haben|hatte|hatten)\b.*\b(?:nicht geäußert|keinen kommentar|eine stellungnahme abgelehnt)\b`,
      String.raw`^(?:nahm|nahmen|nimmt|nehmen|bezog|bezogen)\b.*\b(?:keine stellung|nicht stellung)\b`,
      String.raw`^(?:kommentierte|kommentierten)\b.*\bnicht\b`,
    ].join('|'),
  ),
)

/** Returns the silence that a finite verb at a position reports. */
export function silenceAt(sentence: GermanSentence, at: number): PlacedReport | undefined {
  if (!sentence.isWord(at) || (sentence.isCapital(at) && at > 0) || !opener.test(sentence.word(at))) return undefined
  const end = clauseEnd(sentence, at)
  const silence = firstNamed(silenceClauses, { sentence, at, phrase: sentence.phrase(at, end) })
  if (!silence) return undefined
  const source = silentAt(sentence, at)
  if (!source || /^(?:es|das|dies|was|wer)$/.test(sentence.phrase(source.from, source.to))) return undefined
  sentence.note(silence.rule, at)
  // With the subject behind the verb the whole sentence tells it: “Beim Amt war niemand zu erreichen”.
  const isInverted = source.from > at
  const content = isInverted && at < longestOpening ? { from: 0, to: end } : { from: at, to: end }
  return { act: silence.found, source, cue: { from: at, to: at + 1 }, content: [content], venue: null, negated: false }
}

const opener =
  /^(?:war|waren|ist|sind|blieb|blieben|ließ|ließen|lässt|reagierte|reagierten|antwortete|antworteten|beantwortete|beantworteten|hat|haben|hatte|hatten|gab|gaben|gibt|geben|lag|liegt|wollte|wollten|will|wollen|mochte|mochten|möchte|möchten|konnte|konnten|kann|durfte|lehnte|lehnten|lehnt|lehnen|äußerte|äußerten|äußert|äußern|schwieg|schwiegen|schweigt|schweigen|verweigerte|verweigerten|verweigert|machte|machten|macht|nahm|nahmen|nimmt|nehmen|bezog|bezogen|kommentierte|kommentierten)$/

/** The one who is silent: the subject, or the office at which nobody answers. */
function silentAt(sentence: GermanSentence, at: number) {
  const isNobody = sentence.some(
    (each) => sentence.word(each) === 'niemand',
    at,
    Math.min(sentence.end, at + longestSilence),
  )
  if (!isNobody) return sentence.subjectOf(at)
  const place = sentence.find((each) => /^(?:bei|beim|in|im|von|vom)$/.test(sentence.word(each)), 0, sentence.end)
  return place < 0 ? undefined : sentence.phraseAfter(place + 1)
}

function clauseEnd(sentence: GermanSentence, at: number): number {
  const mark = sentence.find(
    (each) =>
      sentence.isMark(each, ';:') ||
      sentence.isDash(each) ||
      (sentence.isMark(each, ',') && !/^(?:ob|wie|wer|was|warum|zu|sich|wann|wo)$/.test(sentence.word(each + 1))),
    at,
    Math.min(sentence.end, at + longestSilence),
  )
  return mark < 0 ? Math.min(sentence.end, at + longestSilence) : mark
}
