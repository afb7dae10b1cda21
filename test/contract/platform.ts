import { expect, it } from 'vitest'
import type { Document } from '../../src/chat/document.ts'
import { editionId } from '../../src/domain/digest.ts'
import type { Platform } from '../../src/ports.ts'

export interface PlatformUnderTest {
  readonly platform: Platform
  /** What people have before their eyes: one text a message. */
  seen(): readonly string[]
}

/** What every platform promises. */
export function platformContract(open: () => PlatformUnderTest): void {
  const document: Document = [
    { kind: 'title', text: 'Morning digest', detail: 'Tue 24 Nov' },
    { kind: 'note', text: 'Nothing new.' },
  ]

  it('posts a document once under a key, however often it is asked', async () => {
    const { platform, seen } = open()
    const channel = { platform: platform.name, id: 'c1' }
    const first = await platform.post(channel, document, editionId('e1'))
    const second = await platform.post(channel, document, editionId('e1'))
    expect(first.kind).toBe('posted')
    expect(second).toEqual(first)
    expect(seen()).toHaveLength(1)
    expect(seen()[0]).toContain('Morning digest')
    expect(seen()[0]).toContain('Nothing new.')
  })

  it('posts another edition beside it', async () => {
    const { platform, seen } = open()
    for (const id of ['e1', 'e2']) await platform.post({ platform: platform.name, id: 'c1' }, document, editionId(id))
    expect(seen()).toHaveLength(2)
  })
}
