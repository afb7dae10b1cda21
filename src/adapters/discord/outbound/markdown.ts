import { cutTo, inLine, plain, safeUrl } from '../../../chat/plain.ts'
import type { Moment, RichText } from '../../../chat/rich-text.ts'
import { discordLimits } from './limits.ts'

/**
 * Words that are not ours, shown letter for letter: every character that could format, mention or link is escaped, and
 * addresses are broken up so that Discord does not turn them into links.
 */
export function words(text: string, most: number = discordLimits.text): string {
  return escape(cutTo(plain(text), most))
}

export function name(text: string): string {
  return words(text, discordLimits.name)
}

/** Our own words, with moments in the reader's time zone, and links to channels and people. */
export function richWords(text: RichText): string {
  if (typeof text === 'string') return name(text)
  return text
    .map((segment) => {
      if (typeof segment === 'string') return escape(inLine(segment))
      if ('at' in segment) return instant(segment)
      if ('url' in segment) return link(segment.label, segment.url)
      if ('person' in segment) return /^\d+$/.test(segment.person) ? `<@${segment.person}>` : name(segment.label)
      return /^\d+$/.test(segment.channel) ? `<#${segment.channel}>` : name(segment.label)
    })
    .join('')
}

/** An instant, which Discord shows in the reader's time zone. */
export function instant({ at }: Moment): string {
  return `<t:${Math.floor(Date.parse(at) / 1_000)}:f>`
}

/** Words with a link; plain words if there is no safe address. */
export function link(text: string, url: string | null): string {
  const href = safeUrl(url)
  const shown = name(text)
  // A closing bracket would end the address early.
  return href && shown !== '' ? `[${shown}](${href.replace(/\(/g, '%28').replace(/\)/g, '%29')})` : shown
}

function escape(text: string): string {
  return (
    text
      .replace(/[\\*_~`|>#\-+[\](){}<.!:@/]/g, (sign) => (/[-+.!:/#{}()]/.test(sign) ? sign : `\\${sign}`))
      // At the beginning of a line these would make a list or a heading; between words they are left alone.
      // Only signs can be escaped: a backslash before a digit would be shown.
      .replace(/^([-+#])/, '\\$1')
      .replace(/^(\d+)\.(?=\s)/, '$1\\.')
      .replace(/(https?|discord):(?=\/\/)/gi, '$1:\u2060')
      .replace(/@(?=everyone|here)/gi, '@\u2060')
      .replace(/\b(discord\.(?:gg|com)|www)(?=[./])/gi, '$1\u2060')
  )
}
