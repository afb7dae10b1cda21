import { list } from '../../lists/list.ts'

export const weekdays = list('monday tuesday wednesday thursday friday saturday sunday')
export const months = list(`
  january february march april may june july august september october november december
`)
export const shortMonths = list('jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.')
export const dayParts = list('morning afternoon evening night noon midday midnight')
/** Words for a day other than its name. */
export const relativeDays = list('today yesterday tomorrow tonight')
/** Periods longer than a day. */
export const periods = list('week weekend month year summer winter spring autumn')
