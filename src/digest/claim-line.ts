import type { ClaimLine } from '../chat/document.ts'
import { pastedText } from '../domain/article.ts'
import type { Brief } from '../domain/brief.ts'
import { capitalize } from '../domain/capitals.ts'
import { type Claim, isSilence, speakerLabel } from '../domain/claim.ts'
import type { Addresses } from './addresses.ts'
import { linkToPassage } from './text-fragment.ts'

export interface LineContext {
  readonly brief: Brief
  readonly addresses: Addresses
  readonly responses: readonly ClaimLine[]
}

/** A claim in the article's own words, laid out as a line. */
export function claimLine(claim: Claim, { brief, addresses, responses }: LineContext): ClaimLine {
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

/** Words for people, who could have been named; a club or a middleman's firm could not. */
const somebody =
  /\b(?:aides?|advis[eo]rs?|allies|ally|colleagues?|diplomats?|doctors?|employees?|executives?|friends?|insiders?|investigators?|lawyers?|m[ae]n|members?|ministers?|nurses?|officers?|officials?|people|persons?|politicians?|relatives?|residents?|scientists?|soldiers?|sources?|spokes(?:man|woman|people|person)|staff|students?|teachers?|victims?|wom[ae]n|witness(?:es)?|workers?|engineers?|drivers?|managers?|directors?|councillors?|deput(?:y|ies)|partners?|owners?|neighbou?rs?|traders?|analysts?|bankers?|players?|coaches?|prosecutors?|detectives?|clerks?|pilots?|sailors?|volunteers?|activists?|campaigners?|passengers?|parents?|mothers?|fathers?|survivors?|critics?|experts?)\b/i

/** Says that the speaker is not named, and why; adds the outlet they spoke to only if the article names it. */
function unnamedManner({ speaker, act, cue, venue }: Claim, outlet: string): string[] {
  if (speaker.kind !== 'unnamed' || isSilence(act) || !somebody.test(speaker.description)) return []
  const hasReason = speaker.reason && !speaker.description.includes(speaker.reason)
  const place = `${cue} ${venue ?? ''}`
  const isTheirs = toUs.test(place) || place.toLowerCase().includes(outlet.toLowerCase().replace(/^the /, ''))
  const isSaid = venue !== null && venue.toLowerCase().includes(outlet.toLowerCase().replace(/^the /, ''))
  return [
    hasReason ? `unnamed ${speaker.reason}` : 'unnamed',
    ...(isTheirs && !isSaid && outlet !== pastedText ? [`to ${outlet}`] : []),
  ]
}

/** Words that name the outlet as the listener: “told this newspaper”, “said in an interview with us”. */
const toUs = /\b(?:told|to|with) (?:us|this (?:newspaper|paper|magazine|website|outlet|reporter|correspondent))\b/i

/** Verbs whose object is their subject matter: without its verb, “the ruling a disgrace” says nothing. */
const carrying =
  /\b(?:call|describ|dub|term|brand|label|portray|characteri[sz]|defend|cit|discuss|endors|refer|tout|quot|blam|acknowledg|express|mention|question|dismiss|recall|remind|hint|joke|apologi[sz])\w*$/i

/** The article's own verb phrase, with its tense and qualifiers, if it says more than that something was said. */
function verbOf({ act, cue, venue, words }: Claim): string | null {
  if (isSilence(act)) return 'no comment'
  // “on the mayor to resign” needs its “called”.
  const leans = /^(?:on|for|to|about|of|against|as|at)\b/.test(words)
  if ((act === 'says' && !leans && !carrying.test(cue)) || venue?.startsWith(cue)) return null
  // A cue whose words are not next to each other is not a verb phrase.
  return /^(?:[\p{L}’'-]+ ){0,4}[\p{L}’'-]+$/u.test(cue) ? cue : act
}
