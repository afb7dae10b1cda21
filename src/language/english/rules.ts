import type { NamedRule } from '../rule.ts'
import { accordingReports } from './reports/according-to.ts'
import { unasserted } from './reports/assertion.ts'
import { contentKinds } from './reports/back-content.ts'
import { contentEnds } from './reports/content-ends.ts'
import { cueGuards, participleGuards, senseGuards } from './reports/cues/cues.ts'
import { denials } from './reports/denials.ts'
import { doubts } from './reports/doubts.ts'
import { reportKinds } from './reports/find-reports.ts'
import { silenceVerbs } from './reports/silences.ts'
import { sources } from './reports/sources.ts'
import { passiveReports, verbReports } from './reports/verb-reports.ts'
import { viewReports } from './reports/view-reports.ts'
import { pronounDoubts } from './speakers/certainty.ts'
import { descriptionDoubts } from './speakers/descriptions.ts'
import { mentionKinds } from './speakers/mention-kinds.ts'
import { bodyDoubts } from './speakers/pronouns.ts'
import { addresseeEnds } from './syntax/addressees.ts'
import { adjuncts } from './syntax/adjuncts.ts'
import { phraseEnds } from './syntax/noun-phrases.ts'
import { chunkStarts } from './syntax/subjects.ts'

/** All the English rules, grouped by the question they answer. The rules in a list run in order. */
export const englishRules: Readonly<Record<string, readonly NamedRule[]>> = {
  'What reports speech': reportKinds,
  'By “according to”': accordingReports,
  'By a verb of saying': verbReports,
  'Without a verb of saying': viewReports,
  'By a verb of saying in the passive': passiveReports,
  'By silence': silenceVerbs,
  'Which words are no verbs of saying': [...cueGuards, ...participleGuards, ...senseGuards],
  'Who speaks': sources,
  'What a verb takes': contentKinds,
  'Where what was said ends': contentEnds,
  'Where a noun phrase ends': phraseEnds,
  'Where a subject begins': chunkStarts,
  'What stands between a verb and what was said': adjuncts,
  'Whom it was told': addresseeEnds,
  'What is not asserted': unasserted,
  'What denies something by what it says': denials,
  'Whom a mention means': mentionKinds,
  'Why a report is doubted': doubts,
  'Why a pronoun is doubted': [...pronounDoubts, ...bodyDoubts],
  'Why a description is doubted': descriptionDoubts,
}
