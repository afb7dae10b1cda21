import { commandNames } from '../../../chat/commands/command.ts'
import type { Menu, MenuEntry } from '../../../chat/commands/menu.ts'

/** The reason for each permission; the docs take their list from here. */
export const scopes = {
  commands: 'slash commands, shortcuts and forms',
  'chat:write': 'post digests in channels that the app was invited to',
  'app_mentions:read': 'answer when someone mentions the app with a link',
  'channels:read': 'know who created a public channel and can therefore set up its digest',
  'groups:read':
    'the same in private channels that the app was invited to, and who is in them: nobody else sees their digests',
  'channels:history': 'check whether a post went out when Slack’s reply was lost, so that it’s never sent twice',
  'groups:history': 'the same in private channels',
  'im:history': 'answer what people write to the app in its own messages',
  'im:write': 'tell the owner of a digest privately why it could not be posted',
  'files:read': 'read a list of feeds that someone uploads in our own form',
  'usergroups:read': 'know who is in the group that approves a digest',
  'users:read': 'know who is a workspace admin and can change settings',
} as const

/** The longest usage hint, in characters; a longer one is cut to its verb. */
const longestHint = 40

export interface ManifestOptions {
  /** Our public address; null for Socket Mode. */
  readonly publicUrl: string | null
  /** Put before command names, which all apps in a workspace share: "news-". */
  readonly prefix: string
  readonly menu: Menu
}

/** The app's manifest: paste it under “Create an app from a manifest”. */
export function slackManifest({ publicUrl, prefix, menu }: ManifestOptions) {
  const url = publicUrl === null ? {} : { url: `${publicUrl}/slack/events` }
  const requests = publicUrl === null ? {} : { request_url: `${publicUrl}/slack/events` }
  return {
    display_information: {
      name: 'Onrecord',
      description: 'News digests that keep what happened apart from what people say happened',
      background_color: '#1f2933',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Onrecord', always_online: false },
      shortcuts: [
        {
          name: 'Summarize links',
          type: 'message',
          callback_id: 'summarize-links',
          description: 'Who says what in this message’s links',
        },
        {
          name: 'Summarize an article',
          type: 'global',
          callback_id: 'summarize-any',
          description: 'From a link, or from pasted text',
        },
      ],
      slash_commands: commandNames.map((name) => ({
        command: `/${prefix}${name}`,
        description: menu[name].says,
        usage_hint: hintOf(menu[name]),
        // Only this command needs people as ids; addresses need no marks.
        should_escape: name === 'digest',
        ...url,
      })),
    },
    oauth_config: {
      ...(publicUrl === null ? {} : { redirect_urls: [`${publicUrl}/slack/oauth`] }),
      scopes: { bot: Object.keys(scopes) },
    },
    settings: {
      event_subscriptions: {
        ...requests,
        bot_events: ['app_home_opened', 'app_mention', 'message.im', 'app_uninstalled', 'tokens_revoked'],
      },
      interactivity: {
        is_enabled: true,
        ...requests,
        ...(publicUrl === null ? {} : { message_menu_options_url: `${publicUrl}/slack/events` }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: publicUrl === null,
      token_rotation_enabled: false,
    },
  }
}

/** The usage hint of a command: its verbs, each with its arguments unless those are too long. */
function hintOf({ ways }: MenuEntry): string {
  return ways
    .flatMap(({ read, names: [name], usage }) => (read ? [usage.length > longestHint ? (name ?? usage) : usage] : []))
    .join(' | ')
}
