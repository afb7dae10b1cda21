import type { Draft } from '../../domain/brief.ts'
import type { Decision, Judgement, Proof, ProofStory } from '../../domain/edition/proof.ts'
import type { StoryId } from '../../domain/story.ts'

/** The changes that editors make to a proof. Each returns a new proof with a higher version. */

/** Accepts, drops or reopens a story. A decision about the whole edition still stands: no words change. */
export function judgeStory(proof: Proof, story: StoryId, verdict: Judgement): Proof {
  return changed(proof, story, (each) => ({ ...each, verdict }))
}

/** Moves a story up (-1) or down (1), past the stories that are dropped; unchanged if it is first or last already. */
export function moveStory(proof: Proof, story: StoryId, by: -1 | 1): Proof {
  const from = proof.stories.findIndex(({ id }) => id === story)
  let to = from + by
  while (proof.stories[to]?.verdict === 'dropped') to += by
  const moved = proof.stories[from]
  if (!moved || !proof.stories[to]) return proof
  const stories = proof.stories.toSpliced(from, 1).toSpliced(to, 0, moved)
  return undecided(changed({ ...proof, stories }, story, (each) => each))
}

/** Gives a story an edited draft. Whoever accepted it, or approved the edition, has not seen these words. */
export function redraftStory(proof: Proof, story: StoryId, draft: Draft): Proof {
  return undecided(
    changed(proof, story, (each) => ({
      ...each,
      draft,
      verdict: each.verdict === 'accepted' ? 'open' : each.verdict,
      followUp: each.followUp && withNewWords(each.followUp, draft),
    })),
  )
}

/** What an editor wrote is new to those who know the story. */
function withNewWords(followUp: NonNullable<ProofStory['followUp']>, { summary, edited = [] }: Draft) {
  const written = edited.flatMap((part) => (part.kind === 'sentence' ? (summary[part.index]?.text ?? []) : []))
  return { ...followUp, sentences: [...new Set([...followUp.sentences, ...written])] }
}

/** Replaces a story whose articles have changed: only this story must be accepted again, unless it is dropped. */
export function renewStory(proof: Proof, story: Omit<ProofStory, 'verdict' | 'version'>): Proof {
  return changed(proof, story.id, ({ verdict }) => ({
    ...story,
    verdict: verdict === 'dropped' ? 'dropped' : 'open',
    version: 0,
  }))
}

/** Approves or holds the edition. An approval accepts every story that nobody has judged. */
export function decide(proof: Proof, decision: Omit<Decision, 'version'>): Proof {
  const version = proof.version + 1
  const stories =
    decision.kind === 'approved'
      ? proof.stories.map((each) => (each.verdict === 'open' ? { ...each, verdict: 'accepted' as const } : each))
      : proof.stories
  return { ...proof, stories, version, decision: { ...decision, version } }
}

/** The stories that go out as things stand, in order. */
export function acceptedIn({ stories }: Proof): readonly ProofStory[] {
  return stories.filter(({ verdict }) => verdict === 'accepted')
}

function changed(proof: Proof, story: StoryId, change: (story: ProofStory) => ProofStory): Proof {
  const version = proof.version + 1
  return {
    ...proof,
    version,
    stories: proof.stories.map((each) => (each.id === story ? { ...change(each), version } : each)),
  }
}

/** Takes an approval back; a held edition stays held. */
function undecided(proof: Proof): Proof {
  return proof.decision?.kind === 'approved' ? { ...proof, decision: null } : proof
}
