import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Installations, Log, PublicRoute } from '../../../ports.ts'
import { slackError } from '../outbound/answers.ts'
import { slackClient } from '../platform.ts'
import { slackWorkspaceId } from './gateway.ts'
import { scopes } from './manifest.ts'
import type { HttpReceiver } from './receiver.ts'

/** The largest request that is read, in bytes. */
const largest = 1_000_000
/** How long an installation may take, in milliseconds. */
const stateMs = 10 * 60_000

export interface OauthOptions {
  readonly clientId: string
  readonly clientSecret: string
  readonly publicUrl: string
  /** Signs the state that goes through the installer's browser. */
  readonly secret: string
  readonly apiUrl: string
  readonly authorizeUrl: string
  readonly installations: Installations
  readonly log: Log
}

/** The route for Slack's signed requests. */
export function eventsRoute(receiver: HttpReceiver): PublicRoute {
  return {
    path: '/slack/events',
    largest,
    async answer(request) {
      if (request.method !== 'POST') return new Response('POST only', { status: 405 })
      const body = await request.text()
      const { status, type, body: text } = await receiver.answer({ headers: request.headers, body })
      return new Response(text, { status, headers: { 'content-type': type } })
    },
  }
}

/** Routes for installing the app in other workspaces: https://docs.slack.dev/authentication/installing-with-oauth */
export function oauthRoutes(options: OauthOptions): PublicRoute[] {
  const redirect = `${options.publicUrl}/slack/oauth`
  return [
    {
      path: '/slack/install',
      async answer() {
        const state = makeState(options.secret)
        const url = new URL(options.authorizeUrl)
        url.searchParams.set('client_id', options.clientId)
        url.searchParams.set('scope', Object.keys(scopes).join(','))
        url.searchParams.set('redirect_uri', redirect)
        url.searchParams.set('state', state)
        const cookie = `onrecord_state=${state}; Path=/slack; Max-Age=${stateMs / 1_000}; HttpOnly; Secure; SameSite=Lax`
        return new Response(null, { status: 302, headers: { location: url.href, 'set-cookie': cookie } })
      },
    },
    { path: '/slack/oauth', answer: async (request) => await finish(request, redirect, options) },
  ]
}

async function finish(request: Request, redirect: string, options: OauthOptions): Promise<Response> {
  const { searchParams } = new URL(request.url)
  // The state must be ours, recent, and from this browser, so that nobody is led into another person's installation.
  if (!isOfThisBrowser(request, options.secret))
    return page(400, 'This installation was started elsewhere or too long ago. Start again at /slack/install')
  if (searchParams.get('error')) return page(200, 'The installation was cancelled.')
  try {
    return (await install(searchParams.get('code') ?? '', redirect, options))
      ? page(
          200,
          'Onrecord is installed. Invite it to a channel with /invite @Onrecord, then add a feed with /feeds add.',
        )
      : page(502, 'Slack didn’t give a token. Start again at /slack/install')
  } catch (error) {
    options.log.warn('slack-install-failed', { reason: slackError(error) || 'no answer' })
    return page(502, 'Slack didn’t finish the installation. Start again at /slack/install')
  }
}

function isOfThisBrowser(request: Request, secret: string): boolean {
  const state = new URL(request.url).searchParams.get('state') ?? ''
  const [, kept = ''] = /(?:^|; )onrecord_state=([^;]+)/.exec(request.headers.get('cookie') ?? '') ?? []
  return state !== '' && state === kept && isState(state, secret)
}

/** Saves the token of a workspace; returns false if Slack gives none. */
async function install(code: string, redirect: string, options: OauthOptions): Promise<boolean> {
  const grant = await slackClient(undefined, options.apiUrl).oauth.v2.access({
    client_id: options.clientId,
    client_secret: options.clientSecret,
    code,
    redirect_uri: redirect,
  })
  if (!grant.access_token || !grant.team?.id) return false
  await options.installations.save(
    { id: slackWorkspaceId(grant.team.id), kind: 'slack', name: grant.team.name ?? grant.team.id },
    { token: grant.access_token, installer: grant.authed_user?.id ?? null },
  )
  options.log.info('slack-installed', { team: grant.team.id })
  return true
}

/** "time.random.signature" */
function makeState(secret: string): string {
  const subject = `${Date.now()}.${randomBytes(12).toString('base64url')}`
  return `${subject}.${mac(subject, secret)}`
}

function isState(state: string, secret: string): boolean {
  const [time = '', random = '', signature = ''] = state.split('.')
  const expected = Buffer.from(mac(`${time}.${random}`, secret))
  const given = Buffer.from(signature)
  const age = Date.now() - Number(time)
  return given.length === expected.length && timingSafeEqual(given, expected) && age >= 0 && age < stateMs
}

function mac(subject: string, secret: string): string {
  return createHmac('sha256', secret).update(`slack state:${subject}`).digest('base64url')
}

function page(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
