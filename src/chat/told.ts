/** Words of ours in which moments are named, so that a platform can say those in the zone of whoever reads them. */
export interface Told {
  readonly text: string
  /** In the order of the text. */
  readonly moments?: readonly NamedMoment[]
}

/** An instant, ISO 8601, and what it is called where a platform cannot say it in the reader's own zone. */
export interface Moment {
  readonly at: string
  readonly label: string
}

/** A moment in a text, from a UTF-16 offset on. */
export interface NamedMoment extends Moment {
  readonly start: number
}

/** Puts words together with moments, and with what was put together before. */
export function told(words: TemplateStringsArray, ...values: readonly (string | number | Moment | Told)[]): Told {
  let text = words[0] ?? ''
  const moments: NamedMoment[] = []
  for (const [index, value] of values.entries()) {
    const start = text.length
    if (typeof value !== 'object') text += String(value)
    else if ('at' in value) {
      moments.push({ ...value, start })
      text += value.label
    } else {
      moments.push(...(value.moments ?? []).map((moment) => ({ ...moment, start: start + moment.start })))
      text += value.text
    }
    text += words[index + 1] ?? ''
  }
  return moments.length > 0 ? { text, moments } : { text }
}

/** The words between moments, and the moments. */
export function piecesOfTold({ text, moments = [] }: Told): (string | Moment)[] {
  const pieces: (string | Moment)[] = []
  let end = 0
  for (const moment of moments) {
    pieces.push(text.slice(end, moment.start), moment)
    end = moment.start + moment.label.length
  }
  return [...pieces, text.slice(end)].filter((piece) => piece !== '')
}
