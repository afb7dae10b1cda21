import type { ClaimLine, Link, StoryBlock } from '../chat/document.ts'
import type { RichText } from '../chat/rich-text.ts'
import { countPublishers, isHeadlineOnly } from '../domain/article.ts'
import { type Brief, type BriefSentence, findingKinds } from '../domain/brief.ts'
import type { FollowUp } from '../domain/digest.ts'
import { isMeasured, notCheckedNote } from '../language/measured.ts'
import { type Addresses } from './addresses.ts'
import { claimLine } from './claim-line.ts'
import { copiedLines } from './copied-lines.ts'
import { takeExchanges } from './exchanges.ts'
import {
  addedLine,
  backgroundOf,
  type ClaimGroup,
  countMarks,
  detailsShown,
  lineShown,
  linesOf,
  sentenceShown,
} from './layout-written.ts'
import { withEditorsMarks } from './proof/editors-marks.ts'
import { counted } from './times.ts'
import { bylineLabel } from './written-by.ts'

export interface BriefLayout {
  /** The story's place in a digest; null when it stands alone. */
  readonly number: number | null
  /** The most claims to show, responses included. */
  readonly claims: number
  readonly addresses: Addresses
  /** For a story that readers already know: the note that says so, and the claims and sentences that are new. */
  readonly followUp?: ({ readonly note: RichText } & Omit<FollowUp, 'since'>) | undefined
}

/** Lays out a brief as a story block, each response below the claim it answers. */
export function layoutBrief(brief: Brief, layout: BriefLayout): StoryBlock {
  return withEditorsMarks(
    brief.details === undefined ? layoutCopied(brief, layout) : layoutWritten(brief, layout),
    brief,
  )
}

/** A brief in its writer's own sentences: one line per speaker, with further details below. */
function layoutWritten(brief: Brief, { number, claims: most, addresses, followUp }: BriefLayout): StoryBlock {
  const marks = countMarks()
  const summary = summaryFor(brief, followUp).map((sentence) => sentenceShown(sentence, brief, marks))
  const lines = linesOf(
    brief.claims.filter(({ speaker }) => speaker.kind !== 'unchecked'),
    brief.responses,
  )
  const isNew = (line: ClaimGroup) => followUp === undefined || line.some(({ id }) => followUp.claims.has(id))
  const answering = answeringLines(lines, brief)
  const answersTo = (line: ClaimGroup) => lines.filter((each) => answering.get(each) === line)
  const wanted = lines.filter((line) => !answering.has(line) && [line, ...answersTo(line)].some(isNew))
  const allTo = (line: ClaimGroup): number => answersTo(line).reduce((sum, each) => sum + 1 + allTo(each), 0)
  const shown = takeExchanges(wanted, { most, answersTo: allTo })
  const lineOf = (line: ClaimGroup): ClaimLine =>
    line[0].wording === 'sentence'
      ? lineShown(line, { brief, addresses, marks }, () => answersTo(line).map(lineOf))
      : addedLine(claimLine(line[0], { brief, addresses, responses: answersTo(line).map(lineOf) }), line[0], marks)
  const claims = shown.map(lineOf)
  const isWhole = most === Number.POSITIVE_INFINITY
  return {
    ...frameOf(brief, { number, addresses, followUp }),
    summary: summary.map(({ words }) => words),
    summaryEvidence: summary,
    claims,
    moreClaims: lines.length - shown.reduce((sum, line) => sum + 1 + allTo(line), 0),
    unknown: detailsShown(brief, 'unknown', marks),
    silences: detailsShown(brief, 'silence', marks).map(({ words }) => words),
    background: isWhole ? backgroundOf(brief, marks) : [],
    unanswered: brief.unanswered,
  }
}

/** The summary; for readers who know the story, only its new sentences, if there are any. */
function summaryFor({ summary }: Brief, followUp: BriefLayout['followUp']): readonly BriefSentence[] {
  const fresh = summary.filter(({ text }) => followUp?.sentences.has(text))
  return fresh.length > 0 ? fresh : summary
}

