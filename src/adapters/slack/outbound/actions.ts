import type { AnyBlock, Button, StaticSelect } from '@slack/web-api'
import { type Action, nameOf, subjectOf } from '../../../chat/actions.ts'
import type { ActionBlock, Block } from '../../../chat/document.ts'
import { cutTo, plain } from '../../../chat/plain.ts'
import { button, label } from './elements.ts'
import { slackLimits } from './limits.ts'

/** Buttons and menus below a message. */

/** An action as a button. */
export function actionButton({ label: called, action, isMain }: Omit<ActionBlock, 'kind'>): Button {
  const question = questionFor(action)
  return {
    ...button(called, { id: nameOf(action), value: subjectOf(action) }),
    ...(isMain ? { style: 'primary' as const } : {}),
    ...(question ? { confirm: question } : {}),
  }
}

/** Several actions as a menu; each option carries the action's name and subject. */
export function choiceMenu({ label: called, actions }: Extract<Block, { kind: 'choice' }>): StaticSelect {
  return {
    type: 'static_select',
    action_id: 'choose',
    placeholder: label(cutTo(called, slackLimits.optionText)),
    options: actions.slice(0, slackLimits.options).map((each) => ({
      text: label(cutTo(plain(each.label), slackLimits.optionText)),
      value: optionOf(each.action),
    })),
  }
}

/** What a menu's option carries; read back by `readOption`. */
function optionOf(action: Action): string {
  return `${nameOf(action)} ${subjectOf(action)}`.slice(0, slackLimits.optionValue)
}

/** The name and the subject of the action that an option stands for. */
export function readOption(value: string): { readonly id: string; readonly value: string } {
  const [id = '', ...rest] = value.split(' ')
  return { id, value: rest.join(' ') }
}

/** Joins rows of buttons that follow one another. Menus keep a row of their own, as Slack makes them narrow otherwise. */
export function sideBySide(blocks: readonly AnyBlock[]): AnyBlock[] {
  const joined: AnyBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (last && isButtons(last) && isButtons(block) && last.elements.length + block.elements.length <= mostButtons)
      joined[joined.length - 1] = { ...last, elements: [...last.elements, ...block.elements] }
    else joined.push(block)
  }
  return joined
}

/** The most buttons in one row of ours; Slack takes 25. */
const mostButtons = 8

type Buttons = Extract<AnyBlock, { type: 'actions' }>

function isButtons(block: AnyBlock): block is Buttons {
  return block.type === 'actions' && 'elements' in block && block.elements.every(({ type }) => type === 'button')
}

/** The question to a person about to do what cannot be undone; undefined for any other action. */
function questionFor(action: Action) {
  if (action.kind === 'withdraw')
    return {
      title: label('Withdraw this story?'),
      text: label('It will be removed from every post it’s in, for everyone, and won’t be posted again.'),
      confirm: label('Withdraw it'),
      deny: label('Keep it'),
    }
  if (action.kind === 'settle' && action.isAccepted)
    return {
      title: label('Accept this report?'),
      text: label('What it is about will be taken out of every post, with a note that says so.'),
      confirm: label('Accept it'),
      deny: label('Not yet'),
    }
  if (action.kind !== 'desk' || (action.verb !== 'now' && action.verb !== 'skip')) return undefined
  return action.verb === 'now'
    ? {
        title: label('Send it now?'),
        text: label('This approves every story that nobody has dropped, and posts the digest at once.'),
        confirm: label('Send now'),
        deny: label('Not yet'),
      }
    : {
        title: label('Skip this edition?'),
        text: label('Nothing is posted. Its stories can come in a later edition.'),
        confirm: label('Skip it'),
        deny: label('Keep it'),
      }
}
