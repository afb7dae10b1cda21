import { contradicts } from '../../contradiction.ts'
import type { DenialGiven } from '../../grammar.ts'
import { unicodeWords } from '../../lists/unicode-words.ts'
import type { Rule } from '../../rule.ts'
import { contentWords } from '../words/content-words.ts'

/**
 * Statements whose words deny something although their verb is neutral: “eso es falso”. The act of other statements
 * follows from their verb.
 */

const negated = unicodeWords(/\b(?:no|nunca|jamás|ningún|ninguno|ninguna|nada|nadie|ni|sin)\b/i)
const falsehood = unicodeWords(
  /\b(?:fals[oa]s?|falsedad(?:es)?|mentiras?|inventad[oa]s?|invento|invención|infundad[oa]s?|absurd[oa]s?|disparates?|calumnias?|difamación|bulos?|no es verdad|no es ciert[oa]|no son ciert[oa]s|no se ajustan? a la (?:verdad|realidad)|no correspond(?:e|en) a la (?:verdad|realidad)|sin fundamento|sin base|carecen? de (?:fundamento|base)|patrañas?|montaje|fantasías?|delirio|ridícul[oa]s?|persecución|cacería)\b/i,
)
const pointing = unicodeWords(
  /^["“«]?(?:no, |pero |y )?(?:eso|esto|todo|todo eso|es|son|se trata|nada de eso|(?:la|las|el|los|esa|esas|ese|esos|esta|estas|tal|tales|dichas) (?:acusación|acusaciones|alegación|alegaciones|noticias?|información|informaciones|rumores|rumor|sospechas?|cifras?|números?|denuncias?|versión|historia|reportaje|imputación|imputaciones|afirmaciones|señalamientos?))\b/i,
)
const noneAtAll = unicodeWords(
  /\b(?:en ningún momento|en ningún caso|de ninguna manera|ningún tipo de)\b|\bno \w+ (?:\w+ ){0,5}algun[oa]\b|^no haber(?:lo|la|le|se)? \w+|\bno me \w+ ningún\b/i,
)
const noComment = unicodeWords(
  /^(?:que )?no (?:comenta|comentan|comentaría|comentarían|comentará|hablará|hablaría|hará|haría|harán|harían|hace|hacen|iba|iban|va|van|tiene|tienen|puede|pueden|quiere)\b.{0,30}\b(?:comentar|comentarios?|declaraciones|pronunciarse|hablar|casos? concretos?|procesos? judiciales|asuntos judicializados|que decir|nada que añadir)\b|^["“«]?sin comentarios\b|^["“«].{0,50}\bno (?:comentamos|hablamos|opinamos|hacemos (?:declaraciones|comentarios)|voy a (?:comentar|hablar|opinar)|vamos a (?:comentar|hablar|opinar))\b/i,
)

export const denials: readonly Rule<DenialGiven, 'denies' | 'rejects' | 'declines to comment'>[] = [
  {
    name: 'silence: said that nothing would be said',
    example: 'Ana Ruiz dijo que no va a comentar el caso.',
    counterExample: 'Ana Ruiz dijo que no va a vender el barco.',
    find: ({ content }) => noComment.test(content) && content.length < 120 && 'declines to comment',
  },
  {
    name: 'denial: said to be false',
    example: '«Eso es falso y todo el mundo lo sabe», dijo Ana Ruiz.',
    counterExample: '«Eso es bueno y todo el mundo lo sabe», dijo Ana Ruiz.',
    find: ({ content }) => falsehood.test(content) && pointing.test(content) && 'rejects',
  },
  {
    name: 'denial: “no” or “mentira” in front',
    example: '«Mentira, la presa estaba cerrada», dijo Ana Ruiz.',
    counterExample: '«Sí, la presa estaba cerrada», dijo Ana Ruiz.',
    find: ({ content }) => opensWithNo.test(content) && 'denies',
  },
  {
    name: 'denial: “never did”, “did nothing”',
    example: '«Jamás hablé con ese hombre», dijo Ana Ruiz.',
    counterExample: '«Jamás llueve en este valle», dijo Ana Ruiz.',
    find: ({ content }) => neverDid.test(content) && 'denies',
  },
  {
    name: 'denial: does not know of it',
    example: 'Ana Ruiz dijo que desconoce tales mensajes.',
    counterExample: 'Ana Ruiz dijo que conoce tales mensajes.',
    find: ({ content }) => /^(?:que )?desconoc(?:e|en|ía|ían|er)(?!\p{L})/iu.test(content) && 'denies',
  },
  {
    name: 'denial: called false',
    example: 'Ana Ruiz calificó ese relato de «mentira burda».',
    counterExample: 'Ana Ruiz calificó ese relato de «bella historia».',
    find: ({ content }) => falsehood.test(calledSo.exec(content)?.[1] ?? '') && 'rejects',
  },
  {
    name: 'denial: “that never” of what was said',
    example: '«Eso nunca ocurrió», dijo Ana Ruiz.',
    counterExample: '«Eso ocurrió ayer», dijo Ana Ruiz.',
    find: ({ content }) => /^["“«]?(?:eso|esto) (?:no|nunca|jamás) /i.test(content) && 'denies',
  },
  {
    name: 'denial: none at all',
    example: 'Ana Ruiz dijo que en ningún momento recibió dinero.',
    counterExample: 'Ana Ruiz dijo que en algún momento recibió dinero.',
    find: ({ content }) => noneAtAll.test(content) && 'denies',
  },
  {
    name: 'denial: the contrary of what another says',
    example:
      'Tom Lind dijo que la empresa vendió el molino viejo. Ana Ruiz dijo que la empresa nunca vendió el molino viejo.',
    counterExample:
      'Tom Lind dijo que el puerto está lleno. Ana Ruiz dijo que la empresa nunca vendió el molino viejo.',
    find: ({ content, before }) =>
      negated.test(content) && contradicts(content, before(), { negated, contentWords }) && 'denies',
  },
]

const neverDid =
  /^["“«]?(?:yo )?(?:(?:jamás|nunca) (?:(?:le|les|lo|la|los|las|se|me) )*(?:\p{L}+(?:é|í)|he \p{L}+)|no (?:(?:le|les|lo|la|se|me) )*\p{L}+(?:é|í|ó|aron) nada)(?!\p{L})/iu

const calledSo = /\b(?:de|como) ["“«]([^"”»]+)/

const opensWithNo = /^["“«](?:no|nunca|jamás|mentira|falso|rotundamente no|disparate|absurdo)[,.!]/i
