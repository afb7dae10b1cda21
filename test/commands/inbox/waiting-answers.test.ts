import { describe, expect, it } from 'vitest'
import { WaitingAnswers } from '../../../src/commands/inbox/waiting-answers.ts'

const inTime = { withinMs: 60_000, fits: () => true }
const answer = [{ kind: 'note' as const, text: 'It is set.' }]

describe('an answer that somebody waits for', () => {
  it('is theirs, even where it comes before the work has wholly begun', async () => {
    const waiting = new WaitingAnswers()
    const got = await waiting.wait('a', inTime, async () => {
      expect(waiting.hand('a', answer)).toBe(true)
      return true
    })
    expect(got).toEqual(answer)
  })

  it('is nobody’s here once they have stopped waiting, however long the work takes to begin', async () => {
    const waiting = new WaitingAnswers()
    const handed: boolean[] = []
    const got = await waiting.wait('a', { ...inTime, withinMs: 1 }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      handed.push(waiting.hand('a', answer))
      return true
    })
    expect([got, handed]).toEqual([null, [false]])
  })

  it('is not waited for where the work was begun before', async () => {
    expect(await new WaitingAnswers().wait('a', inTime, async () => false)).toBeNull()
  })

  it('is waited for by so many at once, and by nobody more: who comes then is acknowledged at once', async () => {
    const waiting = new WaitingAnswers()
    const waits = Array.from({ length: 40 }, async (_, at) => await waiting.wait(`a${at}`, inTime, async () => true))
    let begun = 0
    const crowded = await waiting.wait('late', inTime, async () => (begun += 1) > 0)
    expect([crowded, begun, waiting.isWaiting('late')]).toEqual([null, 1, false])
    for (let at = 0; at < 40; at++) waiting.hand(`a${at}`, answer)
    expect(await Promise.all(waits)).toEqual(Array.from({ length: 40 }, () => answer))
  })

  it('is nobody’s here where it does not fit', async () => {
    const waiting = new WaitingAnswers()
    const handed: boolean[] = []
    const got = await waiting.wait('a', { ...inTime, fits: () => false }, async () => {
      handed.push(waiting.hand('a', answer))
      return true
    })
    expect([got, handed]).toEqual([null, [false]])
  })
})
