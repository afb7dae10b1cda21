import type { Act } from '../../../domain/claim.ts'
import { unicodeWords } from '../../lists/unicode-words.ts'
import type { PlacedReport, Range } from '../../report.ts'
import type { RomanceSentence } from '../../romance/sentence.ts'
import { firstNamed, type Rule } from '../../rule.ts'

/** In tokens. */
const longestSilence = 24
const longestOpening = 8

/** A clause from its verb on, with the negation before it, in lower case. */
interface Clause {
  readonly phrase: string
}

const speak =
  'comentar|falar|responder|pronunciar|pronunciar-se|se pronunciar|manifestar|manifestar-se|se manifestar|prestar|dar|fazer|adiantar|avançar|precisar|revelar|informar|esclarecer|explicar|dizer|confirmar|conceder|detalhar'

/** Clauses that report that nothing was said, by their words from the verb on. */
export const silenceClauses: readonly Rule<Clause, Act>[] = [
  {
    name: 'silence: could not be reached',
    example: 'Ana Ruiz não foi localizada pela reportagem.',
    counterExample: 'Ana Ruiz não foi eleita pela câmara.',
    find: ({ phrase }) =>
      unicodeWords(
        /^não (?:foi|foram|estava|estavam|esteve|estiveram) (?:\S+ )?(?:localizad[oa]s?|encontrad[oa]s?|contactáve(?:l|is)|contatad[oa]s?|contactad[oa]s?|disponíve(?:l|is) para)\b|^não (?:atendeu|atenderam|atende|atendem)\b|^não foi possível (?:contactar|contatar|localizar|falar com|ouvir|chegar à fala com|obter)\b|^tent(?:ou|aram) (?:contactar|contatar|localizar|falar com|ouvir|contato com|contacto com)\b.*\bsem (?:sucesso|êxito|resposta)\b|^não conseguiu (?:contactar|contatar|contato com|contacto com|localizar|falar com|ouvir)\b/,
      ).test(phrase) && 'could not be reached',
  },
  {
    name: 'silence: did not respond',
    example: 'Ana Ruiz não respondeu às perguntas do jornal.',
    counterExample: 'Ana Ruiz não compreendeu as perguntas do jornal.',
    find: ({ phrase }) =>
      unicodeWords(
        /^não (?:respondeu|responderam|responde|respondem|retornou|retornaram|reagiu|reagiram|se manifestou|se manifestaram|se pronunciou|se pronunciaram|deu resposta|deram resposta|deu retorno|deram retorno|tinha respondido|tinham respondido|havia respondido|haviam respondido|houve resposta)\b(?! que| se)/,
      ).test(phrase) && 'did not respond',
  },
  {
    name: 'silence: would say nothing',
    example: 'Ana Ruiz preferiu não comentar.',
    counterExample: 'Ana Ruiz preferiu não viajar.',
    find: ({ phrase }) => saysNothing.test(phrase) && 'declines to comment',
  },
]

const saysNothing = unicodeWords(
  new RegExp(
    [
      String.raw`^não (?:quis|quiseram|quer|querem|vai|vão|pode|podem|podia|pretende) (?:${speak})\b`,
      String.raw`^(?:preferiu|preferiram|prefere|optou por|optaram por|decidiu|escolheu) (?:não (?:${speak})|o silêncio|manter silêncio|ficar em silêncio)\b`,
      String.raw`^(?:recusou|recusaram|recusa|recusam|recusou-se|recusaram-se|recusa-se|se recusou|se recusaram|negou-se|se negou|escusou-se|escusaram-se|se escusou|evitou)(?:, (?:porém|no entanto|contudo|todavia),)?(?: a)? (?:${speak})\b`,
      String.raw`^(?:recusou|recusaram|recusa|recusam|declinou|declinaram) (?:qualquer |um |o |fazer )?(?:comentários?|entrevista|declarações|convite)\b`,
      String.raw`^não (?:comentou|comentaram|comenta|comentam)\b(?! que)`,
      String.raw`^(?:remeteu-se|remeteram-se|se remeteu|ficou|ficaram|manteve-se|permaneceu) (?:ao|em) silêncio\b`,
      String.raw`^não (?:prestou|prestaram|fez|fizeram|deu|deram) (?:declarações|comentários|entrevistas?|esclarecimentos)\b`,
    ].join('|'),
  ),
)

