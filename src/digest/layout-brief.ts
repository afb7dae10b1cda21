import type { ClaimLine, Link, StoryBlock } from '../chat/document.ts'
import type { Told } from '../chat/told.ts'
import { countPublishers, pastedText } from '../domain/article.ts'
import { type Brief, bylineLabel, findingKinds } from '../domain/brief.ts'
import { type Claim, isSilence, speakerLabel, speakerName } from '../domain/claim.ts'
import type { StoryId } from '../domain/story.ts'
import { isMeasured, notCheckedNote } from '../language/measured.ts'
import { linkToPassage } from './text-fragment.ts'
import { counted } from './times.ts'

/** Where our own pages about a story are; null where no page of ours can be reached. */
export interface Addresses {
  story(story: StoryId): string | null
  claim(story: StoryId, claim: string): string | null
}

export const noAddresses: Addresses = { story: () => null, claim: () => null }

export interface BriefLayout {
  /** The story's place in a digest; null when it stands alone. */
  readonly number: number | null
  /** The most claims to show, answers included. */
  readonly claims: number
  readonly addresses: Addresses
  /** Where readers know the story already: what to say of that, and which claims are new. */
  readonly followUp?: { readonly note: Told; readonly claims: ReadonlySet<string> } | undefined
}

/** A brief in terms of meaning, with each answer under the claim that it answers. */
export function layoutBrief(brief: Brief, { number, claims: most, addresses, followUp }: BriefLayout): StoryBlock {
  const checked = brief.claims.filter(({ speaker }) => speaker.kind !== 'unchecked')
  const answering = new Map(brief.responses.map(({ claim, answers }) => [claim, answers]))
  const leading = checked.filter((claim) => !answering.has(claim.id) && !isSilence(claim.act))
  const answersTo = (id: string) => brief.claims.filter((claim) => answering.get(claim.id) === id)
  const isNew = ({ id }: Claim) => followUp === undefined || followUp.claims.has(id)
  const wanted = leading.filter((claim) => isNew(claim) || answersTo(claim.id).some(isNew))
  const shown = takeExchanges(order(wanted, answersTo), { most, answersTo: ({ id }) => answersTo(id).length })
  const line = (claim: Claim): ClaimLine =>
    claimLine(claim, { brief, addresses, responses: answersTo(claim.id).map(line) })
  const silences = checked.filter((claim) => isSilence(claim.act) && !answering.has(claim.id))
  const told = shown.reduce((sum, claim) => sum + 1 + answersTo(claim.id).length, 0)
  return {
    kind: 'story',
    id: brief.story,
    number,
    headline: brief.headline,
    followUp: followUp?.note.text ?? null,
    ...(followUp?.note.marks ? { followUpMarks: followUp.note.marks } : {}),
    agreement: agreementOf(brief),
    outlets: brief.articles.map(({ outlet, url, published }) => ({ outlet, url, published })),
    summary: brief.summary.map(({ text }) => text),
    differences: brief.differences.map(({ versions }) => ({
      versions: versions.map(({ words, citation }) => ({ outlet: outletOf(brief, citation.article), words })),
    })),
    claims: shown.map(line),
    moreClaims: checked.length - silences.length - told,
    quotations: brief.claims.filter(({ speaker }) => speaker.kind === 'unchecked').map(line),
    notes: languageNotes(brief),
    silences: [...new Set(silences.map(silenceLine))],
    unanswered: brief.unanswered,
    withheld: withheldLines(brief),
    links: linksOf(brief, addresses),
    byline: bylineLabel(brief.byline),
  }
}

/** “Neither the company nor the union would say” names who is silent itself. */
function silenceLine({ speaker, words }: Claim): string {
  return /^(?:neither|nobody|no one|none)\b/i.test(words)
    ? capitalize(words)
    : `${capitalize(speakerName(speaker))} ${words}`
}

/** One note a language, however many articles of the story are in it. */
function languageNotes({ articles }: Brief): string[] {
  const languages = articles.map(({ language }) => language).filter((language) => !isMeasured(language))
  return [...new Set(languages)].map(notCheckedNote)
}

/** Five rewrites of one text are not five witnesses. */
function agreementOf({ articles }: Brief): string | null {
  const outlets = new Set(articles.map(({ outlet }) => outlet)).size
  const publishers = countPublishers(articles)
  return publishers < outlets ? counted(publishers, 'independent publisher') : null
}

/** Accusations and what is answered first, the rest as the articles have them. */
function order(claims: readonly Claim[], answersTo: (id: string) => readonly Claim[]): Claim[] {
  const urgent = (claim: Claim) => (claim.act === 'accuses' || answersTo(claim.id).length > 0 ? 0 : 1)
  return claims.toSorted((one, other) => urgent(one) - urgent(other))
}

