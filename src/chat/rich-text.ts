/**
 * Our own text with moments, channels, people and links marked, so that each platform shows them in its readers' terms; a plain string
 * if there are no such parts in it.
 */
export type RichText = string | readonly Segment[]

export type Segment = string | Moment | ChannelLink | PersonLink | WebLink

/** An instant, ISO 8601, and its label for platforms that cannot show it in the reader's own zone. */
export interface Moment {
  readonly at: string
  readonly label: string
}

/** A channel by its platform's id, and its label for use elsewhere. */
export interface ChannelLink {
  readonly channel: string
  readonly label: string
}

/** A person by their platform's id, and what they are called elsewhere. Showing one must not notify them. */
export interface PersonLink {
  readonly person: string
  readonly label: string
}

/** A page of ours, by its address. */
export interface WebLink {
  readonly url: string
  readonly label: string
}

/** Joins text, moments, channels, people, links and other rich text into one rich text. */
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

/** A text in plain words, with moments, channels, people and links replaced by their labels. */
export function plainWords(text: RichText): string {
  return segmentsOf(text)
    .map((segment) => (typeof segment === 'string' ? segment : segment.label))
    .join('')
}
