/** Slack's documented limits, and lower ones of ours: https://docs.slack.dev/reference/block-kit/blocks */
export const slackLimits = {
  blocks: 50,
  header: 150,
  contextElements: 10,
  buttonText: 75,
  buttonValue: 2_000,
  /** The longest address of a button or a link. */
  url: 3_000,
  /** The most options in a list. */
  options: 100,
  optionText: 75,
  optionValue: 150,
  /** The longest notification text of a message. */
  fallback: 4_000,
  /** Characters of text in all blocks of a message; Slack's undocumented `msg_blocks_too_long` starts at about 12,000. */
  characters: 9_000,
  /** Characters in the addresses of a message's links, which readers do not see. */
  addresses: 12_000,
  /** The longest rich text; longer ones are several, so that a message can be split between them. */
  block: 3_000,
  /** Options of an overflow menu. */
  overflow: 5,
  /** The longest name, headline or line of small print; longer ones are cut. */
  name: 300,
  /** The longest piece of a claim or a summary; longer text continues in the next piece. */
  text: 2_000,
  /** The longest text of all such pieces in one block. */
  longest: 6_000,
} as const
