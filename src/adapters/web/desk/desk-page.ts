import { html } from 'hono/html'
import {
  type ListedDraft,
  longestEdit,
  type ShownDraftStory,
  type ShownWithDocument,
} from '../../../chat/commands/command-data.ts'
import { type Document, isLine } from '../../../chat/document.ts'
import { plainWords } from '../../../chat/rich-text.ts'
import { detailOf } from '../../../chat/story-lines.ts'
import { type Html, page } from '../pages/frame.ts'
import type { Links } from '../render/claims.ts'
import { renderDocument } from '../render/document.ts'

/** The desk: drafts of editions, to be read, changed and approved before they go out. It works without scripts. */

/** A draft with everything that its page shows. */
export interface DeskDraft {
  readonly draft: ListedDraft
  /** What was decided, and what follows. */
  readonly state: Document
  readonly stories: readonly ShownWithDocument[]
}

/** What became of the form that was sent last. */
export interface DeskNotice {
  readonly isDone: boolean
  readonly lines: Document
  /** The words of an edit that was refused, so that they are not lost. */
  readonly refused?: RefusedEdit | undefined
}

export interface RefusedEdit {
  readonly story: string
  readonly headline: string
  readonly summary: string
}

interface DeskContext {
  /** The address of the desk, without a slash at its end. */
  readonly base: string
  readonly links: Links
  /** The instant from which times are told, ISO 8601. */
  readonly at: string
  readonly notice?: DeskNotice | undefined
}

/** The drafts that wait, or the only one that does. */
export function deskPage(drafts: readonly DeskDraft[], context: DeskContext): Html {
  const { notice } = context
  const said =
    notice && !notice.refused
      ? html`<div class="${notice.isDone ? 'done' : 'alert'}" role="status">${linesOf(notice.lines)}</div>`
      : ''
  if (drafts.length === 0)
    return page(frameOf(context), [html`<h1>Desk</h1>`, said, html`<p>No draft is waiting for you.</p>`])
  return page(frameOf(context), [said, ...drafts.map((draft) => draftSection(draft, context))])
}

/** Only the desk of this computer has the other pages beside it. */
function frameOf({ base }: DeskContext) {
  return { title: 'Desk', at: base === '/desk' ? '/desk' : null }
}

function linesOf(document: Document): Html {
  return html`${document.map((block) => (isLine(block) ? html`<p>${plainWords(block.text)}</p>` : ''))}`
}

function draftSection({ draft, state, stories }: DeskDraft, context: DeskContext): Html {
  const title = state.find((block) => block.kind === 'title')
  const lines = state.flatMap((block) => (block.kind === 'text' ? [plainWords(block.text)] : []))
  return html`<section class="draft" aria-labelledby="draft-${draft.edition}">
    <div class="bar">
      <h1 id="draft-${draft.edition}">${title?.kind === 'title' ? title.text : draft.digest}</h1>
      <p class="detail">${title?.kind === 'title' ? detailOf(title) : ''}</p>
      <p>${lines.at(-1) ?? ''}</p>
      <div class="acts">${decisions(draft, context)}</div>
    </div>
    ${stories.map((story, index) => storyItem(story, { draft, index }, context))}
  </section>`
}

function decisions({ edition, version, decision }: ListedDraft, { base }: DeskContext): Html {
  const act = (value: string, label: string, kind = '') =>
    html`<button name="decision" value="${value}" class="${kind}">${label}</button>`
  return html`<form method="post" action="${base}/${edition}/decide" class="row">
    <input type="hidden" name="version" value="${version}">
    ${decision === 'approved' ? '' : act('approve', 'Approve', 'main')}
    ${act('now', 'Send now')}
    ${decision === 'held' ? '' : act('hold', 'Hold')}
    ${act('skip', 'Skip this edition')}
  </form>`
}

interface Place {
  readonly draft: ListedDraft
  readonly index: number
}

const verdicts = { open: 'Not judged', accepted: 'Accepted', dropped: 'Dropped' } as const

