import { describe, expect, it } from 'vitest'
import { BriefCache } from '../../src/writing/brief-cache.ts'

describe('results of a moment ago', () => {
  it('are made once for all who ask meanwhile, and anew when that was long ago or went wrong', async () => {
    let now = 0
    let made = 0
    const memo = new BriefCache<number>(() => now)
    const make = async () => (made += 1)
    expect(await Promise.all([memo.get('a', make), memo.get('a', make), memo.get('b', make)])).toEqual([1, 1, 2])
    now = 9_999
    expect(await memo.get('a', make)).toBe(1)
    now = 10_001
    expect(await memo.get('a', make)).toBe(3)
    await expect(memo.get('c', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await memo.get('c', make)).toBe(4)
  })

  it('are waited for as long as they take', async () => {
    let now = 0
    const memo = new BriefCache<string>(() => now)
    const { promise, resolve } = Promise.withResolvers<string>()
    const first = memo.get('a', async () => await promise)
    now = 60_000
    const second = memo.get('a', async () => 'made twice')
    resolve('made once')
    expect(await Promise.all([first, second])).toEqual(['made once', 'made once'])
  })
})
