import type { Correction } from '../../domain/edition/correction.ts'
import type { Judgement } from '../../domain/edition/proof.ts'
import type { Filter, Policy } from '../../domain/subscription.ts'
import type { DecisionVerb } from '../actions.ts'
import type { Document } from '../document.ts'
import type { SourceTyped } from '../export/source-type.ts'
import type {
  AddedFeed,
  AskedClaims,
  ChangedDraft,
  ClaimsPage,
  DeletedDigest,
  DigestStatus,
  EditionRecord,
  ExplainedDigests,
  ExplainedEdition,
  ListedDigest,
  ListedDraft,
  ListedEdition,
  ListedFeed,
  ListedReport,
  OfDraftStory,
  ShownDraftStory,
  ShownEvidence,
  ShownWithDocument,
  SpeakersClaims,
  StoryShare,
  Summaries,
  Summary,
  TestedFeed,
} from './command-data.ts'
import type { MistakeReason } from './mistakes.ts'
import type { Order } from './order.ts'

/**
 * Everything that people can ask for, on a command line, with a slash command or in a form. Each kind has its input
 * (`given`) and the data returned to programs; people get a document. If `digest` is null, the channel's digest is
 * meant, or the only one.
 */
export interface Commands {
  'add-feed': { readonly given: { readonly url: string }; readonly data: AddedFeed }
  'remove-feed': { readonly given: { readonly url: string }; readonly data: { readonly removed: string } }
  'list-feeds': { readonly given: NothingElse; readonly data: readonly ListedFeed[] }
  /** Shows a feed's content without following it. */
  'test-feed': { readonly given: { readonly url: string }; readonly data: TestedFeed }
  'import-feeds': {
    readonly given: { readonly opml: string }
    readonly data: { readonly added: number; readonly known: number }
  }
  'export-feeds': { readonly given: NothingElse; readonly data: { readonly opml: string } }
  /** A first set of feeds: topics from `starters`, and pasted addresses or a pasted OPML list. */
  'start-feeds': {
    readonly given: { readonly topics: readonly string[]; readonly list: string }
    readonly data: { readonly added: number; readonly answers: readonly unknown[] }
  }

  /** Does everything that is due and makes a digest of what is new; its stories then count as posted. */
  'digest-now': {
    readonly given: OfDigest
    readonly data: SourceTyped & { readonly edition: string | null; readonly document?: Document }
  }
  /** Like `digest-now`, but nothing counts as posted; `rest` also includes the stories that did not fit. */
  'preview-digest': {
    readonly given: OfDigest & { readonly rest?: boolean }
    readonly data: SourceTyped & { readonly document: Document }
  }
  /** Posts a story, by its number in the last edition or by its id, in another channel of the platform. */
  'share-story': { readonly given: OfDigest & StoryShare; readonly data: { readonly edition: string | null } }
  'schedule-digest': {
    readonly given: { readonly order: Order }
    readonly data: { readonly digest: string; readonly next: string | null }
  }
  /** Sets which articles a digest takes from its feeds, in words as `readFilter` reads them. */
  'filter-digest': {
    readonly given: OfDigest & { readonly filter: string }
    readonly data: { readonly digest: string; readonly filter: Filter }
  }
  /** Sets what a digest holds back, in words as `readPolicy` reads them; null only shows it. */
  'set-policy': {
    readonly given: OfDigest & { readonly policy: string | null }
    readonly data: { readonly digest: string; readonly policy: Policy }
  }
  /** Pauses a digest until a day as `dayMeant` reads it; if null, until it is resumed. */
  'pause-digest': {
    readonly given: OfDigest & { readonly until: string | null }
    readonly data: { readonly paused: string; readonly next: string | null }
  }
  'resume-digest': {
    readonly given: OfDigest
    readonly data: { readonly resumed: string; readonly next: string | null }
  }
  /** Deletes a digest; in chat it asks first, unless that has been confirmed. */
  'delete-digest': { readonly given: OfDigest & { readonly confirmed?: boolean }; readonly data: DeletedDigest }
  /** Lets another person, by the platform's id, change a digest, or stops letting them. */
  'name-manager': {
    readonly given: OfDigest & { readonly person: string; readonly may: boolean }
    readonly data: { readonly digest: string; readonly managers: readonly string[] }
  }
  'list-digests': { readonly given: NothingElse; readonly data: readonly ListedDigest[] }
  'digest-status': { readonly given: OfDigest; readonly data: DigestStatus }

  'list-editions': { readonly given: NothingElse; readonly data: readonly ListedEdition[] }
  /** Explains why each story is in an edition or not. */
  'explain-edition': { readonly given: { readonly edition: string }; readonly data: ExplainedEdition }
  /** An edition that went out, for files and other programs; null for the latest. */
  'export-edition': {
    readonly given: { readonly edition: string | null }
    readonly data: SourceTyped & { readonly edition: string; readonly slot: string; readonly document: Document }
  }
  /** Explains when each digest's last edition came out, or why it did not. */
  'explain-digests': { readonly given: NothingElse; readonly data: ExplainedDigests }

