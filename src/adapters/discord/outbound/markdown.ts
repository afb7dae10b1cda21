import { cutTo, inLine, plain, safeUrl } from '../../../chat/plain.ts'
import type { Moment, RichText } from '../../../chat/rich-text.ts'
import { discordLimits } from './limits.ts'

/**
 * Words that are not ours, as Discord shows them letter for letter: every sign that could mark, mention or link is
 * escaped, and an address is broken so that Discord makes no link of it.
 */
export function words(text: string, most: number = discordLimits.text): string {
  return escape(cutTo(plain(text), most))
}

export function name(text: string): string {
  return words(text, discordLimits.name)
}

/** Words of ours, with their moments in the zone of whoever reads them, and channels to go to. */
export function richWords(text: RichText): string {
  if (typeof text === 'string') return name(text)
  return text
    .map((segment) => {
      if (typeof segment === 'string') return escape(inLine(segment))
      if ('at' in segment) return instant(segment)
      return /^\d+$/.test(segment.channel) ? `<#${segment.channel}>` : name(segment.label)
    })
    .join('')
}

/** An instant as Discord shows it in the zone of whoever reads it. */
export function instant({ at }: Moment): string {
  return `<t:${Math.floor(Date.parse(at) / 1_000)}:f>`
}

/** Words that lead to an address of the article's own outlet or of ours; plain words where they may not. */
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
      // What begins a line would make a list or a heading of it; a sign between words is left alone.
      .replace(/^([-+#]|\d+\.)/, '\\$1')
      .replace(/(https?|discord):(?=\/\/)/gi, '$1:\u2060')
      .replace(/@(?=everyone|here)/gi, '@\u2060')
      .replace(/\b(discord\.(?:gg|com)|www)(?=[./])/gi, '$1\u2060')
  )
}
