import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../src/article/markup/parse-page.ts'

describe('a page', () => {
  it.each([
    [
      'whole',
      '<!doctype html><html lang="en"><head><title>Road</title></head><body class="a"><p>Shut.</p></body></html>',
    ],
    ['without a head', '<html lang="en"><title>Road</title><body class="a"><p>Shut.</p></body></html>'],
    [
      'with its head twice',
      '<html lang="en"><head></head><head><title>Road</title></head><body class="a"><p>Shut.</p>',
    ],
    [
      'with something before it, and its tags in comments',
      '<style>p {}</style><title>Road</title><!--[if IE 7]><html class="ie7"><![endif]--><html lang="en"><head></head><body class="a"><p>Shut.</p>',
    ],
    [
      'with another page in it, and something behind it',
      '<html lang="en"><head><title>Road</title></head><body class="a"><div><html><head></head><body></body></html></div><p>Shut.</p></body></html><p></p>',
    ],
    [
      'with tags in an attribute',
      '<html lang="en"><head><title>Road</title><meta content="How the <body> tag works"></head><body class="a"><p>Shut.</p>',
    ],
    [
      'with tags in a script',
      '<html lang="en"><head><title>Road</title><script>write("<body><p>No.</p>")</script></head><body class="a"><p>Shut.</p>',
    ],
  ])('has one head and one body: %s', (_, html) => {
    const document = parsePage(html)
    expect(document.querySelectorAll('head, body')).toHaveLength(2)
    expect(document.head.querySelector('title')?.textContent).toBe('Road')
    expect(document.documentElement.getAttribute('lang')).toBe('en')
    expect(document.body.getAttribute('class')).toBe('a')
    expect(document.body.querySelector('p')?.textContent).toBe('Shut.')
  })

  it('without head and body tags has its text in the body', () => {
    const document = parsePage('<!doctype html><title>Road</title><meta name="a" content="b"><p>Shut.</p>')
    expect(document.head.querySelectorAll('title, meta')).toHaveLength(2)
    expect(document.body.textContent).toBe('Shut.')
  })
})
