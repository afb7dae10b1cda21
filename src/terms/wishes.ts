import type { DisplayLimit, Terms } from '../domain/article.ts'

/** The longest wish repeated to people, in characters. */
const longest = 80
/** A limit above this is as good as none, in characters. */
const mostShown = 1_000_000
/** Our name, by which robots tags may speak to us alone. */
const robotName = 'onrecord'

/** The names of uses that a brief by a model is: Cloudflare's content signals, and the AIPREF vocabulary's draft name. */
export const modelUses: ReadonlySet<string> = new Set(['ai-input', 'ai-use'])

/** One thing that a publisher says, as field and value: "Content-Signal" and "ai-input=no". */
interface Wish {
  readonly field: string
  readonly said: string
}

/**
 * What a publisher lets machines do with a page, by lines that name their field: "Content-Signal: ai-input=no",
 * "X-Robots-Tag: noai", "robots: max-snippet:160", "RSL: ai-input is prohibited". The strictest line counts. What is said
 * of training, of mining or of search engines is not about us: a search, by AIPREF's vocabulary, is expressly without
 * summaries. Silence is neither a yes nor a no.
 */
export function termsOf(lines: readonly string[]): Terms {
  const wishes = lines.flatMap(wishesIn)
  const closing = wishes.find(closesToModels)
  const limits = wishes.flatMap((wish) => displayLimit(wish) ?? [])
  const [shown] = limits.toSorted((one, other) => one.most - other.most)
  return {
    ...(closing ? { closedToModels: asWritten(closing) } : {}),
    ...(shown ? { shown } : {}),
  }
}

function wishesIn(line: string): Wish[] {
  const { field = '', said = '' } = /^(?<field>[^:]+):(?<said>.*)$/s.exec(line)?.groups ?? {}
  // Some write directives with spaces or semicolons between them.
  const parts = /robots/i.test(field)
    ? said.split(/[,;]|(?<=[a-z\d])\s+(?=(?:no|max-)[a-z-]+)/i)
    : said.split(/,|;(?=\s*[\w-]+\s*=\s*(?:yes|no|y|n)\b)/i)
  return parts.map((part) => ({ field: field.trim(), said: part.trim() }))
}

function asWritten({ field, said }: Wish): string {
  return `${field}: ${said}`.slice(0, longest)
}

function closesToModels({ field, said }: Wish): boolean {
  switch (field.toLowerCase()) {
    // A dictionary of RFC 9651: a value may have parameters.
    case 'content-usage':
    case 'content-signal': {
      const [name = '', value = ''] = (said.split(';', 1)[0] ?? '')
        .split('=')
        .map((piece) => piece.trim().toLowerCase())
      return modelUses.has(name) && (value === 'n' || value === 'no')
    }
    // A group of robots.txt for a purpose, which disallows the page.
    case 'user-agent':
      return modelUses.has(said.split(';', 1)[0] ?? '')
    case 'x-robots-tag':
    case 'robots': {
      // Who keeps snippets short keeps the page from answers by a model, too: Google's robots meta documentation.
      const directive = directiveFor(said)
      return directive === 'noai' || limitIn(directive) !== undefined
    }
    // The lines of a licence that close a page; see licence.ts.
    case 'rsl':
      return true
    default:
      return false
  }
}

function displayLimit(wish: Wish): DisplayLimit | undefined {
  if (!/^(?:x-robots-tag|robots)$/i.test(wish.field)) return undefined
  const most = limitIn(directiveFor(wish.said))
  return most === undefined ? undefined : { most, said: asWritten(wish) }
}

/**
 * A directive to all robots or to us by name; undefined if it is for others. Several headers are joined with commas, so
 * a robot's name counts for the directive behind it alone.
 */
function directiveFor(said: string): string | undefined {
  const { robot, directive } =
    /^(?:(?!max-)(?<robot>[\w-]+)\s*:\s*)?(?<directive>[\w-]+(?:\s*[:=]\s*-?\d+)?)$/.exec(said.toLowerCase())?.groups ??
    {}
  return robot === undefined || robot === robotName ? directive : undefined
}

/** The characters of a page's text that a directive lets others show; undefined if it sets no limit. */
function limitIn(directive: string | undefined): number | undefined {
  if (directive === 'nosnippet') return 0
  const most = /^max-snippet\s*[:=]\s*(?<most>\d+)$/.exec(directive ?? '')?.groups?.['most']
  return most === undefined ? undefined : Math.min(Number(most), mostShown)
}
