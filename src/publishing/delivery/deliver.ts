import type { PostPart, PostStore } from '../../store/publishing/posts.ts'
import { type Delivered, type Delivery, type DeliveryServices, deliverPart } from './deliver-part.ts'

/**
 * Sends the unsent messages of an edition in order, and returns how far it got. Each message is marked in the database
 * before it is sent. If a process dies, the mark remains, and the next process looks for the message on the platform
 * before it sends it again; if it cannot look, it does not resend. If a message has an opening, that is sent first and
 * its id stored; it is then filled with the whole message, which is safe to repeat.
 */
export async function deliver(delivery: Delivery, services: DeliveryServices): Promise<Delivered> {
  let parent: string | null = null
  // Messages rendered again while others were being sent are filled before the edition counts as posted.
  for (let parts = await services.posts.list(delivery.edition); ; parts = await services.posts.list(delivery.edition)) {
    for (const part of parts) {
      const sent = await deliverPart(part, { ...delivery, parent: part.part === 0 ? null : parent }, services)
      if (sent.kind !== 'posted') return sent
      parent ??= sent.message
    }
    if (parts.every(({ state }) => state === 'sent')) return { kind: 'posted', message: parent ?? '' }
  }
}

/**
 * Updates the posted messages of an edition whose content has changed and, once all of it is out, sends those that were
 * added. Returns the result of each. A note is dropped where people have deleted everything that it is about.
 */
export async function amend(
  delivery: Delivery,
  services: AmendServices,
  { isPosted = false }: { readonly isPosted?: boolean } = {},
): Promise<Delivered[]> {
  const amended: Delivered[] = []
  const isDue = ({ state }: PostPart) => state === 'open' || state === 'filling' || (isPosted && state !== 'sent')
  const inOrder = (await services.posts.list(delivery.edition)).toSorted(
    (one, other) => Number(one.isNote) - Number(other.isNote) || one.part - other.part,
  )
  for (const part of inOrder.filter(isDue)) {
    const standing = (await services.posts.list(delivery.edition)).filter(
      ({ isNote, isDeleted }) => !isNote && !isDeleted,
    )
    if (part.isNote && part.state === 'planned' && standing.length === 0) {
      await services.posts.drop(delivery.edition, part.part)
      continue
    }
    const parent = part.part === 0 ? null : (standing.find(({ message }) => message !== null)?.message ?? null)
    amended.push(await deliverPart(part, { ...delivery, parent }, services))
  }
  return amended
}

type AmendServices = Omit<DeliveryServices, 'posts'> & {
  readonly posts: Pick<PostStore, 'list' | 'mark' | 'renew' | 'settle' | 'drop'>
}
