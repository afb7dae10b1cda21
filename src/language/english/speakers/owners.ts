import { type Speaker, speakerName } from '../../../domain/claim.ts'
import { lastBefore } from '../../../text/ordered.ts'
import { type Context, type ResolvedSpeaker, sentenceStart } from './context.ts'
import { bodyFor, personFor } from './pronouns.ts'

/** Puts “Hradek's office” for “his office”, so that a line makes sense alone. Adds a doubt if the owner is unclear. */
export function withOwner(found: ResolvedSpeaker, context: Context): ResolvedSpeaker {
  const { speaker } = found
  const [, pronoun = '', rest = ''] = /^(his|her|its|their) (.+)$/is.exec(speakerName(speaker)) ?? []
  if (rest === '' || speaker.kind === 'person') return found
  const owner = ownerFor(pronoun.toLowerCase(), context)
  // “According to a neighbour …, but his wife said”: the words before it make clear whose.
  if (isNear(context) && (!owner || owner.speaker.kind === 'unnamed')) return found
  if (!owner || owner.speaker.kind === 'unnamed')
    return { ...found, doubts: [...(found.doubts ?? []), 'doubt: nothing tells whose it is'] }
  const doubts = [...(found.doubts ?? []), ...(owner.doubts ?? [])]
  return {
    ...found,
    speaker: renamed(speaker, `${possessive(speakerName(owner.speaker), context.text)} ${rest}`),
    doubts,
  }
}

/** True if the same sentence names an unnamed speaker before. */
function isNear({ heard, start, text }: Context): boolean {
  const reach = start - sentenceStart(text, start)
  return lastBefore(heard, { before: start, reach }, () => true)?.speaker.kind === 'unnamed'
}

function ownerFor(pronoun: string, context: Context): ResolvedSpeaker | undefined {
  if (pronoun === 'his') return personFor('male', context)
  if (pronoun === 'her') return personFor('female', context)
  return bodyFor(pronoun === 'its' ? 'it' : 'they', context)
}

/** Uses the same kind of apostrophe as the text. */
function possessive(name: string, text: string): string {
  const mark = text.includes('’') ? '’' : "'"
  return `${name}${mark}${name.endsWith('s') ? '' : 's'}`
}

function renamed(speaker: Exclude<Speaker, { kind: 'person' }>, name: string): Speaker {
  switch (speaker.kind) {
    case 'organization':
      return { ...speaker, name }
    case 'document':
      return { ...speaker, title: name }
    case 'unnamed':
      return { ...speaker, description: name }
  }
}