/** So many lines at most of whole exchanges, the first ones: never a claim without its answers. */
export function takeExchanges<Each>(
  claims: readonly Each[],
  { most, answersTo }: { readonly most: number; readonly answersTo: (claim: Each) => number },
): Each[] {
  const taken: Each[] = []
  let lines = 0
  for (const claim of claims) {
    const needed = 1 + answersTo(claim)
    if (lines + needed > most) continue
    taken.push(claim)
    lines += needed
  }
  return taken
}

interface LineContext {
  readonly brief: Brief
  readonly addresses: Addresses
  readonly responses: readonly ClaimLine[]
}

function claimLine(claim: Claim, { brief, addresses, responses }: LineContext): ClaimLine {
  const article = brief.articles.find(({ id }) => id === claim.citation.article)
  return {
    id: claim.id,
    speaker: capitalize(speakerLabel(claim.speaker)),
    act: verbOf(claim),
    manner: [...unnamedManner(claim, article?.outlet ?? 'the outlet'), ...(claim.venue ? [claim.venue] : [])],
    words: claim.words,
    evidence: article?.url ? linkToPassage(article.url, claim.words) : addresses.claim(brief.story, claim.id),
    responses,
  }
}

/** Words for people who could be named, as a club or a middleman's firm could not. */
const somebody =
  /\b(?:aides?|advis[eo]rs?|allies|ally|colleagues?|diplomats?|doctors?|employees?|executives?|friends?|insiders?|investigators?|lawyers?|m[ae]n|members?|ministers?|nurses?|officers?|officials?|people|persons?|politicians?|relatives?|residents?|scientists?|soldiers?|sources?|spokes(?:man|woman|people|person)|staff|students?|teachers?|victims?|wom[ae]n|witness(?:es)?|workers?|engineers?|drivers?|managers?|directors?|councillors?|deput(?:y|ies)|partners?|owners?|neighbou?rs?|traders?|analysts?|bankers?|players?|coaches?|prosecutors?|detectives?|clerks?|pilots?|sailors?|volunteers?|activists?|campaigners?|passengers?|parents?|mothers?|fathers?|survivors?|critics?|experts?)\b/i

/** That somebody is not named, and why, is told; to which outlet they spoke, only where the article says so. */
function unnamedManner({ speaker, act, cue, venue }: Claim, outlet: string): string[] {
  if (speaker.kind !== 'unnamed' || isSilence(act) || !somebody.test(speaker.description)) return []
  const told = speaker.reason && !speaker.description.includes(speaker.reason)
  const place = `${cue} ${venue ?? ''}`
  const isTheirs = toUs.test(place) || place.toLowerCase().includes(outlet.toLowerCase().replace(/^the /, ''))
  const isSaid = venue !== null && venue.toLowerCase().includes(outlet.toLowerCase().replace(/^the /, ''))
  return [
    told ? `unnamed ${speaker.reason}` : 'unnamed',
    ...(isTheirs && !isSaid && outlet !== pastedText ? [`to ${outlet}`] : []),
  ]
}

/** “told this newspaper”, “said in an interview with us”. */
const toUs = /\b(?:told|to|with) (?:us|this (?:newspaper|paper|magazine|website|outlet|reporter|correspondent))\b/i

/** Verbs whose object is what they are about: without them “the ruling a disgrace” says nothing. */
const carrying =
  /\b(?:call|describ|dub|term|brand|label|portray|characteri[sz]|defend|cit|discuss|endors|refer|tout|quot|blam|acknowledg|express|mention|question|dismiss|recall|remind|hint|joke|apologi[sz])\w*$/i

/** The article's own verb group, with its tense and what limits it, where it tells more than that something was said. */
function verbOf({ act, cue, venue, words }: Claim): string | null {
  if (isSilence(act)) return 'no comment'
  // “on the mayor to resign” needs its “called”.
  const leans = /^(?:on|for|to|about|of|against|as|at)\b/.test(words)
  if ((act === 'says' && !leans && !carrying.test(cue)) || venue?.startsWith(cue)) return null
  // Words that stand apart are no verb group.
  return /^(?:[\p{L}’'-]+ ){0,4}[\p{L}’'-]+$/u.test(cue) ? cue : act
}

function outletOf({ articles }: Brief, article: string): string {
  return articles.find(({ id }) => id === article)?.outlet ?? ''
}

/** "2 claims withheld: their quotation was not found in the article" */
function withheldLines({ withheld }: Brief): string[] {
  const kinds = new Map<string, { count: number; line: (count: number) => string }>()
  for (const { part, finding } of withheld) {
    const key = `${part} ${finding}`
    const count = (kinds.get(key)?.count ?? 0) + 1
    kinds.set(key, { count, line: (total) => `${counted(total, part)} withheld: ${findingKinds[finding][0]}` })
  }
  return [...kinds.values()].map(({ count, line }) => line(count))
}

function linksOf({ story, claims }: Brief, addresses: Addresses): Link[] {
  const url = addresses.story(story)
  return url ? [{ label: `All ${counted(claims.length, 'claim')} and the evidence`, url }] : []
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
