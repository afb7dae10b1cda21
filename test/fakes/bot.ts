import type { BotPage } from '../../src/adapters/web/pages/bot.ts'

/** What publishers are told about the bot of a test. */
export const botOfTests: BotPage = {
  userAgent: 'Onrecord/0.1 (+https://news.example/bot; news digests)',
  contact: 'desk@news.example',
  keysAt: '/.well-known/http-message-signatures-directory',
  keepDays: 30,
}
