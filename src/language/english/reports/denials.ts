import { contradicts } from '../../contradiction.ts'
import type { DenialGiven } from '../../grammar.ts'
import type { Rule } from '../../rule.ts'
import { contentWords } from '../words/function-words.ts'

/**
 * Statements whose words deny something although their verb is neutral: “called that untrue”, “said no such message had
 * come”. The act of other statements follows from their verb.
 */

/** Makes alternatives from a list separated by “, ”; each item may be a regular expression. */
const anyOf = (words: string) => `(?:${words.split(', ').join('|')})`

const chargeNouns =
  'allegation, accusation, claim, charge, suggestion, idea, notion, rumou?r, criticism, complaint, lawsuit, insinuation, theory'
/** Nouns for accounts, which may be criticised for other reasons than being false. */
const accountNouns = 'report, story, version, account, suit, finding, narrative, assertion'
const chargeNoun = new RegExp(String.raw`\b${anyOf(chargeNouns)}s?\b`, 'i')
const claim = `${anyOf(`${chargeNouns}, ${accountNouns}`)}s?`
const denied = 'true, correct, accurate, right, the case, what happened'
const falsehood = anyOf(
  `untrue, false, falsehoods?, baseless, unfounded, groundless, nonsense, fiction, fantasy, fantasies, fabricat(?:ed|ions?), lies?, rubbish, absurd,
   ridiculous, preposterous, laughable, bogus, fake, invented, inventions?, hoax, smears?, slander(?:ous)?, defamatory, libel(?:lous|ous)?,
   garbage, made[- ]up, concocted, malicious, fairy tales?, without (?:merit|foundation|basis), no (?:truth|basis|substance|foundation|merit),
   not ${anyOf(denied)}, n[’']t ${anyOf(denied)}`.replace(/\s+/g, ' '),
)
const determiner = anyOf('the, this, that, these, those, any, all, his, her, their, its, such')
const oneWord = String.raw`[\p{L}’'-]+ `
const isForms = anyOf('is, was, are, were, be, being')
/** Words that strengthen the verdict after them: “simply”, “a complete”, “a pack of”. */
const strengthening = anyOf(
  `not, simply, just, all, completely, totally, utterly, entirely, categorically, absolutely, patently, plainly, an?, the, total, complete, pure,
   absolute, utter, outright, flat, bare-faced, pack of, bunch of, bundle of, figment of`.replace(/\s+/g, ' '),
)
const isFalse = new RegExp(String.raw`\b${falsehood}(?![\p{L}])`, 'iu')
/** “That is simply untrue”, “The allegation is a lie”, “It's nonsense, frankly”. */
const saysFalse = new RegExp(
  [
    String.raw`^["“‘']?(?:but |and |no, |well, )?`,
    String.raw`(?:${anyOf('this, that, it, these, those, they')}|(?:${determiner} )?(?:${oneWord}){0,3}?${claim}(?: [^.;]{0,120}?)?)`,
    String.raw`(?: ${isForms}(?: ${strengthening})*|[’']s(?: ${strengthening})*|(?= ?${isForms}n[’']t)| had| has| have)`,
    String.raw` ?${isForms}?${falsehood}(?![\p{L}])`,
  ].join(''),
  'iu',
)
/** “That was not a picture that he knew”. */
const isNotHow = new RegExp(
  String.raw`^(?:that|it) (?:is|was) not (?:an? \p{L}+ (?:i|we|he|she|they) (?:recogni|know|knew|share)|how\b|what\b|something (?:i|we|he|she|they)\b|our\b|the way\b)`,
  'iu',
)
/** “The report is wrong from its headline down”. */
const isWrong = new RegExp(
  String.raw`^(?:the|this|that|these|those) (?:${oneWord}){0,2}?${claim} ${isForms} (?:simply |just |plainly |factually )?(?:wrong|misleading|inaccurate|mistaken|offensive|outrageous)\b`,
  'iu',
)
/** “Mr Lind’s figures were wrong”. */
const theirsIsWrong = new RegExp(
  String.raw`^(?:that )?(?:${anyOf('Mr, Mrs, Ms, Dr, Lord, Lady, Sir')}\.? )?\p{Lu}[\p{L}-]+(?:[’']s|s[’']) (?:\p{L}+ )?(?:${claim}|figures?|numbers?|remarks?|assertions?|statements?) ${isForms} (?:${strengthening} |just |plainly |factually )*(?:wrong|misleading|inaccurate|incorrect|mistaken|${falsehood})\b`,
  'u',
)
/** Words from the patterns above: most statements have none, and need no closer look. */
const judges = new RegExp(
  String.raw`${falsehood}|\bnot\b|wrong|misleading|inaccurate|incorrect|mistaken|offensive|outrageous`,
  'iu',
)
const naming =
  /^(?:call|brand|dub|describe|label|portray|characteri[sz]e)(?:s|d|ed|bed|led|ing)?$|^(?:dubbed|describing)$|^refer(?:s|red) to$/i
const named = new RegExp(
  String.raw`^${determiner} (?:${oneWord}){0,2}?${claim}\b|^${anyOf('it, this, that, these, those, them')}\b`,
  'iu',
)
const fair =
  /\b(?:credible|serious|grave|true|fair|valid|accurate|disturbing|troubling|damning|shocking|worrying|explosive|compelling|consistent|reliable|important|devastating|welcome|reasonable|legitimate)\b/i
