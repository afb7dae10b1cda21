/** What Discord takes: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export const discordLimits = {
  content: 2_000,
  embeds: 10,
  /** Characters of all embeds of a message. */
  characters: 6_000,
  title: 256,
  description: 4_096,
  footer: 2_048,
  customId: 100,
  options: 25,
  optionText: 100,
  threadName: 100,
  /** Of the words of a claim or a summary; no claim that a writer makes is as long. */
  text: 1_500,
  name: 250,
} as const
