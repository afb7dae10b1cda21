/**
 * Words of ours in which moments and channels are named, so that a platform can say those as its readers know them. Plain
 * words where there is nothing to name.
 */
export type RichText = string | readonly Segment[]

export type Segment = string | Moment | ChannelLink

/** An instant, ISO 8601, and what it is called where a platform cannot say it in the reader's own zone. */
export interface Moment {
  readonly at: string
  readonly label: string
}

/** A channel, as its platform names it, and what it is called elsewhere. */
export interface ChannelLink {
  readonly channel: string
  readonly label: string
}

/** Puts words together with moments and channels, and with what was put together before. */
export function rich(words: TemplateStringsArray, ...values: readonly (Segment | number | RichText)[]): RichText {
  const segments: Segment[] = []
  const add = (segment: Segment) => {
    const last = segments.at(-1)
    if (typeof segment === 'string' && typeof last === 'string') segments[segments.length - 1] = last + segment
    else if (segment !== '') segments.push(segment)
  }
  add(words[0] ?? '')
  for (const [index, value] of values.entries()) {
    for (const segment of typeof value === 'number' ? [String(value)] : [value].flat()) add(segment)
    add(words[index + 1] ?? '')
  }
  const [first = '', ...others] = segments
  return typeof first === 'string' && others.length === 0 ? first : segments
}

/** The segments of a text, in order. */
export function segmentsOf(text: RichText): readonly Segment[] {
  return typeof text === 'string' ? [text] : text
}

/** A text in words alone: moments and channels as they are called elsewhere. */
export function plainWords(text: RichText): string {
  return segmentsOf(text)
    .map((segment) => (typeof segment === 'string' ? segment : segment.label))
    .join('')
}
