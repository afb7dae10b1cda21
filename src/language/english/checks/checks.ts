import type { Check } from '../../check.ts'
import { caveatCheck } from './caveats.ts'
import { causeCheck, statusCheck, verbCheck } from './closed-words.ts'
import { conditionCheck } from './conditions.ts'
import { dayCheck } from './facts/days.ts'
import { directionCheck } from './facts/directions.ts'
import { numberCheck } from './facts/numbers.ts'
import { orderCheck } from './facts/order.ts'
import { hedgeCheck, unrealisedCheck } from './hedges.ts'
import { limiterCheck } from './limiters.ts'
import { nameCheck } from './names.ts'
import { negationCheck } from './negations.ts'
import { ownVoiceCheck } from './own-voice.ts'
import { peopleCheck } from './people.ts'
import { quotationCheck } from './quotations.ts'
import { secondHandCheck } from './second-hand.ts'
import { speakerCheck } from './speaker.ts'
import { vocabularyCheck } from './vocabulary.ts'

/** The checks that every sentence must pass, in the order in which their faults are reported. */
export const checks: readonly Check[] = [
  quotationCheck,
  numberCheck,
  dayCheck,
  nameCheck,
  statusCheck,
  verbCheck,
  causeCheck,
  directionCheck,
  speakerCheck,
  peopleCheck,
  ownVoiceCheck,
  negationCheck,
  unrealisedCheck,
  hedgeCheck,
  conditionCheck,
  limiterCheck,
  secondHandCheck,
  caveatCheck,
  orderCheck,
  vocabularyCheck,
]
