import type { Reply } from '../../chat/commands/reply.ts'
import { counted } from '../../digest/times.ts'
import { storyId } from '../../domain/story.ts'
import { amendPosts, rerenderEdition } from '../../publishing/corrections/amend-posts.ts'
import { takenBack } from '../../publishing/withdrawn.ts'
import type { CommandContext } from '../context.ts'
import { mayChangeAll } from '../permissions.ts'
import { refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** Withdraws a story from messages that are posted or about to be, and from anything this workspace sees later. */
export const withdrawStory: CommandSpec<'withdraw-story'> = {
  // A story may be withdrawn by anyone who may change every digest that posted it.
  permission: async ({ story }, scope, context) => await mayChangeAll(storyId(story), scope, context),
  handle: async ({ story }, context) => await takeBack(story, context),
}

/** Withdraws a story; the asker's permission has been checked. */
export async function takeBack(story: string, { asker, services }: CommandContext): Promise<Reply<'withdraw-story'>> {
  const { store, clock } = services
  const { withdrawals } = store
  const names = await withdrawals.namesOf(storyId(story))
  const editionsWith = async () => await withdrawals.telling([...names], asker.workspace.id)
  if ((await editionsWith()).length === 0) return refused('not-found', 'That story hasn’t been in any digest here.')
  let isNews = false
  for (const name of names) if (await withdrawals.withdraw(name, asker.workspace.id, clock.now())) isNews = true
  let edited = 0
  let isUnderWay = false
  const problems: string[] = []
  for (const { id } of await editionsWith()) {
    const edition = await store.corrections.amend(id, {
      change: (document) => document.map((block) => takenBack(block, names)),
      rerender: (changed, parts) => rerenderEdition(changed, parts, { ...services, withdrawn: names }),
      ...(isNews
        ? {
            correction: {
              workspace: asker.workspace.id,
              edition: id,
              story: storyId(story),
              headline: '',
              at: clock.now(),
              cause: { kind: 'withdrawn' },
              lines: [],
              person: asker.person,
            },
          }
        : {}),
    })
    const outcome = edition ? await amendPosts(edition, services) : { edited: 0, isUnderWay: false, problems: [] }
    edited += outcome.edited
    problems.push(...outcome.problems)
    isUnderWay ||= outcome.isUnderWay
  }
  services.log.info('story-withdrawn', { story, edited, problems: problems.length })
  const changed = `removed from ${counted(edited, 'post')}`
  const done =
    isNews || edited > 0
      ? `Story withdrawn: ${changed}. It won’t be posted again.`
      : 'That story had already been withdrawn.'
  const meanwhile = isUnderWay
    ? ['A digest is being posted right now; the story will be taken out of it before it’s finished.']
    : []
  return said(
    [done, ...meanwhile, ...[...new Set(problems)].map((reason) => `One post couldn’t be changed: ${reason}.`)],
    {
      story,
      edited,
    },
  )
}
