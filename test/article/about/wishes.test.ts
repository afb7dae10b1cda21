import { describe, expect, it } from 'vitest'
import { whatClosesToModels } from '../../../src/article/about/wishes.ts'

describe('what a publisher says of machines', () => {
  it.each<[said: readonly string[], closes: string | undefined]>([
    [[], undefined],
    [['Content-Signal: search=yes, ai-train=no'], undefined],
    [['Content-Signal: search=yes,ai-train=no,use=reference'], undefined],
    [['Content-Signal: search=no'], undefined],
    [['Content-Signal: ai-input=yes'], undefined],
    [['Content-Signal: ai-input=no'], 'Content-Signal: ai-input=no'],
    [['Content-Signal: search=yes, AI-Input = No'], 'Content-Signal: AI-Input = No'],
    [['Content-Signal: ai-input=yes', 'Content-Signal: ai-input=no'], 'Content-Signal: ai-input=no'],
    [['Content-Signal: ai-input'], undefined],
    [['Content-Signal: ai-input=maybe'], undefined],
    [['Content-Usage: train-ai=n'], undefined],
    [['Content-Usage: search=y, train-ai=n'], undefined],
    [['Content-Usage: search=n'], undefined],
    [['Content-Usage: ai-use=n'], 'Content-Usage: ai-use=n'],
    [['Content-Usage: ai-use=y'], undefined],
    [['Content-Usage: train-ai=n, ai-use=n;until=2027'], 'Content-Usage: ai-use=n;until=2027'],
    [['Content-Usage: ai-user=n'], undefined],
    [['X-Robots-Tag: noindex'], undefined],
    [['X-Robots-Tag: noimageai'], undefined],
    [['X-Robots-Tag: noindex, noai'], 'X-Robots-Tag: noai'],
    [['X-Robots-Tag: NOAI'], 'X-Robots-Tag: NOAI'],
    [['X-Robots-Tag: otherbot: noai'], undefined],
    [['X-Robots-Tag: onrecord: noai'], 'X-Robots-Tag: onrecord: noai'],
    [['X-Robots-Tag: otherbot: nofollow, noai'], 'X-Robots-Tag: noai'],
    [['X-Robots-Tag: unavailable_after: 25 Jun 2027 15:00:00 PST'], undefined],
    [['robots: index, follow, max-snippet:-1'], undefined],
    [['robots: noai, noimageai'], 'robots: noai'],
    [['robots: no ai'], undefined],
    [['License: https://river.example/license.xml'], undefined],
  ])('%j closes the page to models with %j', (said, closes) => {
    expect(whatClosesToModels(said)).toBe(closes)
  })

  it('is cut where it is long', () => {
    expect(whatClosesToModels([`Content-Usage: ai-use=n;${'x'.repeat(500)}`])).toHaveLength(80)
  })
})
