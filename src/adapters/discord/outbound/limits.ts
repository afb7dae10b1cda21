/**
 * Discord's limits, and ours: https://docs.discord.com/developers/components/reference. The limit in bytes is not
 * documented: beyond 10,170 bytes of UTF-8 in all texts, and twelve for each of them, Discord answers with 500, so that
 * nobody knows if the message was posted. Measured by others in August 2026: discord/discord-api-docs, issue 8554.
 */
export const discordLimits = {
  /** Components of a message, those inside others included. */
  components: 40,
  /** Characters in all texts of a message. */
  characters: 4_000,
  bytes: 10_000,
  bytesPerText: 12,
  /** The longest text of a story in one message, in characters and in bytes. */
  storyText: 3_700,
  storyBytes: 9_500,
  /** Components kept free in an answer: a row to turn its pages, and the buttons of its last page. */
  turning: 10,
  customId: 100,
  /** The longest address of a button. */
  url: 512,
  rowButtons: 5,
  options: 25,
  optionText: 100,
  threadName: 100,
  /** The longest piece of a claim or a summary; longer text continues in the next piece. */
  text: 1_500,
  name: 250,
} as const
