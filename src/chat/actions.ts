/** The actions that people can take with buttons below a message. */
export type Action =
  /** Post an answer, so far visible to one person, for everybody to see. */
  | { readonly kind: 'share'; readonly answer: string }
  /** Show one person the stories that did not fit into the digest of this name. */
  | { readonly kind: 'more'; readonly digest: string }
  /** Delete the digest of this name. */
  | { readonly kind: 'delete'; readonly digest: string }
  /** Withdraw a story from a workspace's digests. */
  | { readonly kind: 'withdraw'; readonly workspace: string; readonly story: string }
  /** Accept a report of a mistake, or dismiss it. */
  | {
      readonly kind: 'settle'
      readonly isAccepted: boolean
      readonly workspace: string
      readonly report: string
    }
  | DeskAction

/** Something that an editor does with a proof, or with one of its stories. */
export interface DeskAction {
  readonly kind: 'desk'
  readonly verb: DeskVerb
  readonly edition: string
  /** The version of the proof or story that the button stands under. */
  readonly version: number
  readonly story?: string
  /** The part of the story that it concerns, as `partName` writes it. */
  readonly part?: string
}

/** What an editor can do with a story or a part of it, and with the whole edition. */
export const storyVerbs = ['accept', 'drop', 'reopen', 'up', 'down', 'edit', 'cut', 'restore'] as const
export const decisionVerbs = ['approve', 'now', 'hold', 'skip'] as const
const deskVerbs = ['look', ...storyVerbs, ...decisionVerbs] as const
export type StoryVerb = (typeof storyVerbs)[number]
export type DecisionVerb = (typeof decisionVerbs)[number]
export type DeskVerb = (typeof deskVerbs)[number]

/** An action's name, which its button carries beside its subject: "share", "desk-approve". */
export function nameOf(action: Action): string {
  if (action.kind === 'settle') return action.isAccepted ? 'settle-accept' : 'settle-dismiss'
  return action.kind === 'desk' ? `desk-${action.verb}` : action.kind
}

/** An action's subject, as a short string for its button to carry. */
export function subjectOf(action: Action): string {
  switch (action.kind) {
    case 'share':
      return action.answer
    case 'more':
    case 'delete':
      return action.digest
    case 'withdraw':
      return `${action.workspace} ${action.story}`
    case 'settle':
      return `${action.workspace} ${action.report}`
    case 'desk':
      return [action.edition, String(action.version), action.story, action.part].filter(Boolean).join(' ')
  }
}

/** Splits the subject of a button in a direct message into the workspace and the story or report that it is about. */
export function readFromAfar(subject: string): { readonly workspace: string; readonly id: string } {
  const [workspace = '', id = ''] = subject.split(' ')
  return { workspace, id }
}

/** The buttons that people press in a direct message, about a workspace that the message does not belong to. */
export const fromAfar: ReadonlySet<string> = new Set(['withdraw', 'settle-accept', 'settle-dismiss'])

/** Reads a desk button's name and subject; undefined if it is another button. */
export function readDeskAction(name: string, subject: string): DeskAction | undefined {
  const verb = deskVerbs.find((each) => name === `desk-${each}`)
  const [edition = '', version = '', story, part] = subject.split(' ')
  if (!verb || edition === '') return undefined
  return {
    kind: 'desk',
    verb,
    edition,
    version: Number(version),
    ...(story === undefined ? {} : { story }),
    ...(part === undefined ? {} : { part }),
  }
}
