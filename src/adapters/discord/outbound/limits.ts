/** What Discord takes: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export const discordLimits = {
  content: 2_000,
  embeds: 10,
  /** Characters of all embeds of a message. */
  characters: 6_000,
  title: 256,
  url: 2_048,
  description: 4_096,
  footer: 2_048,
  customId: 100,
  options: 25,
  optionText: 100,
  threadName: 100,
  /** Of one piece of the words of a claim or a summary; what is longer goes on in the next. */
  text: 1_500,
  /** Of all the words of a summary. */
  longest: 6_000,
  name: 250,
} as const
