import type { Command, CommandKind } from '../chat/commands/command.ts'
import { correctStory } from './corrections/correct-story.ts'
import { listCorrections } from './corrections/list-corrections.ts'
import { changePart } from './desk/change-part.ts'
import { decideEdition } from './desk/decide-edition.ts'
import { editStory } from './desk/edit-story.ts'
import { judgeStory } from './desk/judge-story.ts'
import { moveStory } from './desk/move-story.ts'
import { showDesk, showDraft } from './desk/show-draft.ts'
import { showRecord } from './desk/show-record.ts'
import { deleteDigest } from './digests/delete-digest.ts'
import { digestNow } from './digests/digest-now.ts'
import { digestStatus } from './digests/digest-status.ts'
import { filterDigest } from './digests/filter-digest.ts'
import { listDigests } from './digests/list-digests.ts'
import { nameManager } from './digests/name-manager.ts'
import { pauseDigest } from './digests/pause-digest.ts'
import { previewDigest } from './digests/preview-digest.ts'
import { resumeDigest } from './digests/resume-digest.ts'
import { setPolicy } from './digests/set-policy.ts'
import { shareStory } from './digests/share-story.ts'
import { explainDigests } from './editions/explain-digests.ts'
import { explainEdition } from './editions/explain-edition.ts'
import { exportEdition } from './editions/export-edition.ts'
import { listEditions } from './editions/list-editions.ts'
import { addFeed } from './feeds/add-feed.ts'
import { exportFeeds } from './feeds/export-feeds.ts'
import { importFeeds } from './feeds/import-feeds.ts'
import { listFeeds } from './feeds/list-feeds.ts'
import { removeFeed } from './feeds/remove-feed.ts'
import { startFeeds } from './feeds/start-feeds.ts'
import { testFeed } from './feeds/test-feed.ts'
import { help } from './help.ts'
import { allowModel } from './model/allow-model.ts'
import { showUsage } from './model/show-usage.ts'
import { listReports } from './reports/list-reports.ts'
import { reportMistake } from './reports/report-mistake.ts'
import { settleReport } from './reports/settle-report.ts'
import { scheduleDigest } from './schedule/schedule-digest.ts'
import type { CommandSpec } from './spec.ts'
import { explainStory } from './stories/explain-story.ts'
import { exportClaims } from './stories/export-claims.ts'
import { forgetSpeaker } from './stories/forget-speaker.ts'
import { showAnswer } from './stories/show-answer.ts'
import { showClaims } from './stories/show-claims.ts'
import { showEvidence } from './stories/show-evidence.ts'
import { showStory } from './stories/show-story.ts'
import { summarize } from './stories/summarize.ts'
import { withdrawStory } from './stories/withdraw-story.ts'

/** Every command by its kind, in the order in which help and menus list them. */
export const registry: { readonly [Kind in CommandKind]: CommandSpec<Kind> } = {
  summarize,
  'show-claims': showClaims,
  'start-feeds': startFeeds,
  'add-feed': addFeed,
  'test-feed': testFeed,
  'list-feeds': listFeeds,
  'import-feeds': importFeeds,
  'export-feeds': exportFeeds,
  'remove-feed': removeFeed,
  'digest-now': digestNow,
  'preview-digest': previewDigest,
  'share-story': shareStory,
  'schedule-digest': scheduleDigest,
  'filter-digest': filterDigest,
  'set-policy': setPolicy,
  'pause-digest': pauseDigest,
  'resume-digest': resumeDigest,
  'delete-digest': deleteDigest,
  'name-manager': nameManager,
  'list-digests': listDigests,
  'digest-status': digestStatus,
  'show-desk': showDesk,
  'show-draft': showDraft,
  'judge-story': judgeStory,
  'move-story': moveStory,
  'edit-story': editStory,
  'change-part': changePart,
  'decide-edition': decideEdition,
  'show-record': showRecord,
  'list-reports': listReports,
  'settle-report': settleReport,
  'list-corrections': listCorrections,
  'show-usage': showUsage,
  'allow-model': allowModel,
  'list-editions': listEditions,
  'export-edition': exportEdition,
  'explain-edition': explainEdition,
  'explain-digests': explainDigests,
  'show-story': showStory,
  'explain-story': explainStory,
  'show-evidence': showEvidence,
  'show-answer': showAnswer,
  'report-mistake': reportMistake,
  'correct-story': correctStory,
  'export-claims': exportClaims,
  'forget-speaker': forgetSpeaker,
  'withdraw-story': withdrawStory,
  help,
}

/** The spec of a command's kind. */
export function specOf<Kind extends CommandKind>(command: Command<Kind>): CommandSpec<Kind> {
  return registry[command.kind]
}
