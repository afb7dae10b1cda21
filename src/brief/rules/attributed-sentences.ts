import { type Article, coverSpans, type Span, sliceSpan, spansOverlap } from '../../domain/article.ts'
import { type Act, type Attribution, certaintyOf, isSilence, type Speaker } from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import { words } from '../../text/tokens.ts'
import type { Evidence } from '../evidence.ts'
import { withoutSpans } from '../verify/truncation.ts'
import { isApart } from '../verify/verify-sentence.ts'
import { leadsElsewhere } from '../wording.ts'
import { newsOrder } from './lead.ts'
import { type SummarySentence, summarySentence } from './unattributed-sentences.ts'

/** This many opening paragraphs give the news itself; later ones report what was said about it. */
const leadParagraphs = 4
const fewestWords = 8
const mostWords = 55

/**
 * The sentences in an article's opening that report a statement and name its speaker: “The central bank left its rate
 * at 6 % and warned of higher prices.” Copied whole, they carry their attribution with them.
 */
export function attributedSentences(article: Article, evidence: Evidence): SummarySentence[] {
  const place = newsOrder(evidence)
  return evidence.parts.flatMap(({ sentences }, at) =>
    (place(at) < leadParagraphs ? sentences : []).flatMap(({ span: whole }) => {
      const paragraph = place(at)
      const span = paragraph === 0 ? withoutVoices(whole, evidence) : whole
      const reports = evidence.attributions.filter((each) => spansOverlap(wholeOf(each), span))
      const isNamed =
        reports.length > 0 && reports.every((report) => isNamedWithin(report, { sentence: span, paragraph }, evidence))
      const isClear = !evidence.grammar.words.leansBack(sliceSpan(article.text, span), article.headline)
      return isNamed && isClear && tellsNews(span, span.end < whole.end, evidence)
        ? [summarySentence(article, { span, paragraph }, evidence.grammar)]
        : []
    }),
  )
}

/**
 * A lead without its second half, if that only says that others accuse: “Eleven people were killed, officials said, with each
 * country accusing the other”.
 */
function withoutVoices(sentence: Span, { text, attributions, grammar }: Evidence): Span {
  const accusing = attributions.find(
    (each) =>
      each.act === 'accuses' &&
      (each.speaker === null || each.speaker.kind === 'unnamed') &&
      spansOverlap(wholeOf(each), sentence),
  )
  if (!accusing) return sentence
  const before = text.slice(sentence.start, wholeOf(accusing).start)
  const joint = grammar.patterns.ownVoice.opensSecondHalf.exec(before)
  return joint ? { start: sentence.start, end: sentence.start + joint.index } : sentence
}

function wholeOf({ source, cue, content }: Attribution): Span {
  return coverSpans([...source, ...cue, ...content])
}

/** Returns true if a sentence contains a whole report, names its speaker, and says what it is about. */
function isNamedWithin(
  report: Attribution,
  { sentence, paragraph }: { readonly sentence: Span; readonly paragraph: number },
  { text, grammar }: Evidence,
): boolean {
  const { source, cue, content, speaker, form } = report
  const [mention] = source
  if (!mention || !speaker || form === 'direct' || isSilence(report.act)) return false
  if (speaker.kind !== 'unnamed' && certaintyOf(report) === 'doubtful') return false
  if (isOneVoice(report.act, speaker, paragraph)) return false
  const said = content.map((span) => sliceSpan(text, span)).join(' ')
  return (
    [...source, ...cue, ...content].every(({ start, end }) => sentence.start <= start && end <= sentence.end) &&
    isName(sliceSpan(text, mention), { grammar, opens: paragraph === 0 && speaker.kind !== 'document' }) &&
    tellsWhat(said, grammar) &&
    !(speaker.kind === 'person' && leansOnBody(said, { text, from: sentence.start, report }, grammar))
  )
}

/**
 * Returns true if a statement is one voice among others, and stands in the list, where its answer is: a charge below the lead,
 * an unnamed person's charge, or what unnamed people say anywhere but in the lead.
 */
function isOneVoice(act: Act, { kind }: Speaker, paragraph: number): boolean {
  return act === 'accuses' ? paragraph > 0 || kind === 'unnamed' : paragraph > 0 && kind === 'unnamed'
}

/** Returns true if told words say what they are about, unlike “denied this in a statement: “Every gate passed.””. */
function tellsWhat(said: string, { patterns }: Grammar): boolean {
  const { leadingObject, pointingObject, pointingSubject } = patterns.leaning
  return ![patterns.answers.referring, leadingObject, pointingObject, pointingSubject].some((pattern) =>
    pattern.test(said),
  )
}

/** “Lyle denied that it had hidden anything”: a body that nothing before names, since its speaker is a person. */
function leansOnBody(
  said: string,
  { text, from, report }: { readonly text: string; readonly from: number; readonly report: Attribution },
  { patterns }: Grammar,
): boolean {
  const { source, cue, content } = report
  const before = sliceSpan(text, { start: from, end: coverSpans(content).start })
  const named = [...source, ...cue].reduce((rest, span) => rest.replace(sliceSpan(text, span), ' '), before)
  return patterns.leaning.neuterSubject.test(said) && !/\p{L}{5}/u.test(named)
}

/**
 * Returns true if a mention is clear by itself: not “she” or “the company”, which a summary may not have introduced,
 * but “Police” and “a study”, and also “the government” if the text `opens` with it.
 */
function isName(mention: string, { grammar, opens }: { readonly grammar: Grammar; readonly opens: boolean }): boolean {
  const { names, patterns, text: rules } = grammar
  if (names.isPronoun(mention)) return false
  if (opens && names.isIntroduction(mention)) return true
  if (!patterns.answers.standsFor.test(mention)) return true
  return words(mention, rules).some(({ text, lower }) => /^\p{Lu}/u.test(text) && !names.isIdle(lower))
}

function tellsNews(span: Span, isCut: boolean, evidence: Evidence): boolean {
  const { text, grammar, parts } = evidence
  const { dangling, addressed, notProse } = grammar.patterns.ownVoice
  const stated = sliceSpan(text, span)
  const wordCount = stated.split(/\s+/).length
  const quoted = parts
    .flatMap(({ quotations }) => quotations.map(({ outer }) => outer))
    .filter((outer) => spansOverlap(outer, span))
  const unquoted = withoutSpans(text, span, quoted)
  return (
    wordCount >= fewestWords &&
    wordCount <= mostWords &&
    /^(?:\p{Lu}|\p{N})/u.test(stated) &&
    (isCut || /[.!]["”’)]?$/.test(stated)) &&
    quoted.every((outer) => span.start < outer.start && outer.end <= span.end) &&
    ![dangling, addressed, notProse].some((pattern) => pattern.test(unquoted)) &&
    !grammar.words.isAddressed(unquoted) &&
    !leadsElsewhere(stated, grammar) &&
    !isApart(stated, { evidence, span })
  )
}
