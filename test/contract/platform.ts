import { expect, it } from 'vitest'
import type { Document } from '../../src/chat/document.ts'
import type { Destination } from '../../src/domain/message.ts'
import { workspaceId } from '../../src/domain/subscription.ts'
import type { Platform } from '../../src/ports.ts'

export interface PlatformUnderTest {
  readonly platform: Platform
  /** What people have before their eyes: one text a message. */
  seen(): readonly string[]
}

/** What every platform promises. */
export function platformContract(open: () => Promise<PlatformUnderTest>): void {
  const document: Document = [
    { kind: 'title', text: 'Morning digest', detail: 'Tue 24 Nov' },
    { kind: 'note', text: 'Nothing new.' },
  ]
  const to = (key: string): Destination => ({
    workspace: workspaceId('w'),
    channel: 'C1',
    parent: null,
    key,
    silent: false,
    since: null,
  })

  it('draws a document as messages that it can send, and finds what it sent', async () => {
    const { platform, seen } = await open()
    const [message, ...more] = platform.render(document, 'whole')
    if (!message) throw new Error('nothing was drawn')
    expect(more).toEqual([])
    expect(await platform.find(to('e1.0'))).toEqual({ kind: 'absent' })
    const sent = await platform.send(message, to('e1.0'))
    if (sent.kind !== 'sent') throw new Error(`it was not sent: ${sent.reason}`)
    expect(await platform.find(to('e1.0'))).toEqual({ kind: 'found', message: sent.message })
    expect(await platform.find(to('e2.0'))).toEqual({ kind: 'absent' })
    expect(seen()).toHaveLength(1)
    expect(seen()[0]).toContain('Morning digest')
    expect(seen()[0]).toContain('Nothing new.')
  })

  it('draws what it drew before, so that a delivery can go on where it stopped', async () => {
    const { platform } = await open()
    expect(platform.render(document, 'thread')).toEqual(platform.render(document, 'thread'))
    expect(platform.render([], 'whole').length).toBeGreaterThan(0)
  })
}
