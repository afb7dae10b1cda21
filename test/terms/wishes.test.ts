import { describe, expect, it } from 'vitest'
import { termsOf } from '../../src/terms/wishes.ts'

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
    [['robots: noindex noai'], 'robots: noai'],
    [['Content-Signal: search=yes;ai-input=no'], 'Content-Signal: ai-input=no'],
    [['License: https://river.example/license.xml'], undefined],
  ])('%j closes the page to models with %j', (said, closes) => {
    expect(termsOf(said)).toEqual(closes === undefined ? {} : { closedToModels: closes })
  })

  it('is cut where it is long', () => {
    expect(termsOf([`Content-Usage: ai-use=n;${'x'.repeat(500)}`]).closedToModels).toHaveLength(80)
  })

  it.each<[said: readonly string[], most: number | undefined]>([
    [['robots: max-snippet:-1, max-image-preview:large'], undefined],
    [['robots: max-image-preview:none, max-video-preview:0'], undefined],
    [['robots: max-snippet'], undefined],
    [['robots: max-snippet:none'], undefined],
    [['robots: none'], undefined],
    [['robots: noindex, noarchive, nocache'], undefined],
    [['googlebot: nosnippet'], undefined],
    [['robots: nosnippet'], 0],
    [['robots: NoSnippet'], 0],
    [['robots: noindex nosnippet'], 0],
    [['robots: max-snippet=20'], 20],
    [['robots: max-snippet:9999999999'], 1_000_000],
    [['robots: max-snippet:0'], 0],
    [['robots: max-snippet:160'], 160],
    [['robots: max-snippet: 160'], 160],
    [['robots: max-snippet:160', 'X-Robots-Tag: max-snippet:50'], 50],
    [['robots: max-snippet:160', 'X-Robots-Tag: nosnippet'], 0],
    [['X-Robots-Tag: otherbot: nosnippet'], undefined],
    [['X-Robots-Tag: otherbot: max-snippet:20'], undefined],
    [['X-Robots-Tag: onrecord: max-snippet:20'], 20],
  ])('%j lets %s characters be shown, and any limit closes the page to models', (said, most) => {
    const terms = termsOf(said)
    expect(terms.shown?.most).toBe(most)
    expect(terms.closedToModels === undefined).toBe(most === undefined)
  })
})
