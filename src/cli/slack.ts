import { readConfig } from '../config.ts'
import { printJson } from './streams.ts'

/** Prints the app as Slack is to be told of it, for the address and prefix of the settings. */
export async function printManifest(): Promise<void> {
  const { ONRECORD_PUBLIC_URL: publicUrl, SLACK_APP_TOKEN: appToken, SLACK_COMMAND_PREFIX: prefix } = readConfig()
  const { slackManifest } = await import('../adapters/slack/manifest.ts')
  printJson(slackManifest({ publicUrl: appToken === null ? publicUrl : null, prefix }))
}
