import type { Act } from '../../../domain/claim.ts'
import { unicodeWords } from '../../lists/unicode-words.ts'
import { romanceSilences, type SilentClause } from '../../romance/reports/silences.ts'
import type { Rule } from '../../rule.ts'

const speak =
  'comentar|falar|responder|pronunciar|pronunciar-se|se pronunciar|manifestar|manifestar-se|se manifestar|prestar|dar|fazer|adiantar|avançar|precisar|revelar|informar|esclarecer|explicar|dizer|confirmar|conceder|detalhar'

/** Clauses that report that nothing was said, by their words from the verb on. */
export const silenceClauses: readonly Rule<SilentClause, Act>[] = [
  {
    name: 'silence: could not be reached',
    example: 'Ana Ruiz não foi localizada pela reportagem.',
    counterExample: 'Ana Ruiz não foi eleita pela câmara.',
    find: ({ phrase }) => couldNotBeReached.test(phrase) && 'could not be reached',
  },
  {
    name: 'silence: did not respond',
    example: 'Ana Ruiz não respondeu às perguntas do jornal.',
    counterExample: 'Ana Ruiz não compreendeu as perguntas do jornal.',
    find: ({ phrase }) => didNotRespond.test(phrase) && 'did not respond',
  },
  {
    name: 'silence: would say nothing',
    example: 'Ana Ruiz preferiu não comentar.',
    counterExample: 'Ana Ruiz preferiu não viajar.',
    find: ({ phrase }) => saysNothing.test(phrase) && 'declines to comment',
  },
]

const couldNotBeReached = unicodeWords(
  /^não (?:foi|foram|estava|estavam|esteve|estiveram) (?:\S+ )?(?:localizad[oa]s?|encontrad[oa]s?|contactáve(?:l|is)|contatad[oa]s?|contactad[oa]s?|disponíve(?:l|is) para)\b|^não (?:atendeu|atenderam|atende|atendem)\b|^não foi possível (?:contactar|contatar|localizar|falar com|ouvir|chegar à fala com|obter)\b|^tent(?:ou|aram) (?:contactar|contatar|localizar|falar com|ouvir|contato com|contacto com)\b.*\bsem (?:sucesso|êxito|resposta)\b|^não conseguiu (?:contactar|contatar|contato com|contacto com|localizar|falar com|ouvir)\b/,
)

const didNotRespond = unicodeWords(
  /^não (?:respondeu|responderam|responde|respondem|retornou|retornaram|reagiu|reagiram|se manifestou|se manifestaram|se pronunciou|se pronunciaram|deu resposta|deram resposta|deu retorno|deram retorno|tinha respondido|tinham respondido|havia respondido|haviam respondido|houve resposta)\b(?! que| se)/,
)

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
export const silenceAt = romanceSilences({
  clauses: silenceClauses,
  negations: /^não$/,
  openers:
    /^(?:preferi(?:u|ram)|prefere|opt(?:ou|aram)|decidiu|escolheu|recus(?:ou|aram|a|am)(?:-se)?|neg(?:ou|aram)(?:-se)|escus(?:ou|aram)-se|evitou|declin(?:ou|aram)|remete(?:u|ram)-se|fic(?:ou|aram)|manteve-se|permaneceu|tent(?:ou|aram)|se)$/,
  isSought: /^tent(?:ou|aram)$/,
  soughtBehindNegation: /^(?:foi|conseguiu)(?= |$)/,
  reaching: /^(?:contactar|contatar|localizar|falar|ouvir|contato|contacto|fala)$/,
  betweenReaching: /^(?:com|à|fala|contato|contacto)$/,
  nobody: /^(?:isto|isso|que|quem|o que|nada|ninguém)$/,
  opensAside: /^(?:porém|contudo|todavia|no|sem)$/,
  asides: /^(?:porém|contudo|todavia|entanto)$/,
})
