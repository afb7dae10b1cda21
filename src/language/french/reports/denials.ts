import { contradicts } from '../../contradiction.ts'
import type { DenialGiven } from '../../grammar.ts'
import { unicodeWords } from '../../lists/unicode-words.ts'
import type { Rule } from '../../rule.ts'
import { contentWords } from '../words/content-words.ts'

/**
 * Statements whose words deny something although their verb is neutral: « c’est faux ». The act of other statements
 * follows from their verb.
 */

const negated = unicodeWords(/\b(?:ne|n|pas|jamais|aucun|aucune|rien|personne|ni|sans)\b/i)
const falsehood = unicodeWords(
  /\b(?:fau(?:x|sse|sses|sseté)|mensong(?:e|es|er|ère|ères)|inventée?s?|invention|infondée?s?|sans fondement|absurdes?|ridicules?|calomni(?:e|es|eux|euse|euses)|diffamatoires?|diffamation|dénuée?s? de (?:tout )?fondement|pas vrai|pas la vérité|contre-vérités?|grotesques?|fantaisistes?|farfelue?s?|délirante?s?|délires?|affabulations?|n’importe quoi|n'importe quoi|ne tien(?:t|nent) pas|sans aucun sens|inexacte?s?|erronée?s?|mensongères?|cabale)\b/i,
)
const pointing = unicodeWords(
  /^["“«\s]*(?:non, |mais |et )?(?:c[’']est|ce sont|cela|ça|tout cela|tout ça|tout est|rien de tout cela|il s[’']agit|(?:ces|ses|les|la|l[’']|cette|ce|de telles?) ?(?:accusations?|allégations?|informations?|rumeurs?|soupçons?|chiffres?|plaintes?|version|histoire|reportage|propos|affirmations?|reproches?|insinuations?|griefs?))/i,
)
const noneAtAll = unicodeWords(/\b(?:à aucun moment|en aucun cas|en aucune manière|aucune espèce de)\b/i)
const noComment = unicodeWords(
  /^(?:(?:qu[’'])?(?:ils?|elles?|on) )?(?:ne |n[’'])(?:fera|feront|ferait|feraient|commente|commentera|commenterait|souhaite|souhaitait|s[’']exprimera|s[’']exprimerait|avoir|avait|a|ont|peut|pouvait)\b.{0,40}\b(?:commentaires?|commenter|s[’']exprimer|déclarations?|cas particuliers?|enquêtes? en cours|à ajouter|à dire)\b|^["“«\s]*(?:pas de|aucun|sans) commentaires?\b|^["“«].{0,50}\b(?:nous ne commentons|je ne commente|on ne commente|n[’']ai rien à (?:dire|ajouter|déclarer)|n[’']avons rien à (?:dire|ajouter|déclarer))\b/iu,
)

export const denials: readonly Rule<DenialGiven, 'denies' | 'rejects' | 'declines to comment'>[] = [
  {
    name: 'silence: said that nothing would be said',
    example: 'Ana Ruiz a dit qu’elle ne fera aucun commentaire.',
    counterExample: 'Ana Ruiz a dit qu’elle ne vendra aucun bateau.',
    find: ({ content }) => noComment.test(content) && content.length < 120 && 'declines to comment',
  },
  {
    name: 'denial: said to be false',
    example: '« C’est faux et tout le monde le sait », dit Ana Ruiz.',
    counterExample: '« C’est bon et tout le monde le sait », dit Ana Ruiz.',
    find: ({ content }) => falsehood.test(content) && pointing.test(content) && 'rejects',
  },
  {
    name: 'denial: “non” or “faux” in front',
    example: '« Faux, le barrage était fermé », dit Ana Ruiz.',
    counterExample: '« Oui, le barrage était fermé », dit Ana Ruiz.',
    find: ({ content }) => opensWithNo.test(content) && 'denies',
  },
  {
    name: 'denial: “never did”, “did nothing”',
    example: '« Je n’ai jamais parlé à cet homme », dit Ana Ruiz.',
    counterExample: '« Il ne pleut jamais dans cette vallée », dit Ana Ruiz.',
    find: ({ content }) => neverDid.test(content) && 'denies',
  },
  {
    name: 'denial: does not know of it',
    example: 'Ana Ruiz a dit ignorer tout de ces messages.',
    counterExample: 'Ana Ruiz a dit connaître tout de ces messages.',
    find: ({ content }) =>
      /^(?:(?:qu[’'])?(?:ils?|elles?) )?ignor(?:e|ent|ait|aient|er)(?!\p{L})/iu.test(content) && 'denies',
  },
  {
    name: 'denial: an infinitive with “ne pas”',
    example: 'Ana Ruiz a affirmé ne pas avoir reçu d’argent.',
    counterExample: 'Ana Ruiz a affirmé avoir reçu de l’argent.',
    find: ({ content }) =>
      /^(?:ne (?:pas|jamais|rien) (?:avoir|être)|n[’']avoir ["“«\s]*(?:pas|jamais|rien|aucun)|n[’']être (?:pas|jamais))(?!\p{L})/iu.test(
        content,
      ) && 'denies',
  },
  {
    name: 'denial: called false',
    example: 'Ana Ruiz a qualifié ce récit de « mensonge grossier ».',
    counterExample: 'Ana Ruiz a qualifié ce récit de « belle histoire ».',
    find: ({ content }) => falsehood.test(calledSo.exec(content)?.[1] ?? '') && 'rejects',
  },
  {
    name: 'denial: “that never” of what was said',
    example: '« Cela n’est jamais arrivé », dit Ana Ruiz.',
    counterExample: '« Cela est souvent arrivé », dit Ana Ruiz.',
    find: ({ content }) => /^["“«\s]*(?:cela|ça|ce) (?:ne |n[’'])/iu.test(content) && 'denies',
  },
  {
    name: 'denial: none at all',
    example: 'Ana Ruiz a dit qu’à aucun moment elle n’a reçu d’argent.',
    counterExample: 'Ana Ruiz a dit qu’à un moment elle a reçu de l’argent.',
    find: ({ content }) => noneAtAll.test(content) && 'denies',
  },
  {
    name: 'denial: the contrary of what another says',
    example:
      'Tom Lind a dit que la société a vendu le vieux moulin. Ana Ruiz a dit que la société n’a jamais vendu le vieux moulin.',
    counterExample:
      'Tom Lind a dit que le port est plein. Ana Ruiz a dit que la société n’a jamais vendu le vieux moulin.',
    find: ({ content, before }) =>
      negated.test(content) && contradicts(content, before(), { negated, contentWords }) && 'denies',
  },
]

const neverDid =
  /^["“«\s]*(?:je|nous) (?:ne |n[’'])(?:(?:l[’']|lui |leur |y |en |me |nous )*)?(?:ai|avons|suis|sommes)(?: |-)?(?:jamais|pas|rien|aucun(?:e)?)(?!\p{L})/iu

const calledSo = /\bd(?:e |’|')["“«]\s?([^"”»]+)/

const opensWithNo = /^["“«\s]*(?:non|jamais|faux|mensonges?|absolument pas|pas du tout|certainement pas)\s?[,.!:]/i
