/** The mistakes that a story can be reported for, as readers see them. */
export const mistakeReasons = {
  misattributed: 'Someone else said it',
  altered: 'The quotation has been changed',
  absent: 'It isn’t in the article',
  unanswered: 'A response is missing',
  number: 'A number or a date is wrong',
  headline: 'The headline is wrong',
  slanted: 'It’s slanted',
  other: 'Something else',
} as const
export type MistakeReason = keyof typeof mistakeReasons

/** What became of a report. */
export type ReportState = 'open' | 'accepted' | 'dismissed'
