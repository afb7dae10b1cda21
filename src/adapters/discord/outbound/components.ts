import { discordLimits } from './limits.ts'

/** Discord's components of a message: https://docs.discord.com/developers/components/reference */
export interface Component {
  readonly type: number
  readonly components?: readonly Component[]
  readonly content?: string
  readonly custom_id?: string
  readonly [field: string]: unknown
}

/** The flag of a message that consists of components alone; such a message can never have other text again. */
export const componentsFlag = 1 << 15

const types = { row: 1, button: 2, menu: 3, text: 10, container: 17 } as const

export function text(content: string): Component {
  return { type: types.text, content }
}

/** A box that keeps together what is in it. */
export function container(components: readonly Component[]): Component {
  return { type: types.container, components }
}

export function row(components: readonly Component[]): Component {
  return { type: types.row, components }
}

/** A button that asks us for something; `isMain` for the one that most people want. */
export function button(label: string, id: string, isMain = false): Component {
  return { type: types.button, style: isMain ? 1 : 2, label, custom_id: id.slice(0, discordLimits.customId) }
}

export function linkButton(label: string, url: string): Component {
  return { type: types.button, style: 5, label, url }
}

export function menu(placeholder: string, id: string, options: readonly { label: string; value: string }[]): Component {
  return { type: types.menu, custom_id: id.slice(0, discordLimits.customId), placeholder, options }
}

export function isRow({ type }: Component): boolean {
  return type === types.row
}

/** All components, also those inside others, which Discord counts as well. */
export function everyComponent(components: readonly Component[]): Component[] {
  return components.flatMap((each) => [each, ...everyComponent(each.components ?? [])])
}

/** Components without any button that would have the id of an earlier one, which Discord refuses; menus get another. */
export function withoutRepeats(components: readonly Component[], seen = new Set<string>()): Component[] {
  return components.flatMap((each) => {
    const isRepeated = each.custom_id !== undefined && seen.size === seen.add(each.custom_id).size
    // A menu has options of its own; its id says nothing.
    if (isRepeated) return each.type === types.menu ? [{ ...each, custom_id: `${each.custom_id} ${seen.size}` }] : []
    if (!each.components) return [each]
    const inside = withoutRepeats(each.components, seen)
    return inside.length > 0 ? [{ ...each, components: inside }] : []
  })
}

/** True if a text is not too long for a message with other texts in it. */
export function isShort(content: string): boolean {
  return content.length <= discordLimits.storyText && Buffer.byteLength(content) <= discordLimits.storyBytes
}

/** True if a message may have these components, and as many more as are kept free. */
export function fits(components: readonly Component[], free = 0): boolean {
  const all = everyComponent(components)
  const texts = all.flatMap(({ content }) => content ?? [])
  const characters = texts.reduce((sum, content) => sum + content.length, 0)
  const bytes = texts.reduce((sum, content) => sum + Buffer.byteLength(content) + discordLimits.bytesPerText, 0)
  return (
    all.length + free <= discordLimits.components &&
    characters <= discordLimits.characters &&
    bytes <= discordLimits.bytes
  )
}
