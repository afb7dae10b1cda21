import { createHmac } from 'node:crypto'

/** The headers with which Slack signs a request; `at` is in seconds since 1970. */
export function slackSignature(
  body: string,
  secret: string,
  at = Math.floor(Date.now() / 1_000),
): Readonly<Record<string, string>> {
  const mac = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${mac}` }
}
