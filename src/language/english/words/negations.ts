import { list } from '../../lists/list.ts'

/** “Not” contracted with an auxiliary. */
export const negatedAuxiliaries = list(`
  isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't needn't ain't
`)

/** Words that reverse the meaning of the words next to them. */
export const negations = new Set([
  ...list('not no never nor neither nobody nothing none without'),
  ...negatedAuxiliaries,
])
/** Verbs with nearly the same effect. */
const negatingVerbs = list('fails failed denies denied refuses refused rejects rejected')

/** Returns true if a word reverses the meaning of the words next to it: “not”, “failed”. */
export function isNegation(word: string): boolean {
  return negations.has(word) || negatingVerbs.has(word)
}

/** Words that reverse or deny what is around them. */
export const turningWords =
  /^(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|declin\w*|refus\w*|fail\w*|baseless|groundless|unfounded|false\w*|untrue|wrong\w*|lie|lies|un(?:able|aware|willing|likely|confirmed|verified|explained|known|clear|proven|true|changed|paid|answered|registered|founded)|lack\w*|absen\w+|miss(?:ing|ed)|only|barely|hardly|scarcely|rarely|ceased?|stopp?\w*|prevent\w*|avoid\w*|rul(?:ed|es|ing) out|nonsense|impossible|incorrect|disput\w*|disagree\w*|against|unless|rather|instead|yet|ignor\w*|omit\w*|abstain\w*|block\w*|ban\w*|disown\w*|contradict\w*|rebuff\w*|illegal\w*|impartial|non\p{L}*)$/u

const denialWords =
  /^(?:den(?:y|ies|ied|ying)|reject|refut|disput|dismiss|few$|hardly$|barely$|scarcely$|rarely$|seldom$|none$)/

/** Returns true if a word denies, or as good as denies: “rejected”, “hardly”. */
export function isDenial(word: string): boolean {
  return isNegation(word) || denialWords.test(word)
}
