import { type Attribution, isSilence } from '../../../domain/claim.ts'
import {
  type ArticleSentence,
  type Check,
  type CheckedStatement,
  type CheckFault,
  type Ground,
  ownContent,
} from '../../check.ts'
import { capitals, isMentioned } from '../comparing/mentions.ts'
import { readWords } from '../comparing/read-words.ts'
import { mentionOf, readingsOf, standsWithin } from '../comparing/reading-kinds.ts'
import { isPronoun } from '../comparing/same-speaker.ts'
import { isTheirs } from '../comparing/whose.ts'
import { isTitle } from '../syntax/titles.ts'
import { areAlike } from '../words/word-forms.ts'
import { speakerFault } from './speaker.ts'

/** Words that show that a sentence has a source, even if no speaker was found in it. */
const tellsWhose =
  /\b(?:according to|sa(?:y|ys|id)|told|show(?:s|ed)?|report(?:s|ed)|accus\w+|alleg\w+|claim(?:s|ed)?|den(?:y|ies|ied|ying)|announc\w+|estimat\w+|charged with|suspected of|citing|quoted|f(?:ou|i)nds?|argu\w+|describ\w+|term(?:s|ed)|brand(?:s|ed)|dub(?:s|bed)|label(?:s|l?ed)|call(?:s|ed)|warn\w+|reject\w+|plead\w+|heard|trade(?:d)? blame|disput\w+|contradict\w*|insist\w*|blam\w+|expects?|expected|hopes?|wants?|believe[sd]?|thinks?|urg\w+|demand\w*|ask(?:s|ed)?|put(?:s)? (?:the|it|its|their)|promis\w+|pledg\w+|vow\w*|threaten\w*|agree[sd]?|critici[sz]\w+|condemn\w*|suggest\w*|declin\w+|confirm\w*|admi\w+|acknowledg\w+|decided|ordered|ruled|indicat\w+|alarm|views?|opinion|disagree\w*|disclos\w+|record(?:s|ed)?|not(?:es|ed)|stat(?:es|ed)|writes?|wrote|reads?)\b/i
/** Phrases that a brief may use for the outlet. */
const itself = /^(?:the|this) (?:paper|newspaper|outlet|agency|article|report|site|broadcaster|magazine)$/i

/** Words for papers of any kind: “records” for an article's “invoices and minutes”. */
const papers = /\b(?:records|documents|papers|files|ledgers|accounts|books)\b/i

