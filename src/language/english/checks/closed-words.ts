import { type Check, type CheckedStatement, type CheckFault, type Ground, ownContent } from '../../check.ts'
import { loadedWords } from '../words/judgements.ts'
import { ambiguousStatuses, statuses } from '../words/statuses.ts'

/** The stage of a case, and what happened to people, must match the passage: charged is not convicted. */
export const statusCheck: Check = {
  name: 'statuses',
  passage: 'Two men have been charged with theft, police said.',
  bad: { text: 'Two men have been convicted of theft, police said.' },
  good: { text: 'Police said two men had been charged with theft.' },
  find: (statement, ground) => {
    const source = near({ ...ground, near: ground.cited })
    const known = statusesOf(source)
    return ownContent(statement)
      .filter(
        ({ lower, end }) =>
          !ambiguousStatuses.has(lower) &&
          statuses.has(lower) &&
          !known.has(statuses.get(lower) ?? -1) &&
          !isCount(statement.text.slice(end)) &&
          !(plea.test(lower) && pleaInWords.test(source)),
      )
      .map(({ text }) => ({ kind: 'status-changed', words: text }))
  },
}

const plea = /^plea/
/** “He answered “not guilty” to each”: a plea in the words of the one who makes it. */
const pleaInWords = /\b(?:answer|repl|sa[iy]|respond|enter)\p{L}*[^.;]{0,20}[“"'‘](?:not )?guilty\b/iu

/** “The death toll” is a figure, which is checked as one. */
function isCount(behind: string): boolean {
  return /^ (?:toll|count)\b/.test(behind)
}

function statusesOf(text: string): Set<number> {
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return new Set(found.flatMap((word) => statuses.get(word) ?? []))
}

/** Verbs that say more than “said”, each with a pattern that the passage must match to justify it. */
const strongVerbs: readonly (readonly [stated: RegExp, needed: RegExp])[] = [
  [
    /\badmit\w*|\bconced\w+|\bconfess\w*|\backnowledg\w+/i,
    /\badmi\w+|\bconced\w+|\bconfess\w*|\backnowledg\w+|\baccept\w*|\bpleaded guilty|\bguilty plea|\bowned up|\bmy (?:fault|mistake)|\btook responsibility|\btake responsibility/i,
  ],
  [/\baccus(?:e[sd]|ing)\b/i, /\baccus\w+|\balleg\w+|\bblam\w+|\bclaim\w*|\bcharg\w+/i],
  [/\bblam(?:e[sd]|ing)\b/i, /\bblam\w+|\baccus\w+|\bfault\b|\bresponsib\w+|\bbecause\b|\bcaus\w+|\bdue to\b/i],
  [/\bconfirm(?:s|ed|ing)?\b/i, /\bconfirm\w*|\bverif\w+/i],
  [
    /\bden(?:y|ies|ied|ying)\b/i,
    /\bden(?:y|ies|ied|ying|ial|ials)\b|\breject\w*|\bdismiss\w*|\b(?:not|never|no|nothing|nobody|none|nor|neither|n[’']t)\b|n[’']t\b|\buntrue\b|\bfalse\b|\blies?\b|\bbaseless\b|\brefut\w+|\bdisput\w+|\bnonsense\b|\bcategorically\b|\bwithout\b/i,
  ],
  [
    /\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)|disput(?:es|ed|ing)|refut(?:es|ed|ing))\b/i,
    /\breject\w*|\bdismiss\w*|\bdisput\w+|\brefut\w+|\bden(?:y|ies|ied|ying|ial)\b|\buntrue\b|\bfalse\b|\blies?\b|\bbaseless\b|\bnonsense\b|\b(?:not|never) (?:\w+ ){0,2}(?:true|so|the case|right|happen\w*|accept\w*)|\bwrong\b|\bunfounded\b|\bvoted\b|\bturned down|\brefus\w+|\bargu\w+ over\b|\bcontest\w*|\bdisagree\w*|\bblame\b/i,
  ],
  [/\bthreaten\w*/i, /\bthreat\w*|\bwill\b|\bwould\b|\bultimatum\b/i],
  [
    /\bdemand(?:s|ed|ing)?\b/i,
    /\bdemand\w*|\bcall(?:s|ed|ing)? (?:for|on)|\burg\w+|\bwants?\b|\bwanted\b|\bmust\b|\bshould\b|\binsist\w*|\bask(?:s|ed|ing)?\b|\bneeds?\b|\border\w*/i,
  ],
  [
    /\bwarn(?:s|ed|ing)?\b/i,
    /\bwarn\w*|\bcaution\w*|\balert\w*|\brisk\w*|\bcould\b|\bmay\b|\bmight\b|\bdanger\w*|\bfear\w*|\bwill\b|\bwould\b/i,
  ],
  [
    /\b(?:promis|pledg|vow|guarante)\w*/i,
    /\bpromis\w*|\bpledg\w*|\bvow\w*|\bguarante\w*|\bcommit\w*|\bwill\b|\bwould\b|\bswor\w+|\bassur\w+/i,
  ],
  [
    /\b(?:condemn|denounc|criticis|criticiz|attack)(?:e|s|ed|es|ing)\b/i,
    /\bcondemn\w*|\bdenounc\w*|\bcritici[sz]\w*|\bcritic\w*|\battack\w*|\bshame\w*|\bdisgrace\w*|\bcalled\b|\bdescribed\b|\boutrag\w*|\bappall\w*|\bsaid\b/i,
  ],
  [
    /\b(?:prov(?:e|es|ed|en|ing)|establish(?:es|ed)|reveal(?:s|ed)?|expos(?:es|ed))\b/i,
    /\bpro(?:v|of)\w*|\bestablish\w*|\breveal\w*|\bexpos\w*|\bdisclos\w*|\bshow\w*|\bfound\b|\bleak\w*|\breleas\w+|\bpublish\w*|\bemerg\w*|\blearn\w*|\bkept from\b/i,
  ],
  [
    /\b(?:show(?:s|n|ed)?|demonstrat(?:es|ed)) that\b/i,
    /\bshow\w*|\bdemonstrat\w*|\bpro(?:v|of)\w*|\bfound\b|\bfinds?\b|\brecord(?:s|ed)?\b|\bindicat\w*|\bsuggest\w*|\breveal\w*|\bdocument\w*|\bevidence\b|\bdata\b|\bfigures\b/i,
  ],
  [/\brul(?:e|es|ed|ing) out\b/i, /\brul\w+ out\b|\bexclud\w+|\b(?:not|never|no)\b|n[’']t\b/i],
  [
    /\border(?:s|ed|ing)\b/i,
    /\border\w*|\bdirect\w*|\binstruct\w*|\bimpos\w*|\brul(?:ed|ing)|\bmust\b|\btold\b|\brequire\w*|\bcommand\w*|\bmandat\w*|\bdecree\w*/i,
  ],
  [
    /\binvestigat(?:es|ed|ing)\b/i,
    /\binvestigat\w+|\bexamin\w+|\bprob(?:e|ed|ing)\b|\binquir\w+|\blook\w* into|\binquest\b/i,
  ],
  [/\bclaim(?:s|ed|ing)\b/i, /\bclaim\w*|\balleg\w+|\baccus\w+|\bcontend\w*|\binsist\w*|\bmaintain\w*|\bassert\w*/i],
  [
    /\bdecid(?:es|ed)\b/i,
    /\bdecid(?:ed|es)\b|\bdecision to\b|\bdecision\b[^.]{0,40}? (?:had|has|was) (?:been )?(?:made|taken)|\b(?:made|took|taken) (?:the|its|a|that) decision|\bagreed\b|\bvoted\b|\bapprov\w+|\bresolved\b|\bchose\w*|\bopted\b/i,
  ],
  [
    /\bagreed? (?:to|that|with)\b/i,
    /\bagree\w*|\baccept\w*|\bconsent\w*|\bapprov\w*|\bunanim\w*|\bsettle\w*|\bdeal\b|\bput it to\b/i,
  ],
  [/\bapologi[sz]\w*/i, /\bapolog\w*|\bsorry\b|\bregret\w*/i],
  [
    /\brefus(?:e[sd]?|ing)\b/i,
    /\brefus\w*|\bdeclin\w*|\bwould not\b|\bwould n[’']t|\bwon[’']t\b|\bwill not\b|\bturned (?:down|away)|\breject\w*|\bnot (?:to|allow\w*|let|say)\b|\bdid not\b/i,
  ],
]

/** A verb may not say more than the passage does: “said” is not “admitted”. */
export const verbCheck: Check = {
  name: 'verbs',
  passage: 'The harbour master said the crane had been checked in May.',
  bad: { text: 'The harbour master admitted the crane had been checked in May.' },
  good: { text: 'The harbour master stated that the crane had been checked in May.' },
  find: (statement, ground) => {
    const stated = unquoted(statement)
    const text = near(ground)
    const source = [
      ...ground.cited.map((sentence) => sentence.text),
      ...ground.articles.map(({ headline }) => headline.text),
    ].join('\n')
    const strong = strongVerbs.flatMap(([pattern, needed]) => {
      const found = pattern.exec(stated)
      return found && !needed.test(source) ? [{ kind: 'act-upgraded' as const, words: found[0] }] : []
    })
    return [...strong, ...doubleDenial(statement, source), ...loaded(statement, text)]
  },
}

/** “Denied that “we had no choice””: the passage's “no” is part of what was said, which nobody denied. */
function doubleDenial({ words, text }: CheckedStatement, source: string): CheckFault[] {
  const found = /\bden(?:y|ies|ied|ying)\b/i.exec(text)
  const isDenied =
    /\b(?:den\w+|reject\w*|dismiss\w*|refut\w+|disput\w+|untrue|false\w*|lie|lies|baseless|nonsense|not true)\b/i.test(
      source,
    )
  const isDouble = words.some(({ isNegation, start }) => isNegation && found !== null && start > found.index)
  return found && !isDenied && isDouble ? [{ kind: 'act-upgraded', words: found[0] }] : []
}

function loaded(statement: CheckedStatement, text: string): CheckFault[] {
  return loadedWords(unquoted(statement))
    .filter((word) => !text.toLowerCase().includes(word.toLowerCase()))
    .map((word) => ({ kind: 'loaded-wording', words: word }))
}

/** Words that make one thing the result of another. */
const causes =
  /\b(?:because|(?<!\b(?:is|are|was|were|been) )due to(?! (?:resume|begin|start|open|close|end|appear|meet|be|take|vote|go|return|leave|report|expire|face|hold|publish|announce|finish|run|play|host|visit|arrive|speak|launch|stand|stop|join|move|pay|sign)\b)|as a result|resulted? (?:in|from)|resulting from|led to|leads to|caus(?:e[sd]?|ing) (?:by|the|a|an)|causing|owing to|thanks to|blamed on|consequence|therefore|prompt(?:ed|ing)|trigger(?:ed|ing)|forc(?:ed|ing)|push(?:ed|es)|drove|fuell?ed|sparked|stoked|spurred|gave rise|so that|in retaliation|after which|thereby|hence)\b|\b(?:resign\w*|quit|left|sack\w*|fired|dismiss\w*|suspend\w*|arrest\w*) (?:\w+ ){0,3}over\b/i

/** A sentence may make one thing the result of another only if the passage does. */
export const causeCheck: Check = {
  name: 'causes',
  passage: 'The pump stopped at noon. The cellar was under water by one.',
  bad: { text: 'The cellar was under water by one because the pump stopped at noon.' },
  good: { text: 'The pump stopped at noon, and the cellar was under water by one.' },
  find: (statement, ground) => {
    const found = causes.exec(unquoted(statement))
    const source = ground.cited.map((sentence) => sentence.text).join('\n')
    const isGiven = causes.test(source) || (/^caus/i.test(found?.[0] ?? '') && /\bcaus(?:e[sd]?|ing)\b/i.test(source))
    return found && !isGiven ? [{ kind: 'cause-added', words: found[0] }] : []
  },
}

/** Returns the text of the passage and the sentences near it, followed by the headlines. */
export function near({ near: sentences, articles }: Ground): string {
  return [...sentences.map(({ text }) => text), ...articles.map(({ headline }) => headline.text)].join('\n')
}

/** Returns the text of a sentence with “” in place of each quotation. */
export function unquoted({ text, quotations }: Pick<CheckedStatement, 'text' | 'quotations'>): string {
  return quotations.reduceRight((rest, { outer }) => `${rest.slice(0, outer.start)} “” ${rest.slice(outer.end)}`, text)
}
