import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a signed address gives access to: one claim of one story, as one workspace sees it. */
export interface Signed {
  readonly workspace: string
  readonly story: string
  readonly claim: string
}

/** Makes a token that only the holder of the secret can make. */
export function sign({ workspace, story, claim }: Signed, secret: string): string {
  const subject = Buffer.from(JSON.stringify([workspace, story, claim])).toString('base64url')
  return `${subject}.${mac(subject, secret)}`
}

/** Reads a token; undefined if it is not ours. */
export function unsign(token: string, secret: string): Signed | undefined {
  const [subject = '', given = ''] = token.split('.', 2)
  const expected = Buffer.from(mac(subject, secret))
  const actual = Buffer.from(given)
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return undefined
  const [workspace = '', story = '', claim = ''] = JSON.parse(Buffer.from(subject, 'base64url').toString()) as string[]
  return { workspace, story, claim }
}

function mac(subject: string, secret: string): string {
  return createHmac('sha256', secret).update(`evidence:${subject}`).digest('base64url')
}
