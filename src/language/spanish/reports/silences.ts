import type { Act } from '../../../domain/claim.ts'
import { unicodeWords } from '../../lists/unicode-words.ts'
import { romanceSilences, type SilentClause } from '../../romance/reports/silences.ts'
import type { Rule } from '../../rule.ts'

const speak =
  'comentar|hablar|responder|pronunciarse|manifestarse|hacer|dar|ofrecer|adelantar|precisar|revelar|informar|aclarar|explicar|decir|confirmar|conceder|detallar|contestar|valorar|declarar|entrar|referirse|opinar'

/** Clauses that report that nothing was said, by their words from the verb on. */
export const silenceClauses: readonly Rule<SilentClause, Act>[] = [
  {
    name: 'silence: could not be reached',
    example: 'Este diario intentó sin éxito contactar con Ana Ruiz.',
    counterExample: 'Este diario intentó sin éxito vender la imprenta.',
    find: ({ phrase }) => couldNotBeReached.test(phrase) && 'could not be reached',
  },
  {
    name: 'silence: did not respond',
    example: 'Ana Ruiz no respondió a las preguntas del diario.',
    counterExample: 'Ana Ruiz no entendió las preguntas del diario.',
    find: ({ phrase }) => didNotRespond.test(phrase) && 'did not respond',
  },
  {
    name: 'silence: would say nothing',
    example: 'Ana Ruiz no quiso hacer declaraciones.',
    counterExample: 'Ana Ruiz no quiso hacer obras.',
    find: ({ phrase }) => saysNothing.test(phrase) && 'declines to comment',
  },
]

const couldNotBeReached = unicodeWords(
  /^(?:no|tampoco) (?:fue|fueron|estaba|estaban|estuvo|estuvieron|pudo ser|pudieron ser|ha sido|ha podido ser) (?:\S+ )?(?:localizad[oa]s?|ubicad[oa]s?|encontrad[oa]s?|contactad[oa]s?|disponibles? para)\b|^(?:no|tampoco) (?:fue|ha sido|era|resultó) posible (?:contactar|localizar|ubicar|hablar con|obtener)\b|^(?:intent|trat)(?:ó|aron)\b(?=.*\b(?:contactar|localizar|ubicar|hablar|comunicarse|obtener)\b).*\b(?:sin éxito|sin resultado|sin suerte|sin respuesta|infructuosamente)\b|^(?:no|tampoco) (?:atiende|atendió|atendieron|ha atendido|contestó|contestaron|ha contestado|contesta) (?:a )?(?:las |los |el |al )?(?:llamad[ao]s?|teléfonos?|mensajes|consultas?)\b|^(?:no|tampoco) (?:logró|pudo|consiguió|ha podido|ha logrado) (?:contactar|localizar|ubicar|hablar con|comunicarse con)\b/,
)

const didNotRespond = unicodeWords(
  /^(?:no|tampoco) (?:respondió|respondieron|responde|responden|ha respondido|han respondido|había respondido|habían respondido|contestó|contestaron|ha contestado|han contestado|había contestado|reaccionó|ha reaccionado|se pronunció|se pronunciaron|se ha pronunciado|se han pronunciado|se había pronunciado|se manifestó|se ha manifestado|dio respuesta|dieron respuesta|ha dado respuesta|devolvió)\b(?! que| si)/,
)

const saysNothing = unicodeWords(
  new RegExp(
    [
      String.raw`^(?:no|tampoco) (?:quiso|quisieron|quiere|quieren|ha querido|han querido|va a|van a|desea|desean|deseó) (?:(?:hacer|dar|ofrecer|realizar) (?:\S+ )?(?:declaraciones|comentarios?|valoraciones|detalles|explicaciones|entrevistas?)|(?!hacer|dar|ofrecer)(?:${speak}))\b(?! su nombre)`,
      String.raw`^(?:prefirió|prefirieron|prefiere|ha preferido|han preferido|optó por|optaron por|ha optado por|decidió|eligió) (?:no (?:${speak})(?! su nombre)|el silencio|guardar silencio|callar)\b`,
      String.raw`^(?:rehusó|rehusaron|rehúsa|ha rehusado|han rehusado|declinó|declinaron|declina|ha declinado|han declinado|evitó|evitaron|eludió|ha evitado|ha eludido|rechazó|rechazaron)(?: a)? (?:(?:hacer|dar|ofrecer|realizar) (?:\S+ )?(?:declaraciones|comentarios?|valoraciones|detalles)|(?!hacer|dar|ofrecer)(?:${speak}))\b(?! su nombre)`,
      String.raw`^(?:se negó|se negaron|se ha negado|se han negado|se niega|se rehusó|se rehusaron) a (?:${speak})\b`,
      String.raw`^(?:rehusó|declinó|declinaron|ha declinado|rechazó) (?:cualquier |un |el )?(?:comentarios?|entrevista|declaraciones)\b`,
      String.raw`^(?:no|tampoco) (?:comentó|comentaron|comenta|comentan|ha comentado)\b(?! que)`,
      String.raw`^se (?:abstuvo|abstuvieron|ha abstenido|han abstenido) de (?:${speak})\b`,
      String.raw`^se (?:acogió|acogieron|ha acogido) a su derecho a no (?:declarar|responder)\b`,
      String.raw`^(?:no|tampoco) (?:emitió|emitieron|ha emitido) (?:comentarios?|declaraciones)\b`,
      String.raw`^(?:esquivó|eludió|ha esquivado) (?:la|las) preguntas?\b`,
      String.raw`^(?:guardó|guardaron|guarda|guardan|ha guardado|mantuvo|mantiene|mantuvieron) silencio\b`,
      String.raw`^(?:no|tampoco) (?:hizo|hicieron|ha hecho|han hecho|dio|dieron|ha dado|ofreció|ofrecieron) (?:declaraciones|comentarios?|explicaciones|entrevistas?)\b`,
    ].join('|'),
  ),
)

/** Returns the silence that a finite verb at a position reports. */
export const silenceAt = romanceSilences({
  clauses: silenceClauses,
  negations: /^(?:no|tampoco)$/,
  openers:
    /^(?:prefirió|prefirieron|prefiere|ha|han|optó|optaron|decidió|eligió|rehusó|rehusaron|rehúsa|declinó|declinaron|declina|evitó|evitaron|eludió|esquivó|rechazó|rechazaron|se|guardó|guardaron|guarda|guardan|mantuvo|mantiene|mantuvieron|intentó|intentaron|trató|trataron)$/,
  isSought: /^(?:intentó|intentaron|trató|trataron)$/,
  soughtBehindNegation: /^(?:fue|logró|pudo|consiguió|ha (?:podido|logrado|sido|conseguido))(?= |$)/,
  reaching: /^(?:contactar|localizar|ubicar|hablar|obtener|comunicarse|contacto)$/,
  betweenReaching: /^(?:con|a|al|contacto|versión|la|de|del)$/,
  nobody: /^(?:esto|eso|que|quien|lo que|nada|nadie)$/,
  asides: /^(?:embargo|obstante|parte|momento)$/,
  opensAside: /^(?:sin|no|por)$/,
})
