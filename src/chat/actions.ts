/** What readers can press below what they read. */
export type Action =
  /** Post an answer that one person alone saw, for everybody to see. */
  | { readonly kind: 'share'; readonly answer: string }
  /** Show one person the stories that a digest of this name had no room for. */
  | { readonly kind: 'more'; readonly digest: string }
  /** Take a story back out of the digests of a workspace. */
  | { readonly kind: 'withdraw'; readonly workspace: string; readonly story: string }

/** What an action is about, as a button carries it. */
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

/** What a withdrawal is about, as its button carries it. */
export function readWithdrawal(subject: string): { readonly workspace: string; readonly story: string } {
  const [workspace = '', story = ''] = subject.split(' ')
  return { workspace, story }
}