function storyItem(
  { shown, document }: DeskDraft['stories'][number],
  { draft, index }: Place,
  { base, links, at, notice }: DeskContext,
): Html {
  const { verdict, headline, story } = shown
  const doubts = draft.stories.find((each) => each.story === story)?.doubts ?? 0
  const action = `${base}/${draft.edition}/stories/${story}#story-${story}`
  const refused = notice?.refused?.story === story ? notice : undefined
  const body = document.filter((block) => block.kind !== 'title' && !(block.kind === 'note' && block.isForTyping))
  return html`<details id="story-${story}" class="item ${verdict}"${verdict === 'open' || refused ? html` open` : ''}>
    <summary><span class="number">${index + 1}</span> <span class="headline">${headline}</span>
      <span class="pill">${doubts > 0 ? `${doubts} ${doubts === 1 ? 'doubt' : 'doubts'}` : 'Ready'}</span>
      <span class="pill">${verdicts[verdict]}</span></summary>
    ${renderDocument(body, { links, at })}
    <form method="post" action="${action}" class="row">
      <input type="hidden" name="version" value="${shown.version}">
      ${verdict === 'dropped' ? button('reopen', 'Put back') : html`${verdict === 'open' ? button('accept', 'Accept', 'main') : ''}${button('drop', 'Drop')}${index > 0 ? button('up', 'Move up') : ''}${index < draft.stories.length - 1 ? button('down', 'Move down') : ''}`}
    </form>
    ${editForm(shown, action, refused)}
    ${partForms(shown, action)}
  </details>`
}

function button(value: string, label: string, kind = ''): Html {
  return html`<button name="do" value="${value}" class="${kind}">${label}</button>`
}

/** The form in which an editor rewrites a story. */
function editForm({ version, story, ...shown }: ShownDraftStory, action: string, notice: DeskNotice | undefined): Html {
  const { headline, summary } = notice?.refused ?? { headline: shown.headline, summary: shown.summary.join('\n') }
  const problem = notice ? html`<div class="alert" role="alert">${linesOf(notice.lines)}</div>` : ''
  return html`<details class="fold"${notice ? html` open` : ''}><summary>Edit headline and summary</summary>${problem}
    <form method="post" action="${action}">
      <input type="hidden" name="version" value="${version}">
      <label for="headline-${story}">Headline</label>
      <input id="headline-${story}" name="headline" maxlength="${longestEdit.headline}" required value="${headline}">
      <label for="summary-${story}">Summary, one sentence per line</label>
      <textarea id="summary-${story}" name="summary" rows="${Math.max(3, summary.split('\n').length + 1)}" maxlength="${longestEdit.summary}">${summary}</textarea>
      <label class="check"><input type="checkbox" name="vouch" value="yes"> Keep it on my word if the check doesn’t find it, and say so</label>
      <button name="do" value="edit">Check and save</button>
    </form></details>`
}

/** What is left out, to be restored, and what goes out, to be left out. */
function partForms({ version, withheld, cut, parts }: ShownDraftStory, action: string): Html {
  const form = (act: string, label: string, { part, words }: { readonly part: string; readonly words: string }) =>
    html`<li><form method="post" action="${action}" class="row">
      <input type="hidden" name="version" value="${version}"><input type="hidden" name="part" value="${part}">
      <span>${words}</span> <button name="do" value="${act}">${label}</button></form></li>`
  const canReturn = ({ part }: { readonly part: string }) => /^(?:claim|sentence):/.test(part)
  const out = [
    ...withheld.filter(canReturn).map((each) => ({ ...each, label: 'Restore on my word' })),
    ...cut.map((each) => ({ ...each, label: 'Restore' })),
  ]
  return html`${
    out.length > 0
      ? html`<details class="fold"><summary>Restore what is left out</summary><ul class="parts">${out.map(({ part, words, reason, label }) => form('restore', label, { part, words: `${words} (${reason})` }))}</ul></details>`
      : ''
  }${
    parts.length > 0
      ? html`<details class="fold"><summary>Leave something out</summary><ul class="parts">${parts.map((each) => form('cut', 'Leave out', each))}</ul></details>`
      : ''
  }`
}
