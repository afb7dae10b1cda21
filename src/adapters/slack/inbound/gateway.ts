import { App, LogLevel, type Receiver } from '@slack/bolt'
import { type WorkspaceId, workspaceId } from '../../../domain/subscription.ts'
import { listenToForms } from '../forms/listen-to-forms.ts'
import { listenToCommands } from './commands.ts'
import { listenToEvents } from './events.ts'
import type { SlackGatewayOptions } from './options.ts'
import { HttpReceiver } from './receiver.ts'
import { SocketReceiver } from './socket-receiver.ts'

/** Receives requests from Slack. */
export interface Gateway {
  /** Answers signed requests over HTTP; null in Socket Mode. */
  readonly http: HttpReceiver | null
  start(): Promise<void>
  stop(): Promise<void>
}

/** Sets up Bolt with everything that people can do in Slack. Requests that need time are stored, then acknowledged. */
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
  const receiver: Receiver = http ?? new SocketReceiver({ appToken: options.appToken ?? '', slackApiUrl })
  const app = new App({
    receiver,
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
  // The receiver catches this error and informs the person who is waiting.
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
