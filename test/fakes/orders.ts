import { everyComponent } from '../../src/adapters/discord/outbound/components.ts'
import { type DiscordMessage, renderDiscord } from '../../src/adapters/discord/outbound/render.ts'
import { bodyOf } from '../../src/adapters/discord/outbound/say.ts'
import { renderSlack } from '../../src/adapters/slack/outbound/render.ts'
import { shapes } from '../../src/domain/subscription.ts'
import { problemOf as problemOnDiscord } from './discord.ts'
import { poisoned } from './documents.ts'
import { problemOf as problemInSlack } from './slack.ts'

/** Finds the harm that a text does to our messages if it is used wherever an article's words may be; empty if none. */

const hidden = /[\u202A-\u202E\u2060\u200B]/
const publicUrl = /^https?:\/\/(?!user:)/

export function ordersInSlack(text: string): string[] {
  return shapes.flatMap((shape) =>
    renderSlack(poisoned(text), shape)
      .flatMap(({ opening, ...message }) => [message, ...(opening ? [opening] : [])])
      .flatMap(({ blocks, text: notification }) => [
        ...(problemInSlack({ blocks, text: notification }) ?? []),
        ...(hidden.test(JSON.stringify([blocks, notification])) ? ['a sign that nobody sees'] : []),
        ...urlsIn(blocks).filter((url) => !publicUrl.test(url)),
      ]),
  )
}

export function ordersOnDiscord(text: string): string[] {
  return shapes.flatMap((shape) => renderDiscord(poisoned(text), shape).flatMap(ordersIn))
}

function ordersIn(message: DiscordMessage): string[] {
  const body = bodyOf(message, 'e.0')
  const shown = everyComponent(message.components)
    .flatMap(({ content }) => content ?? [])
    .join('\n')
  const order = /(?<!\\)<[@#a!/t]|(?<![\\⁠])@(?:everyone|here)|(?<!\\)`|(?<!\\)\|\|/.exec(shown)?.[0]
  const links = [...shown.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, url = '']) => url)
  return [
    ...(problemOnDiscord(body) ?? []),
    ...(order ?? []),
    ...links.filter((url) => !publicUrl.test(url)),
    ...(body.allowed_mentions.parse.length > 0 ? ['a mention'] : []),
  ]
}

function urlsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'url' && typeof inner === 'string' ? [inner] : urlsIn(inner),
  )
}
