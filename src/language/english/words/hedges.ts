import { list } from '../../lists/list.ts'

/** Words that leave open whether something is true. */
export const hedges = list(`
  may might could alleged allegedly reportedly apparently possibly possible perhaps probably likely unlikely suspected appeared appear
  appears seemed seem seems unconfirmed potential potentially purported purportedly believed thought suggests suggested suspects
  estimated provisional preliminary presumed supposed maybe
`)

/** Words of doubt or question; nothing in their scope is stated as fact. */
export const doubting =
  /\b(?:whether|if|declin\w+|refus\w+|would not|wouldn’t|wouldn't|did not (?:say|answer|comment)|could not say|unclear|unknown|not known|asked|asks|asking|questions?|questioned|investigat\w+|examin\w+|consider\w*|decid\w+|look(?:ing)? into|possib\w+|doubt\w*|(?:establish|determin)\w*(?= (?:whether|if|how|why|who|what|when|where)\b)|(?:not|to) (?:been )?(?:establish|determin)\w*|unanswered|silent|wonder\w*|inquir\w+|check\w*|find out|no comment|not (?:been )?(?:able|in a position))\b/i
