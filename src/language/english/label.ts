import type { LabelWords } from '../lists/label.ts'

/** The label on what a machine wrote, in English. */
export const label: LabelWords = {
  byRules: (version) => `Written without AI (rules v${version})`,
  byModel: (model) => `Written by AI (${model})`,
  someByRules: (count, total) => `${count} of ${total} stories without AI`,
  checked: (byline, articles) =>
    `${byline}, checked against the ${articles === 'one' ? 'article' : 'articles'}. Check before you publish.`,
  approved: (byline) => `An editor reviewed and approved this digest. ${byline}.`,
  lapsed: 'Nobody approved this digest in time, so it has only stories without doubts or that an editor accepted.',
}
