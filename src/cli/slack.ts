import { readConfig } from '../app/config.ts'
import { menu } from '../commands/menu.ts'
import { printJson } from './streams.ts'

/** Prints the Slack app manifest for the address and prefix in the settings. */
export async function printManifest(): Promise<void> {
  const { ONRECORD_PUBLIC_URL: publicUrl, SLACK_APP_TOKEN: appToken, SLACK_COMMAND_PREFIX: prefix } = readConfig()
  const { slackManifest } = await import('../adapters/slack/inbound/manifest.ts')
  if (publicUrl?.startsWith('http:') && appToken === null)
    process.stderr.write('Slack only accepts https addresses, but ONRECORD_PUBLIC_URL starts with http.\n')
  printJson(slackManifest({ publicUrl: appToken === null ? publicUrl : null, prefix, menu }))
}
