import { describe, expect, it } from 'vitest'
import { readPage } from '../../../src/article/page/read-page.ts'
import type { Article } from '../../../src/domain/article.ts'

const rest = `<p>The glacier above Brandal has lost a third of its ice since the hut was built, the society of guides said on Monday.</p>
<p>Nobody lives below it, but the road to the pass does, and with it the only bus that goes to the other valley.</p>`

function read(paragraph: string, more = ''): Article {
  const html = `<!doctype html><html><head><title>Glacier shrinks</title>${more}</head><body><article><h1>Glacier shrinks</h1>${paragraph}${rest}</article></body></html>`
  return readPage(new TextEncoder().encode(html), { url: null, contentType: 'text/html; charset=utf-8' })
}

const first = (paragraph: string, more = '') => read(`<p>${paragraph}</p>`, more).text.split('\n\n')[0]

describe('a number with raised or lowered parts', () => {
  it.each([
    ['The lake holds 10<sup>7</sup> litres of water.', 'The lake holds 10⁷ litres of water.'],
    ['Each is 10<sup>−9</sup> metres wide.', 'Each is 10⁻⁹ metres wide.'],
    ['The ice covers 12 km<sup>2</sup> and 30 m<sup>3</sup> fell.', 'The ice covers 12 km² and 30 m³ fell.'],
    ['It takes 2<sup>n</sup> steps.', 'It takes 2^n steps.'],
    ['It takes 6<span style="vertical-align: super">2</span> steps.', 'It takes 6² steps.'],
    ['He walked 3<sup>1</sup>/<sub>4</sub> hours.', 'He walked 3 1/4 hours.'],
    ['He walked <sup>3</sup>&frasl;<sub>4</sub> of the way.', 'He walked 3/4 of the way.'],
    ['He walked 3<sup>1/4</sup> hours.', 'He walked 3 1/4 hours.'],
    [
      'He walked 3<span class="frac"><sup>1</sup><span>&frasl;</span><sub>4</sub></span> hours.',
      'He walked 3 1/4 hours.',
    ],
    ['He walked 3<span class="frac">1/4</span> hours.', 'He walked 3 1/4 hours.'],
    ['A tea is $3<sup>50</sup> now.', 'A tea is $3.50 now.'],
    ['The air has CO<sub>2</sub> and log<sub>2</sub>8 is three.', 'The air has CO2 and log₂8 is three.'],
    ['On the 21<sup>st</sup> the hut of Mme<sup> </sup>Aas closed.', 'On the 21st the hut of Mme Aas closed.'],
    ['It weighs 4<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> tonnes.', 'It weighs 4 1/2 tonnes.'],
    [
      'It is <math><semantics><mrow><msup><mn>10</mn><mn>6</mn></msup></mrow><annotation encoding="application/x-tex">10^6</annotation></semantics></math> litres.',
      'It is 10⁶ litres.',
    ],
  ])('is not another number: %s', (markup, plain) => {
    expect(first(markup)).toBe(plain)
  })

  it.each([
    'The ice is gone by half.<sup><a href="#fn4">4</a></sup> It was thick.',
    'The ice is gone by half.<a href="#fn4"><sup>4</sup></a> It was thick.',
    'The ice is gone by half.<sup>[4]</sup> It was thick.',
    'The ice is gone by half.<sup class="footnote">4</sup> It was thick.',
    'The ice is gone by half.<a href="#note-4">[4]</a> It was thick.',
    'The ice is gone by half<sup>4</sup>. It was thick.',
    'The ice is gone by half.<sup>4, 5</sup> It was thick.',
    'The ice is gone by half.<a role="doc-noteref" href="#a">4</a> It was thick.',
    'The ice is gone by half.<sup>*</sup> It was thick.',
  ])('is none where it is the mark of a footnote: %s', (markup) => {
    expect(first(markup)).toBe('The ice is gone by half. It was thick.')
  })

  it('has no mark behind it that leads to a footnote', () => {
    expect(
      first('They counted 340<sup><a href="/ice#fn1">1</a></sup> goats in 1988<sup id="cite_ref-2">2</sup> there.'),
    ).toBe('They counted 340 goats in 1988 there.')
  })
})

describe('what was struck out', () => {
  it.each([
    ['<del>Ninety</del> <ins>Nineteen</ins> guides went up.', ''],
    ['<s>Ninety</s> Nineteen guides went up.', ''],
    ['<strike>Ninety</strike> Nineteen guides went up.', ''],
    ['<span style="text-decoration: underline line-through">Ninety</span> Nineteen guides went up.', ''],
    ['<span style="text-decoration-line:line-through">Ninety</span> Nineteen guides went up.', ''],
    [
      '<span class="gone">Ninety</span> Nineteen guides went up.',
      '<style>.gone { text-decoration: line-through }</style>',
    ],
    ['Nineteen guides went up <del>twice</del>.', ''],
  ])('is not read: %s', (markup, head) => {
    expect(first(markup, head)).toBe('Nineteen guides went up.')
  })
})

describe('a sentence', () => {
  it.each([
    [
      'They left at <time datetime="2026-11-23T05:00">five on Monday</time> and came back.',
      'They left at five on Monday and came back.',
    ],
    ['They asked <small>(in a letter)</small> for a new hut.', 'They asked (in a letter) for a new hut.'],
    ['The <button class="share-term">moraine</button> below it slides.', 'The moraine below it slides.'],
    ['The <span class="social-comment">moraine</span> below it slides.', 'The moraine below it slides.'],
    [
      'The guide <span class="author byline">Liv Aas</span> said that it slides.',
      'The guide Liv Aas said that it slides.',
    ],
  ])('keeps its words, whatever element they are in: %s', (markup, plain) => {
    expect(first(markup)).toBe(plain)
  })

  it.each([
    '<time datetime="2026-11-23">23 November</time>',
    '<small>All about ice</small>',
    '<button>Listen</button>',
  ])('is not what is all of its line: %s', (markup) => {
    expect(read(`<p>${markup}</p>`).text).toMatch(/^The glacier/)
  })
})
