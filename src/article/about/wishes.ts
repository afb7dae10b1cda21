/** The longest wish repeated to people, in characters. */
const longest = 80
/** Our name, by which robots tags may speak to us alone. */
const robotName = 'onrecord'

/** The names of uses that a brief by a model is: Cloudflare's content signals, and the AIPREF vocabulary's draft name. */
const uses = new Set(['ai-input', 'ai-use'])

/**
 * The first of these lines that keeps a page from models, shortened; undefined if none does. Lines name their field:
 * "Content-Signal: ai-input=no", "X-Robots-Tag: noai", "robots: noai". What they say of training or of search engines is
 * not about us: a search, by AIPREF's vocabulary, is expressly without summaries. Silence is neither a yes nor a no.
 */
export function whatClosesToModels(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const { field = '', said = '' } = /^(?<field>[^:]+):(?<said>.*)$/s.exec(line)?.groups ?? {}
    const closing = said.split(',').find((part) => closes(field.trim().toLowerCase(), part.trim().toLowerCase()))
    if (closing !== undefined) return `${field.trim()}: ${closing.trim()}`.slice(0, longest)
  }
  return undefined
}

function closes(field: string, part: string): boolean {
  switch (field) {
    // A dictionary of RFC 9651: a value may have parameters.
    case 'content-usage':
    case 'content-signal': {
      const [name = '', value = ''] = (part.split(';', 1)[0] ?? '').split('=').map((piece) => piece.trim())
      return uses.has(name) && (value === 'n' || value === 'no')
    }
    case 'x-robots-tag':
    case 'robots': {
      // Several headers are joined with commas, so a robot's name counts for the directive behind it alone.
      const { robot, directive } = /^(?:(?<robot>[\w-]+)\s*:\s*)?(?<directive>[\w-]+)$/.exec(part)?.groups ?? {}
      return directive === 'noai' && (robot === undefined || robot === robotName)
    }
    default:
      return false
  }
}