const noSuch = new RegExp(String.raw`^["“‘']?(?:${oneWord}){0,6}?(?:no such|nothing of the (?:kind|sort))\b`, 'iu')
const auxiliary = anyOf('has, have, had, would, did, does, do, was, were, is, am, are, could, can, will')
/** “I have never taken a penny”, “No brand has ever been sold”, “At no stage was he told”. */
const neverDid = new RegExp(
  String.raw`^["“‘']?(?:(?:no, )?(?:i|we|he|she|it|nobody|no one) (?:${auxiliary} )?never,? (?!been\b)|no \p{L}+ (?:has|have|had) (?:ever )?been\b|at no (?:stage|time|point)\b)`,
  'iu',
)
const opensWithNo = /^["“‘'](?:no|never|nonsense|rubbish|not (?:true|at all|so|guilty|me))[,.!]/iu
const anyWord = String.raw`[\p{L}\p{N}’'$-]+ `
/** A main verb with “not” or “never”, or a subject with “no”. */
const negated = new RegExp(
  String.raw`^["“‘']?(?:(?:${anyWord}){0,6}?(?:${auxiliary}|there had been) (?:also |still |ever )?(?:not|never|no)\b|(?:no|nobody|none|neither|not one|not a single) |(?:${anyWord}){0,5}?\p{L}+n[’']t\b)`,
  'iu',
)
/** A word that denies, anywhere; a statement without one is not negated. */
const deniesAtAll = /\b(?:no|not|never|none|nobody|nothing|neither)\b|n[’']t\b/i
const noComment =
  /^(?:that )?(?:it|he|she|they|there) (?:(?:would|will|could|can) (?:not (?:be )?|(?:make|have|be) no (?:further )?)(?:comment|discuss|speak|talk|elaborate)\b|had no (?:further |immediate )?comment|(?:did|does|do) not (?:generally |usually |routinely |normally )?comment\b)/i

/** Rules for statements that deny what others say, or that say that nothing will be said. */
export const denials: readonly Rule<DenialGiven, 'denies' | 'rejects' | 'declines to comment'>[] = [
  {
    name: 'silence: said that nothing would be said',
    example: 'Ruiz said she would not comment on the case.',
    counterExample: 'Ruiz said she would not close the dam.',
    find: ({ content }) => noComment.test(content) && 'declines to comment',
  },
  {
    name: 'denial: said to be false',
    example: 'Ruiz said that the claim was a lie.',
    counterExample: 'Ruiz said that the claim was a shock.',
    find: ({ content }) =>
      judges.test(content) &&
      [saysFalse, isNotHow, isWrong].some((pattern) => pattern.test(unquoted(content))) &&
      'rejects',
  },
  {
    name: 'denial: what another says is wrong',
    example: 'Ruiz said that Mr Lind’s figures were wrong.',
    counterExample: 'Ruiz said that Mr Lind’s figures were welcome.',
    find: ({ content }) => judges.test(content) && theirsIsWrong.test(unquoted(content)) && 'rejects',
  },
  {
    name: 'denial: called false',
    example: 'Ruiz called that “simply untrue”.',
    counterExample: 'Ruiz called that “simply wonderful”.',
    find: ({ content, cue }) => naming.test(cue) && isFalse.test(content) && !isNegatedFalse(content) && 'rejects',
  },
  {
    name: 'denial: a charge is called a name',
    example: 'Ruiz called the allegation “politics over dead bodies”.',
    counterExample: 'Ruiz called the allegation “very serious”.',
    find: ({ content, cue }) =>
      naming.test(cue) && named.test(content) && chargeNoun.test(content) && !fair.test(content) && 'rejects',
  },
  {
    name: 'denial: no such thing',
    example: 'Ruiz said her office had received no such message.',
    counterExample: 'Ruiz said her office had received no message.',
    find: ({ content }) => deniesAtAll.test(content) && noSuch.test(unquoted(content)) && 'denies',
  },
  {
    name: 'denial: never',
    example: '“I have never taken a penny,” Ruiz said.',
    counterExample: '“I have never been asked,” Ruiz said.',
    find: ({ content }) => deniesAtAll.test(content) && neverDid.test(unquoted(content)) && 'denies',
  },
  {
    name: 'denial: goes on after “denied it”',
    example: 'Lind said that the gate had failed. Ruiz denied it, saying that there had been no alarm.',
    counterExample: 'Lind said that the gate had failed. Ruiz denied it, saying that it was new.',
    find: ({ content, goesOn }) => goesOn && isNegated(content) && 'denies',
  },
  {
    name: 'denial: “No” in front',
    example: '“No, the gate was shut,” Ruiz said.',
    counterExample: '“No gate was shut,” Ruiz said.',
    find: ({ content }) => opensWithNo.test(content) && 'denies',
  },
  {
    name: 'denial: the contrary of what another says',
    example: 'Lind said that the company had sold the northern mill. Ruiz said that the company had not sold any mill.',
    counterExample: 'Lind said that the harbour was full. Ruiz said that the company had not sold any mill.',
    find: ({ content, before }) =>
      isNegated(content) && contradicts(content, before(), { negated, contentWords }) && 'denies',
  },
]

/** Removes quotation marks, so that “She had “never seen” it” is read as one sentence. */
function unquoted(content: string): string {
  return content.replace(/["“”‘]|’(?!\p{L})/gu, '').replace(/^that (?!(?:is|was|had|has|would)\b)/, '')
}

function isNegated(content: string): boolean {
  return deniesAtAll.test(content) && negated.test(unquoted(content))
}

function isNegatedFalse(content: string): boolean {
  return /\b(?:not|never)\b[^.]{0,20}\b(?:untrue|false|baseless|unfounded|nonsense)\b/i.test(content)
}
