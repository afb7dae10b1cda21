import { App, AuthorizationError, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt'
import { type WorkspaceId, workspaceId } from '../../../domain/subscription.ts'
import { listenToForms } from '../forms/listen-to-forms.ts'
import { listenToCommands } from './commands.ts'
import { listenToEvents } from './events.ts'
import type { SlackGatewayOptions } from './options.ts'
import { failureIn, HttpReceiver } from './receiver.ts'

/** What takes requests from Slack. */
export interface Gateway {
  /** What answers signed requests over HTTP; null in Socket Mode. */
  readonly http: HttpReceiver | null
  start(): Promise<void>
  stop(): Promise<void>
}

/** Bolt, with everything that people can do in Slack; requests that need time are kept and acknowledged. */
export function createSlackGateway(options: SlackGatewayOptions): Gateway {
  const http =
    options.appToken === null && options.signingSecret !== null
      ? new HttpReceiver({
          signingSecret: options.signingSecret,
          firstSight: async (id) => await options.inbox.firstSight(id),
          now: () => options.now() / 1_000,
        })
      : null
  const slackApiUrl = `${options.apiUrl.replace(/\/+$/, '')}/`
  const receiver: Receiver =
    http ??
    new SocketModeReceiver({
      appToken: options.appToken ?? '',
      logLevel: LogLevel.ERROR,
      installerOptions: { clientOptions: { slackApiUrl } },
      // Whoever waits is told; of an event Slack is to tell us again, but of a workspace that is not ours.
      processEventErrorHandler: async ({ error, event }) => {
        const isEvent = event.body?.['type'] === 'event_callback'
        const said = failureIn(event.body ?? {})
        if (said) await event.ack(said).catch(() => undefined)
        return said === undefined && (!isEvent || error instanceof AuthorizationError)
      },
    })
  const app = new App({
    receiver,
    // An event is acknowledged when it is kept, and not before.
    processBeforeResponse: true,
    logLevel: LogLevel.ERROR,
    clientOptions: {
      slackApiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
    authorize: async ({ teamId }) => {
      const botToken = await options.installations.token(slackWorkspaceId(teamId ?? ''))
      if (botToken === undefined) throw new Error('the app is not installed in this workspace')
      return { botToken, teamId: teamId ?? '' }
    },
  })
  // What is thrown on reaches the receiver, which tells whoever waits.
  app.error(async (error) => {
    options.log.warn('slack-request-failed', { reason: error.message })
    throw error
  })
  listenToCommands(app, options)
  listenToForms(app, options)
  listenToEvents(app, options)
  return {
    http,
    start: async () => void (await app.start()),
    stop: async () => void (await app.stop()),
  }
}

export function slackWorkspaceId(team: string): WorkspaceId {
  return workspaceId(`slack:${team}`)
}