/** A statement known only from a speaker must be attributed. */
export const ownVoiceCheck: Check = {
  name: 'own voice',
  passage: 'The gate had failed its last inspection, two officials said. The dam is 80 metres high.',
  bad: { text: 'The gate failed its last inspection.' },
  good: { text: 'The gate failed its last inspection, two officials said.' },
  find: (statement, ground) => {
    if (statement.speaker !== null) return []
    const named = statement.attributions().filter(({ source }) => source.length > 0)
    if (named.length > 0) return named.flatMap((attribution) => namedFault(attribution, statement, ground))
    const plain = statement.text.replace(/[“"][^”"]*[”"]/g, '')
    if (tellsWhose.test(plain)) return []
    const isQuoting = statement.quotations.some(
      ({ inner, outer }) =>
        readWords(statement.text.slice(inner.start, inner.end)).words.length > 3 &&
        !isTitle(statement.text.slice(outer.start, outer.end)),
    )
    return isQuoting || isOnlySaid(statement, ground) ? [{ kind: 'claim-as-fact', words: statement.text }] : []
  },
}

/** A speaker named in the sentence itself must be one to whom the article attributes it. */
function namedFault(attribution: Attribution, statement: CheckedStatement, ground: Ground): CheckFault[] {
  const mention = mentionOf(attribution, statement.text)
    .trim()
    .replace(/[,\s]+$/, '')
  const source = attribution.source.map(({ start, end }) => statement.text.slice(start, end)).join(' ')
  if (source === '' || isPronoun(source) || /^(?:each|both|neither|one|others?|which|who)\b/i.test(source)) return []
  const stated = isSilence(attribution.act) ? undefined : contentOf(attribution, statement)
  const isIn = (sentences: Ground['cited']) =>
    readingsOf(ground, sentences).some(({ attribution: each, article }) =>
      [mention, source].some((name) => isTheirs(name, each, article)),
    )
  if (isIn(ground.cited)) {
    const fault = stated ? speakerFault(source, stated, ground) : undefined
    return fault === 'wrong-speaker' ? [{ kind: fault, words: source }] : []
  }
  if (isOutlet(source, ground))
    return isOnlySaid(statement, ground) ? [{ kind: 'claim-as-fact', words: statement.text }] : []
  return isIn(ground.near) || isKnownSource(source, ground) ? [] : [{ kind: 'wrong-speaker', words: source }]
}

/** True if the article mentions a source that a sentence names, or if it is another word for papers that it cites. */
function isKnownSource(source: string, ground: Ground): boolean {
  return (
    ground.near.some(({ text }) => isMentioned(source, text) || text.includes(source)) ||
    (papers.test(source) && readingsOf(ground).some(({ attribution }) => attribution.speaker?.kind === 'document')) ||
    (capitals(source).length === 0 && ground.articles.some(({ evidence }) => isMentioned(source, evidence.text))) ||
    ground.articles.some(({ headline }) => isMentioned(source, headline.text))
  )
}

function isOutlet(source: string, { articles }: Ground): boolean {
  if (itself.test(source)) return true
  const names = capitals(source)
  return names.length > 0 && articles.some(({ outlet }) => names.every((name) => capitals(outlet).includes(name)))
}

function contentOf({ content }: Attribution, statement: CheckedStatement): CheckedStatement | undefined {
  const text = content.map(({ start, end }) => statement.text.slice(start, end)).join(' ')
  return text === '' ? undefined : { ...statement, ...readWords(text), line: statement.text }
}

/** True if most of a sentence's words occur in the article only in reported speech. */
function isOnlySaid(statement: CheckedStatement, { cited, near, articles }: Ground): boolean {
  const subject = statement.words.slice(0, 8).filter(({ isCapital }) => isCapital)
  let said = 0
  let stated = 0
  for (const { form } of ownContent(statement)) {
    const places = placesIn(form, near)
    if (places.length === 0) continue
    // Words that name the speaker are not part of what is said.
    const open = places.filter(({ word, sentence }) => !standsWithin(word, sentence, sourcesOf(sentence)))
    if (open.length === 0) continue
    const isStated = open.some(
      ({ word, sentence }) => !standsWithin(word, sentence, contentsOf(sentence)) || isAside(word, sentence),
    )
    const inTitle = articles.some(({ headline }) => headline.words.some((word) => areAlike(word.form, form)))
    if (isStated || (inTitle && placesIn(form, cited).length === 0)) stated += 1
    else said += 1
  }
  if (said < 2 || said <= stated) return false
  // An organisation's plan, or an order by a court or an office, is a fact once announced.
  return !cited.some((sentence) => isPlanOf(sentence, subject.map(({ text }) => text).join(' '), statement))
}

function placesIn(form: string, sentences: readonly ArticleSentence[]) {
  return sentences.flatMap((sentence) =>
    sentence.words.filter((word) => word.hasContent && areAlike(word.form, form)).map((word) => ({ word, sentence })),
  )
}

function contentsOf({ attributions }: ArticleSentence) {
  return attributions.filter(({ negated }) => !negated).flatMap(({ content }) => content)
}

/** “…, officials said, in what would be the deadliest attack since June”: the outlet's remark after reported speech. */
function isAside({ start }: { readonly start: number }, { text }: ArticleSentence): boolean {
  const at = text.search(/, in what (?:would|could|may|is|was|appears)\b/)
  return at >= 0 && start > at
}

function sourcesOf({ attributions }: ArticleSentence) {
  return attributions.filter(({ negated }) => !negated).flatMap(({ source, cue }) => [...source, ...cue])
}

function isPlanOf({ text, attributions }: ArticleSentence, subject: string, statement: CheckedStatement): boolean {
  const plans =
    /\b(?:will|would|plans? to|is due|are due|expects? to|to be|(?:is|are|was|were) (?:still )?(?:deciding|considering|studying|examining|looking|reviewing|investigating|waiting|awaiting|searching))\b/i
  const isOrder =
    attributions.some(({ act }) => act === 'demands' || act === 'announces') &&
    /\b(?:order|impos|sentenc|fin|announc|rul)\w*/i.test(text)
  const isPlan = plans.test(statement.text) && plans.test(text) && subject !== '' && isMentioned(subject, text)
  return isOrder || isPlan
}
