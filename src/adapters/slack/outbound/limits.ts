/** What Slack takes, as documented; and what we plan for. https://docs.slack.dev/reference/block-kit/blocks */
export const slackLimits = {
  blocks: 50,
  header: 150,
  contextElements: 10,
  buttonText: 75,
  buttonValue: 2_000,
  /** Of an address behind a button or a link. */
  url: 3_000,
  /** Of a list to choose from. */
  options: 100,
  optionText: 75,
  optionValue: 150,
  /** Of a message's notification text. */
  fallback: 4_000,
  /** Characters of all blocks of a message; `msg_blocks_too_long` comes, undocumented, from about 12,000. */
  characters: 9_000,
  /** Of a name, headline or line of small print; longer ones are cut. */
  name: 300,
  /** Of one piece of the words of a claim or a summary; what is longer goes on in the next. */
  text: 2_000,
  /** Of all its pieces in one block. */
  longest: 6_000,
} as const
