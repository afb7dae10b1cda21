import type { AnyBlock, Button, StaticSelect } from '@slack/web-api'
import { type Action, nameOf, subjectOf } from '../../../chat/actions.ts'
import { confirmationOf } from '../../../chat/confirmations.ts'
import type { ActionBlock, Block } from '../../../chat/document.ts'
import { cutTo, plain } from '../../../chat/plain.ts'
import { button, label } from './elements.ts'
import { slackLimits } from './limits.ts'

/** Buttons and menus below a message. */

/** An action as a button. */
export function actionButton({ label: called, action, isMain }: Omit<ActionBlock, 'kind'>): Button {
  const question = dialogFor(action)
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

/** The dialog that asks before what cannot be undone; undefined for any other action. */
function dialogFor(action: Action) {
  const question = confirmationOf(action)
  if (!question) return undefined
  const { title, text, yes, no } = question
  return { title: label(title), text: label(text), confirm: label(yes), deny: label(no) }
}