/** Each line that answers another line, mapped to that line. */
function answeringLines(lines: readonly ClaimGroup[], { responses }: Brief): Map<ClaimGroup, ClaimGroup> {
  const lineOf = (id: string) => lines.find((line) => line.some((claim) => claim.id === id))
  const found = new Map<ClaimGroup, ClaimGroup>()
  for (const line of lines) {
    const answered = responses.filter(({ claim }) => line.some(({ id }) => id === claim))
    const target = answered[0] && lineOf(answered[0].answers)
    if (target && !isBelow(target, line, found)) found.set(line, target)
  }
  return found
}

/** True if `line` is `other`, or answers it directly or through further lines. */
function isBelow(line: ClaimGroup, other: ClaimGroup, found: ReadonlyMap<ClaimGroup, ClaimGroup>): boolean {
  for (let each: ClaimGroup | undefined = line; each; each = found.get(each)) if (each === other) return true
  return false
}

/** The parts that every brief has, whoever wrote it. */
function frameOf(brief: Brief, { number, addresses, followUp }: Omit<BriefLayout, 'claims'>) {
  return {
    kind: 'story',
    id: brief.story,
    number,
    headline: brief.headline,
    followUp: followUp?.note ?? null,
    agreement: agreementOf(brief),
    outlets: brief.articles.map(({ outlet, url, published }) => ({ outlet, url, published })),
    differences: brief.differences.map(({ versions }) => ({
      versions: versions.map(({ words, citation }) => ({ outlet: outletOf(brief, citation.article), words })),
    })),
    quotations: brief.claims
      .filter(({ speaker }) => speaker.kind === 'unchecked')
      .map((claim) => claimLine(claim, { brief, addresses, responses: [] })),
    notes: [...languageNotes(brief), ...displayNotes(brief)],
    withheld: withheldLines(brief),
    links: linksOf(brief, addresses),
    byline: bylineLabel(brief.byline),
    writer: brief.byline.writer,
  } as const satisfies Partial<StoryBlock>
}

/** A brief of claims in the articles' own words. */
function layoutCopied(brief: Brief, { number, claims, addresses, followUp }: BriefLayout): StoryBlock {
  return {
    ...frameOf(brief, { number, addresses, followUp }),
    summary: summaryFor(brief, followUp).map(({ text }) => text),
    ...copiedLines(brief, { addresses, most: claims, fresh: followUp?.claims }),
    unanswered: brief.unanswered,
  }
}

/** One note per language, however many of the story's articles use it. */
function languageNotes({ articles }: Brief): string[] {
  const languages = articles.map(({ language }) => language).filter((language) => !isMeasured(language))
  return [...new Set(languages)].map(notCheckedNote)
}

/** Notes on outlets of whose articles less is shown than their readers see. */
function displayNotes({ articles }: Brief): string[] {
  return [
    ...outletsOf(articles.filter(isHeadlineOnly)).map((outlet) => `${outlet} lets only its headline be shown.`),
    ...outletsOf(articles.filter(({ fromFeed }) => fromFeed !== undefined)).map(
      (outlet) => `From ${outlet}’s feed: its page isn’t open to us.`,
    ),
  ]
}

function outletsOf(articles: Brief['articles']): string[] {
  return [...new Set(articles.map(({ outlet }) => outlet))]
}

/** The number of independent publishers, if fewer than outlets: five rewrites of one text are not five witnesses. */
function agreementOf({ articles }: Brief): string | null {
  const outlets = new Set(articles.map(({ outlet }) => outlet)).size
  const publishers = countPublishers(articles)
  return publishers < outlets ? counted(publishers, 'independent publisher') : null
}

function outletOf({ articles }: Brief, article: string): string {
  return articles.find(({ id }) => id === article)?.outlet ?? ''
}

/** "2 claims withheld: their quotation was not found in the article" */
function withheldLines({ withheld }: Brief): string[] {
  const kinds = new Map<string, { count: number; line: (count: number) => string }>()
  for (const { part, finding } of withheld) {
    const called = part === 'detail' ? 'sentence' : part
    const key = `${called} ${finding}`
    const count = (kinds.get(key)?.count ?? 0) + 1
    kinds.set(key, { count, line: (total) => `${counted(total, called)} left out: ${findingKinds[finding][0]}` })
  }
  return [...kinds.values()].map(({ count, line }) => line(count))
}

function linksOf({ story, claims }: Brief, addresses: Addresses): Link[] {
  const url = addresses.story(story)
  return url ? [{ label: `All ${counted(claims.length, 'claim')} and the evidence`, url }] : []
}
