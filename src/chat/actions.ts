/** The actions that readers can take with buttons below a message. */
export type Action =
  /** Post an answer, so far visible to one person, for everybody to see. */
  | { readonly kind: 'share'; readonly answer: string }
  /** Show one person the stories that did not fit into the digest of this name. */
  | { readonly kind: 'more'; readonly digest: string }
  /** Withdraw a story from a workspace's digests. */
  | { readonly kind: 'withdraw'; readonly workspace: string; readonly story: string }

/** An action's subject, as a short string for its button to carry. */
export function subjectOf(action: Action): string {
  switch (action.kind) {
    case 'share':
      return action.answer
    case 'more':
      return action.digest
    case 'withdraw':
      return `${action.workspace} ${action.story}`
  }
}

/** Splits a withdrawal button's subject into workspace and story. */
export function readWithdrawal(subject: string): { readonly workspace: string; readonly story: string } {
  const [workspace = '', story = ''] = subject.split(' ')
  return { workspace, story }
}
