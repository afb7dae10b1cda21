import type { AnyBlock, WebClient } from '@slack/web-api'
import { specimens } from '../../chat/gallery/gallery.ts'
import { renderSlack } from './outbound/render.ts'

/** How many messages Slack is asked about at once. */
const atOnce = 5

/**
 * Asks Slack about every kind of message that we post, without posting any; returns what it finds wrong, in its words.
 * Empty where all are well, and where Slack, or what stands in for it, does not know the question.
 */
export async function faultsOfMessages(client: WebClient): Promise<readonly string[]> {
  const messages = specimens.flatMap(({ title, document, shape }) =>
    renderSlack(document, shape).map(({ blocks }) => ({ title, blocks })),
  )
  const faults: string[] = []
  for (let at = 0; at < messages.length; at += atOnce) {
    const asked = messages.slice(at, at + atOnce).map(async ({ title, blocks }) => {
      const fault = await faultOf([...blocks], client)
      return fault === undefined ? [] : [`${title}: ${fault}`]
    })
    faults.push(...(await Promise.all(asked)).flat())
  }
  return faults
}

interface Refused {
  readonly data?: {
    readonly error?: string
    readonly errors?: readonly { readonly message?: string; readonly pointer?: string }[]
  }
}

async function faultOf(blocks: AnyBlock[], client: WebClient): Promise<string | undefined> {
  try {
    await client.blocks.validate({ blocks })
    return undefined
  } catch (error) {
    const { error: code = '', errors = [] } = ((error ?? {}) as Refused).data ?? {}
    if (code !== 'invalid_blocks') return undefined
    return errors.map(({ message = '', pointer = '' }) => `${message} ${pointer}`.trim()).join('; ') || code
  }
}
