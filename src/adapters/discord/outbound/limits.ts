/** Discord's limits, and ours: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export const discordLimits = {
  content: 2_000,
  embeds: 10,
  /** Characters in all embeds of a message. */
  characters: 6_000,
  title: 256,
  url: 2_048,
  description: 4_096,
  footer: 2_048,
  customId: 100,
  /** Rows of buttons and menus in a message, and buttons in a row. */
  rows: 5,
  rowButtons: 5,
  options: 25,
  optionText: 100,
  threadName: 100,
  /** The longest piece of a claim or a summary; longer text continues in the next piece. */
  text: 1_500,
  /** The longest summary. */
  longest: 6_000,
  name: 250,
} as const
