import type { Action } from './actions.ts'
import { nameOf } from './actions.ts'

/** What a person is asked before an action that cannot be undone. */
export interface Confirmation {
  readonly title: string
  readonly text: string
  /** The buttons: to do it, and not to. */
  readonly yes: string
  readonly no: string
}

const confirmations = new Map<string, Confirmation>([
  [
    'withdraw',
    {
      title: 'Withdraw this story?',
      text: 'It will be removed from every post it’s in, for everyone, and won’t be posted again.',
      yes: 'Withdraw it',
      no: 'Keep it',
    },
  ],
  [
    'settle-accept',
    {
      title: 'Accept this report?',
      text: 'What it is about will be taken out of every post, with a note that says so.',
      yes: 'Accept it',
      no: 'Not yet',
    },
  ],
  [
    'desk-now',
    {
      title: 'Send it now?',
      text: 'This approves every story that nobody has dropped, and posts the digest at once.',
      yes: 'Send now',
      no: 'Not yet',
    },
  ],
  [
    'desk-skip',
    {
      title: 'Skip this edition?',
      text: 'Nothing is posted. Its stories can come in a later edition.',
      yes: 'Skip it',
      no: 'Keep it',
    },
  ],
])

/** What is asked before an action of this name; undefined for one that is done at once. */
export function confirmationOf(action: Action | string): Confirmation | undefined {
  return confirmations.get(typeof action === 'string' ? action : nameOf(action))
}

/** The reply to a request to post an answer that is already posted there. */
export const sharedBefore = 'Already posted here. If you don’t see it yet, it will be here in a few seconds.'
