import { contradicts } from '../../contradiction.ts'
import type { DenialGiven } from '../../grammar.ts'
import { unicodeWords } from '../../lists/unicode-words.ts'
import type { Rule } from '../../rule.ts'
import { contentWords } from '../words/content-words.ts'

/**
 * Statements whose words deny something although their verb is neutral: “isso é falso”. The act of other statements
 * follows from their verb.
 */

const negated = unicodeWords(/\b(?:não|nunca|jamais|nenhum|nenhuma|nada|ninguém|nem|sem)\b/i)
const falsehood = unicodeWords(
  /\b(?:falsos?|falsas?|mentiras?|mentira deslavada|inventad[oa]s?|invenção|infundad[oa]s?|absurd[oa]s?|disparates?|calúnias?|difamação|não é verdade|não é verdadeir[oa]|não corresponde(?:m)? à verdade|não tem fundamento|sem fundamento|sem pés nem cabeça|não procede(?:m)?|inverídic[oa]s?|fantasias?|encenação|delírio|devaneios?|invenção|cabala|perseguição)\b/i,
)
const pointing = unicodeWords(
  /^["“«]?(?:não, |mas |e )?(?:isso|isto|tudo|tudo isso|é|são|trata-se|nada disso|(?:a|as|o|os|essa|essas|esse|esses|esta|estas|tal|tais) (?:acusaç(?:ão|ões)|alegaç(?:ão|ões)|notícias?|informaç(?:ão|ões)|boatos?|suspeitas?|números?|denúncias?|versão|história|reportagem))\b/i,
)
const noneAtAll = unicodeWords(/\b(?:em momento (?:algum|nenhum)|nenhum tipo de)\b/i)
const noComment = unicodeWords(
  /^(?:que )?não (?:comenta|comentam|comentaria|comentariam|comentará|falaria|se pronuncia|se pronunciaria)\b|^(?:que )?não (?:vai|vão|iria|iriam|irá|comenta|comentam|comentaria|fala|falam|se pronuncia|tem|têm)\b.{0,30}\b(?:comentar|comentários?|pronunciar|manifestar|falar|casos concretos|processos? em curso)\b|^["“«]?sem comentários\b|^["“«].{0,50}\bnão (?:comentamos|falamos|vou (?:comentar|falar)|vamos (?:comentar|falar))\b/i,
)

export const denials: readonly Rule<DenialGiven, 'denies' | 'rejects' | 'declines to comment'>[] = [
  {
    name: 'silence: said that nothing would be said',
    example: 'Ana Ruiz disse que não vai comentar o caso.',
    counterExample: 'Ana Ruiz disse que não vai vender o barco.',
    find: ({ content }) => noComment.test(content) && content.length < 120 && 'declines to comment',
  },
  {
    name: 'denial: said to be false',
    example: '«Isso é falso e toda a gente o sabe», disse Ana Ruiz.',
    counterExample: '«Isso é bom e toda a gente o sabe», disse Ana Ruiz.',
    find: ({ content }) => falsehood.test(content) && pointing.test(content) && 'rejects',
  },
  {
    name: 'denial: “não” or “mentira” in front',
    example: '«Mentira, a barragem estava fechada», disse Ana Ruiz.',
    counterExample: '«Sim, a barragem estava fechada», disse Ana Ruiz.',
    find: ({ content }) => opensWithNo.test(content) && 'denies',
  },
  {
    name: 'denial: does not know of it',
    example: 'Ana Ruiz disse que desconhece tais mensagens.',
    counterExample: 'Ana Ruiz disse que conhece tais mensagens.',
    find: ({ content }) => /^(?:que )?desconhec(?:e|em|ia|iam|er)(?!\p{L})/iu.test(content) && 'denies',
  },
  {
    name: 'denial: called false',
    example: 'Ana Ruiz classificou o relato de «mentira grosseira».',
    counterExample: 'Ana Ruiz classificou o relato de «bela história».',
    find: ({ content }) => falsehood.test(calledSo.exec(content)?.[1] ?? '') && 'rejects',
  },
  {
    name: 'denial: “that never” of what was said',
    example: '«Isso nunca aconteceu», disse Ana Ruiz.',
    counterExample: '«Isso aconteceu ontem», disse Ana Ruiz.',
    find: ({ content }) => /^["“«]?(?:isso|isto) (?:não|nunca|jamais) /i.test(content) && 'denies',
  },
  {
    name: 'denial: “never did”, an infinitive with “não”',
    example: 'Ana Ruiz disse não ter recebido dinheiro.',
    counterExample: 'Ana Ruiz disse ter recebido dinheiro.',
    find: ({ content }) => neverDid.test(content) && 'denies',
  },
  {
    name: 'denial: none at all',
    example: 'Ana Ruiz disse que em momento algum recebeu dinheiro.',
    counterExample: 'Ana Ruiz disse que em certo momento recebeu dinheiro.',
    find: ({ content }) => noneAtAll.test(content) && 'denies',
  },
  {
    name: 'denial: the contrary of what another says',
    example:
      'Tom Lind disse que a empresa vendeu o moinho velho. Ana Ruiz disse que a empresa nunca vendeu o moinho velho.',
    counterExample: 'Tom Lind disse que o porto está cheio. Ana Ruiz disse que a empresa nunca vendeu o moinho velho.',
    find: ({ content, before }) =>
      negated.test(content) && contradicts(content, before(), { negated, contentWords }) && 'denies',
  },
]

const calledSo = /\b(?:de|como) ["“«]([^"”»]+)/
const neverDid = /^não (?:ter|haver) \p{L}+[aei]d[oa]|^["“«](?:eu )?(?:nunca|jamais) \p{L}+(?:ei|ámos|amos)(?!\p{L})/iu

const opensWithNo = /^["“«](?:não|nunca|mentira(?: deslavada)?|falso|disparate|absurdo)[,.!]/i
