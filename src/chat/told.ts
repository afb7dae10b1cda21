/** Words of ours in which moments and channels are named, so that a platform can say those as its readers know them. */
export interface Told {
  readonly text: string
  /** In the order of the text. */
  readonly marks?: readonly Mark[]
}

/** An instant, ISO 8601, and what it is called where a platform cannot say it in the reader's own zone. */
export interface Moment {
  readonly at: string
  readonly label: string
}

/** A channel, as its platform names it, and what it is called elsewhere. */
export interface Place {
  readonly channel: string
  readonly label: string
}

/** A moment or a channel in a text, from a UTF-16 offset on. */
export type Mark = (Moment | Place) & { readonly start: number }

/** Puts words together with moments and channels, and with what was put together before. */
export function told(
  words: TemplateStringsArray,
  ...values: readonly (string | number | Moment | Place | Told)[]
): Told {
  let text = words[0] ?? ''
  const marks: Mark[] = []
  for (const [index, value] of values.entries()) {
    const start = text.length
    if (typeof value !== 'object') text += String(value)
    else if ('label' in value) {
      marks.push({ ...value, start })
      text += value.label
    } else {
      marks.push(...(value.marks ?? []).map((mark) => ({ ...mark, start: start + mark.start })))
      text += value.text
    }
    text += words[index + 1] ?? ''
  }
  return marks.length > 0 ? { text, marks } : { text }
}

/** The words between marks, and what is marked. */
export function piecesOfTold({ text, marks = [] }: Told): (string | Moment | Place)[] {
  const pieces: (string | Moment | Place)[] = []
  let end = 0
  for (const mark of marks) {
    pieces.push(text.slice(end, mark.start), mark)
    end = mark.start + mark.label.length
  }
  return [...pieces, text.slice(end)].filter((piece) => piece !== '')
}