/** Returns the silence that a finite verb at a position reports. */
export function silenceAt(sentence: RomanceSentence, at: number): PlacedReport | undefined {
  const isNegated = sentence.word(at) === 'não'
  if (!isNegated && !opener.test(sentence.word(at))) return undefined
  const end = clauseEnd(sentence, at)
  const silence = firstNamed(silenceClauses, { phrase: sentence.phrase(at, end) })
  if (!silence) return undefined
  const source = silentAt(sentence, at)
  if (source === 'nobody') return undefined
  sentence.note(silence.rule, at)
  // A short opening belongs to what is not told: “Sobre o sucessor, preferiu não comentar”.
  const opens =
    source === null && at > 0 && at <= longestOpening && !sentence.some((each) => sentence.isFinite(each), 0, at)
  const content = { from: opens ? 0 : at, to: end }
  return {
    act: silence.found,
    source,
    cue: { from: at, to: at + (isNegated ? 2 : 1) },
    content: [content],
    venue: null,
    negated: false,
  }
}

const opener =
  /^(?:preferi(?:u|ram)|prefere|opt(?:ou|aram)|decidiu|escolheu|recus(?:ou|aram|a|am)(?:-se)?|neg(?:ou|aram)(?:-se)|escus(?:ou|aram)-se|evitou|declin(?:ou|aram)|remete(?:u|ram)-se|fic(?:ou|aram)|manteve-se|permaneceu|tent(?:ou|aram)|se)$/

/** The one who is silent: the subject, or whoever could not be reached; null if the subject is left out. */
function silentAt(sentence: RomanceSentence, at: number): Range | null | 'nobody' {
  const isSought = /^(?:foi|conseguiu)$/.test(sentence.word(at + 1)) || /^tent(?:ou|aram)$/.test(sentence.word(at))
  const sought = isSought ? sentence.find((each) => reaching.test(sentence.word(each)), at, at + 5) : -1
  if (sought >= 0) {
    const from = sentence.find((each) => !/^(?:com|à|fala|contato|contacto)$/.test(sentence.word(each)), sought + 1)
    return (from < 0 ? undefined : sentence.phraseAfter(from)) ?? 'nobody'
  }
  const subject = toldBefore(sentence, at) ?? sentence.subjectBefore(at)
  if (!subject) return null
  return /^(?:isto|isso|que|quem|o que|nada|ninguém)$/.test(sentence.phrase(subject.from, subject.to))
    ? 'nobody'
    : subject
}

/** “procurou a prefeitura, que não se manifestou”: the phrase that a relative clause belongs to. */
function toldBefore(sentence: RomanceSentence, at: number): Range | undefined {
  if (sentence.word(at - 1) !== 'que' || !sentence.isMark(at - 2, ',')) return undefined
  const verb = sentence.findLast((each) => sentence.isFinite(each), 0, at - 2)
  const phrase = sentence.phraseAfter(verb + 1)
  return phrase?.to === at - 2 ? phrase : undefined
}

const reaching = /^(?:contactar|contatar|localizar|falar|ouvir|contato|contacto|fala)$/

function clauseEnd(sentence: RomanceSentence, at: number): number {
  const isAside = (each: number) => /^(?:porém|contudo|todavia|no|sem)$/.test(sentence.word(each + 1))
  const closesAside = (each: number) => /^(?:porém|contudo|todavia|entanto)$/.test(sentence.word(each - 1))
  const mark = sentence.find(
    (each) =>
      sentence.isMark(each, ';:') ||
      sentence.isDash(each) ||
      (sentence.isMark(each, ',') && !isAside(each) && !closesAside(each)),
    at,
    Math.min(sentence.end, at + longestSilence),
  )
  return mark < 0 ? Math.min(sentence.end, at + longestSilence) : mark
}
