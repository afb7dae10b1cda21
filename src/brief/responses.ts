import { accusedIn } from '../attribution/institutions.ts'
import { type Act, type Claim, isSilence, type Response, type Speaker, speakerName } from '../domain/claim.ts'
import { words } from '../text/tokens.ts'
import { sameSpeaker } from './speaker-match.ts'
import { contentWords } from './wording.ts'

/** The least number of content words that a denial shares with what it denies. */
const leastShared = 2

/** Ties each denial, rejection and silence to the claim that it answers, where the words show which one. */
export function linkResponses(claims: readonly Claim[]): Response[] {
  return claims.flatMap((claim, index) => {
    if (!isResponse(claim)) return []
    const before = claims.slice(0, index).filter((other) => isAnswerable(claim, other))
    const answered =
      before.findLast((other) => concerns(other, claim)) ??
      claims.slice(index + 1).find((other) => isAnswerable(claim, other) && concerns(other, claim))
    return answered ? [{ claim: claim.id, answers: answered.id }] : []
  })
}

/** Who is accused by name while no word or silence of theirs is on record. */
export function findUnanswered(claims: readonly Claim[]): string[] {
  const accused = claims.filter(({ act }) => act === 'accuses').flatMap(({ words: said }) => accusedIn(said) ?? [])
  const silent = accused.filter(
    (name) =>
      !claims.some(
        ({ speaker }) => sameSpeaker(name, speakerName(speaker)) || speaksFor(speaker, { kind: 'organization', name }),
      ),
  )
  return [...new Set(silent)]
}

/** An act that answers: a denial, a rejection, a silence. */
export function isResponse({ act }: { readonly act: Act }): boolean {
  return act === 'denies' || act === 'rejects' || isSilence(act)
}

function isAnswerable(response: Claim, other: Claim): boolean {
  return (
    !isSilence(other.act) &&
    other.act !== 'denies' &&
    other.act !== 'rejects' &&
    !speaksFor(other.speaker, response.speaker) &&
    !speaksFor(response.speaker, other.speaker) &&
    !sameSpeaker(speakerName(response.speaker), speakerName(other.speaker))
  )
}

/** "Jon Moe, chief executive of Norwind" is on Norwind's side. */
function speaksFor(speaker: Speaker, principal: Speaker): boolean {
  const name = nameOf(speakerName(principal))
  const role = speaker.kind === 'person' ? speaker.role : speaker.kind === 'unnamed' ? speaker.description : null
  return name !== undefined && role !== null && words(role).some(({ text }) => text.replace(/['’]s?$/, '') === name)
}

/** Whether a claim speaks of the one who answers, or of what the answer speaks of. */
function concerns(claim: Claim, answer: Claim): boolean {
  const name = nameOf(speakerName(answer.speaker))
  if (name && words(claim.words).some(({ text }) => text.replace(/['’]s?$/, '') === name)) return true
  if (isSilence(answer.act)) return false
  const said = new Set(contentWords(claim.words))
  return contentWords(answer.words).filter((word) => said.has(word)).length >= leastShared
}

function nameOf(speaker: string): string | undefined {
  const list = words(speaker).filter(({ lower }) => !/^(?:the|an?)$/.test(lower))
  return (list.findLast(({ text }) => /^\p{Lu}/u.test(text)) ?? list.at(-1))?.text
}
