import { type App, AuthorizationError, LogLevel, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt'
import { failureIn, takeThenAcknowledge } from './receiver.ts'

/** Takes requests over Socket Mode, and acknowledges an event once it has been taken. */
export class SocketReceiver extends SocketModeReceiver {
  constructor({ appToken, slackApiUrl }: { readonly appToken: string; readonly slackApiUrl: string }) {
    super({
      appToken,
      logLevel: LogLevel.ERROR,
      installerOptions: { clientOptions: { slackApiUrl } },
      // Show the failure to anyone waiting. Let Slack resend an event, unless its workspace is not ours.
      processEventErrorHandler: async ({ error, event }) => {
        const isEvent = event.body?.['type'] === 'event_callback'
        const said = failureIn(event.body ?? {})
        if (said) await event.ack(said).catch(() => undefined)
        return said === undefined && (!isEvent || error instanceof AuthorizationError)
      },
    })
  }

  override init(app: App): void {
    const processEvent = async (event: ReceiverEvent) => await takeThenAcknowledge(app, event)
    super.init({ processEvent } as App)
  }
}