  /** Writes up one article, with all of its claims or only the most important. */
  summarize: {
    readonly given: { readonly material: GivenMaterial; readonly all: boolean; readonly keepExchange?: boolean }
    readonly data: Summary | Summaries
  }
  /** Shows one story with all of its claims. */
  'show-story': {
    readonly given: { readonly story: string }
    readonly data: { readonly story: string; readonly claims: readonly object[] }
  }
  /** Shows the passage that a claim is from. */
  'show-evidence': { readonly given: { readonly story: string; readonly claim: string }; readonly data: ShownEvidence }
  /** Explains why each article is in a story, and what its outlet has changed in it since. */
  'explain-story': { readonly given: { readonly story: string }; readonly data: object }
  /** Shows everybody an answer that was given earlier. */
  'show-answer': { readonly given: { readonly answer: string }; readonly data: { readonly document: Document } }
  /** Lists a speaker's reported statements: those that were posted, by date, and those of stories that were not. */
  'show-claims': { readonly given: AskedClaims; readonly data: SpeakersClaims }
  /** A page of what was posted, in the order in which it was filed; `next` gives the next page, null the end. */
  'export-claims': { readonly given: { readonly after: string | null }; readonly data: ClaimsPage }
  /** Erases what was kept of a speaker's posted statements; the name must be the whole name. */
  'forget-speaker': { readonly given: { readonly speaker: string }; readonly data: { readonly erased: number } }
  'report-mistake': {
    readonly given: {
      readonly story: string
      readonly claim: string | null
      readonly reason: MistakeReason
      readonly words: string
    }
    readonly data: { readonly filed: boolean }
  }
  /** Lists the reports that nobody has settled, of stories in digests that the asker may change. */
  'list-reports': { readonly given: NothingElse; readonly data: { readonly reports: readonly ListedReport[] } }
  /**
   * Accepts a report or dismisses it, with a word to the one who reported. Accepting takes what it is about out of every
   * post: the claim, or the whole story.
   */
  'settle-report': {
    readonly given: { readonly report: string; readonly isAccepted: boolean; readonly words: string }
    readonly data: { readonly report: string; readonly edited: number }
  }
  /**
   * Corrects the headline, a sentence of the summary or a claim of a posted story in every post, by its name as
   * `partName` writes it; `now` is null to take it out. `why` is told to readers.
   */
  'correct-story': {
    readonly given: {
      readonly story: string
      readonly part: string
      readonly now: string | null
      readonly vouch: boolean
      readonly why: string
    }
    readonly data: { readonly story: string; readonly edited: number }
  }
  /** Lists what was corrected in this workspace's posts, newest first. */
  'list-corrections': { readonly given: NothingElse; readonly data: { readonly corrections: readonly Correction[] } }
  /** Removes a story from earlier posts and from everything shown later. */
  'withdraw-story': {
    readonly given: { readonly story: string }
    readonly data: { readonly story: string; readonly edited: number }
  }

  /** Lists the drafts of editions that wait for the asker's approval. */
  'show-desk': { readonly given: NothingElse; readonly data: { readonly drafts: readonly ListedDraft[] } }
  /**
   * Shows one draft, with all of its stories if so asked, or one of its stories by id or number; a null edition is the
   * only draft that waits.
   */
  'show-draft': {
    readonly given: { readonly edition: string | null; readonly story: string | null; readonly all?: boolean }
    readonly data:
      | { readonly draft: ListedDraft; readonly stories?: readonly ShownWithDocument[] }
      | { readonly story: ShownDraftStory }
  }
  'judge-story': { readonly given: OfDraftStory & { readonly verdict: Judgement }; readonly data: ChangedDraft }
  'move-story': { readonly given: OfDraftStory & { readonly by: -1 | 1 }; readonly data: ChangedDraft }
  /** Rewrites a story; null leaves a text as it is. `vouch`: what the check does not find stands on the editor's word. */
  'edit-story': {
    readonly given: OfDraftStory & {
      readonly headline: string | null
      readonly summary: string | null
      readonly vouch: boolean
    }
    readonly data: ChangedDraft
  }
  /** Leaves out a part of a story, or restores it, by its name as `partName` writes it. */
  'change-part': {
    readonly given: OfDraftStory & { readonly part: string; readonly isIn: boolean }
    readonly data: ChangedDraft
  }
  /** Decides about a whole draft, in the version that the asker saw; null for the one they were last shown. */
  'decide-edition': {
    readonly given: {
      readonly edition: string | null
      readonly version: number | null
      readonly decision: DecisionVerb
    }
    readonly data: { readonly edition: string; readonly decision: string; readonly version: number }
  }
  /** Gives the record of an edition that editors approved, changed or skipped. */
  'show-record': { readonly given: { readonly edition: string }; readonly data: EditionRecord }

  /** Sets whether this workspace's articles may go to a model. */
  'allow-model': { readonly given: { readonly allowed: boolean }; readonly data: { readonly allowed: boolean } }
  /** Shows what models have cost today. */
  'show-usage': { readonly given: NothingElse; readonly data: object }
  /** Explains how to use one command, or every command if `topic` is null. */
  help: { readonly given: { readonly topic: CommandName | null }; readonly data: { readonly usage: readonly string[] } }
}

export type CommandKind = keyof Commands
/** A command of one kind, or of any kind. */
export type Command<Kind extends CommandKind = CommandKind> = {
  [Each in Kind]: { readonly kind: Each } & Commands[Each]['given']
}[Kind]

type NothingElse = object
interface OfDigest {
  readonly digest: string | null
}

export const commandNames = ['summarize', 'digest', 'desk', 'feeds', 'claims'] as const
export type CommandName = (typeof commandNames)[number]

/** Material to write up: an address, plain text, or the bytes of a page or a text file as base64. */
export type GivenMaterial =
  | { readonly kind: 'given'; readonly text: string }
  | { readonly kind: 'html' | 'file'; readonly base64: string }

/** The most links read from one message. */
export const mostLinks = 3

/** The command to write up an address or an article's text. */
export function summarizing(text: string): Command<'summarize'> {
  return { kind: 'summarize', material: { kind: 'given', text }, all: false }
}
