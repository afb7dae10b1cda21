import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { decisionVerbs, storyVerbs } from '../../../chat/actions.ts'
import type { Command, CommandKind } from '../../../chat/commands/command.ts'
import { storyCommand as pressedStory } from '../../../chat/commands/pressed.ts'
import type { Reply } from '../../../chat/commands/reply.ts'
import type { Links } from '../render/claims.ts'
import { type DeskDraft, type DeskNotice, deskPage, type RefusedEdit } from './desk-page.ts'

/** The largest form that is read, in bytes. */
const largestForm = 50_000

/** Answers commands as one editor. */
type Answering = <Kind extends CommandKind>(command: Command<Kind>) => Promise<Reply<Kind>>

export interface DeskSite {
  /** The path of the desk, which may have parameters: "/desk/:token". */
  readonly path: string
  readonly links: Links
  /** Who the visitor is, by what the address says; undefined if it says nothing that holds. */
  editor(context: Context): { readonly base: string; readonly answer: Answering } | undefined
  notFound(context: Context): Promise<Response>
}

/** Adds the desk to a site. GET requests change nothing but the record of what was shown. */
export function addDesk(site: Hono, { path, links, editor, notFound }: DeskSite): void {
  const show = async (context: Context, notice?: DeskNotice) => {
    const visitor = editor(context)
    if (!visitor) return await notFound(context)
    const drafts = await draftsFor(visitor.answer)
    const status = notice && !notice.isDone ? 422 : 200
    return context.html(
      await deskPage(drafts, { base: visitor.base, links, at: new Date().toISOString(), notice }),
      status,
    )
  }
  site.use(`${path}/*`, bodyLimit({ maxSize: largestForm }))
  site.get(path, async (context) => await show(context))
  // The address of a form that was sent, when the page is loaded again.
  for (const form of ['decide', 'stories/:story'])
    site.get(`${path}/:edition/${form}`, async (context) => {
      const visitor = editor(context)
      return visitor ? context.redirect(visitor.base) : await notFound(context)
    })
  site.post(`${path}/:edition/decide`, async (context) => {
    const visitor = editor(context)
    const form = await context.req.parseBody()
    const decision = decisionVerbs.find((each) => each === form['decision'])
    if (!visitor || !decision) return await notFound(context)
    const edition = context.req.param('edition')
    const reply = await visitor.answer({
      kind: 'decide-edition',
      edition,
      version: numberIn(form['version']),
      decision,
    })
    return await show(context, noticeOf(reply))
  })
  site.post(`${path}/:edition/stories/:story`, async (context) => {
    const visitor = editor(context)
    const form = await context.req.parseBody()
    const command = storyCommand(form, { edition: context.req.param('edition'), story: context.req.param('story') })
    if (!visitor || !command) return await notFound(context)
    const reply = await visitor.answer(command)
    const refused = !reply.done && command.kind === 'edit-story' ? wordsIn(command) : undefined
    return await show(context, { ...noticeOf(reply), refused })
  })
}

/** All drafts of an editor, each with all of its stories; one that cannot be shown whole is not shown at all. */
async function draftsFor(answer: Answering): Promise<DeskDraft[]> {
  const desk = await answer({ kind: 'show-desk' })
  if (!desk.done) return []
  const drafts: DeskDraft[] = []
  for (const { edition } of desk.data.drafts) {
    const whole = await answer({ kind: 'show-draft', edition, story: null, all: true })
    if (whole.done && 'draft' in whole.data && whole.data.stories)
      drafts.push({ draft: whole.data.draft, state: whole.document, stories: whole.data.stories })
  }
  return drafts
}

type Form = Readonly<Record<string, unknown>>

/** The command that a story's form asks for; undefined if it asks for none. */
function storyCommand(
  form: Form,
  of: { readonly edition: string; readonly story: string },
): Command<'judge-story' | 'move-story' | 'edit-story' | 'change-part'> | undefined {
  const given = { ...of, version: numberIn(form['version']) }
  const verb = storyVerbs.find((each) => each === form['do'])
  if (!verb) return undefined
  if (verb !== 'edit') return pressedStory(verb, given, textIn(form['part']))
  const [headline, summary] = [textIn(form['headline']), textIn(form['summary'])]
  return { kind: 'edit-story', ...given, headline, summary, vouch: form['vouch'] === 'yes' }
}

function wordsIn({ story, headline, summary }: Command<'edit-story'>): RefusedEdit {
  return { story, headline: headline ?? '', summary: summary ?? '' }
}

function noticeOf({ done, document }: Reply): DeskNotice {
  return { isDone: done, lines: document }
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A version in a form; one that cannot be read is no version that anybody saw. */
function numberIn(value: unknown): number {
  return /^\d{1,9}$/.test(textIn(value)) ? Number(value) : -1
}
