import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a signed address gives access to: one claim of one story, as one workspace sees it. */
export interface Signed {
  readonly workspace: string
  readonly story: string
  readonly claim: string
}

/** What a signed address of the desk gives: to act as one person in one workspace, until an instant in milliseconds. */
export interface SignedEditor {
  readonly workspace: string
  readonly person: string
  readonly until: number
}

/** Makes a token that only the holder of the secret can make. */
export function sign({ workspace, story, claim }: Signed, secret: string): string {
  return signed('evidence', [workspace, story, claim], secret)
}

/** Makes a token for the desk; it cannot be used as evidence, nor the other way round. */
export function signEditor({ workspace, person, until }: SignedEditor, secret: string): string {
  return signed('desk', [workspace, person, String(until)], secret)
}

/** Reads a token for the desk; undefined if it is not ours, or no longer valid. */
export function unsignEditor(token: string, secret: string, now = Date.now()): SignedEditor | undefined {
  const [workspace = '', person = '', until = ''] = unsigned('desk', token, secret) ?? []
  return person !== '' && Number(until) > now ? { workspace, person, until: Number(until) } : undefined
}

/** Reads a token; undefined if it is not ours. */
export function unsign(token: string, secret: string): Signed | undefined {
  const values = unsigned('evidence', token, secret)
  if (!values) return undefined
  const [workspace = '', story = '', claim = ''] = values
  return { workspace, story, claim }
}

type Purpose = 'evidence' | 'desk'

function signed(purpose: Purpose, values: readonly string[], secret: string): string {
  const subject = Buffer.from(JSON.stringify(values)).toString('base64url')
  return `${subject}.${mac(purpose, subject, secret)}`
}

function unsigned(purpose: Purpose, token: string, secret: string): readonly string[] | undefined {
  const [subject = '', given = ''] = token.split('.', 2)
  const expected = Buffer.from(mac(purpose, subject, secret))
  const actual = Buffer.from(given)
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return undefined
  return JSON.parse(Buffer.from(subject, 'base64url').toString()) as string[]
}

function mac(purpose: Purpose, subject: string, secret: string): string {
  return createHmac('sha256', secret).update(`${purpose}:${subject}`).digest('base64url')
}
