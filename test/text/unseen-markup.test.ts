import { describe, expect, it } from 'vitest'
import { withoutElements } from '../../src/text/unseen-markup.ts'

const names = ['script', 'style']

describe('markup without what nobody sees', () => {
  it.each([
    ['a<script>b</script>c', 'ac'],
    ['a<!-- b <script> c -->d', 'ad'],
    ['a<STYLE media=x>b</style >c<p>d', 'ac<p>d'],
    ['a<script>b<!-- </script>c', 'ac'],
    ['a<script>b</style>c</script>d', 'ad'],
    ['a<scripture>b</scripture>', 'a<scripture>b</scripture>'],
  ])('of %s is %s', (markup, plain) => expect(withoutElements(markup, names)).toBe(plain))

  it.each(['a<script>b', 'a<!-- b', 'a<style>b</script>c'])('keeps what is never closed: %s', (markup) =>
    expect(withoutElements(markup, names)).toBe(markup),
  )

  it('sees an element behind a comment that is never closed', () => {
    expect(withoutElements('sa<!-- x >fe<script>alert(1);</script>', names)).toBe('sa<!-- x >fe')
  })
})
