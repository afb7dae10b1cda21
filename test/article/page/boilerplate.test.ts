import { describe, expect, it } from 'vitest'
import { withoutBoilerplate } from '../../../src/article/page/boilerplate.ts'

const body = [
  'The bridge over the Tarn will close on Monday for twelve weeks while workers replace its bolts, the council said on Friday.',
  'Buses will run by way of the old ford until the work is done, and the ferry will carry bicycles free of charge until spring.',
  '“We had no choice,” said Ana Ruiz, the mayor of Tarn. She said that the steel may have cracked in March, after the flood.',
  'Join us or lose the ferry, the harbour master told the crew, who had asked for more time and for a say in the timetable.',
]

describe('the paragraphs of an article', () => {
  it.each([
    'Sign up for our newsletter to get the news of the valley in your inbox.',
    'There is more where that came from. Subscribe today and have it delivered to your door.',
    'Follow the Tarn Weekly on Facebook and tell us what you think of the new ferry.',
    'This website uses cookies to make your visit better. Accept or read on.',
    'We may earn an affiliate commission if you buy through links in this article.',
    '(Reporting by Ana Ruiz and Tomas Lind; editing by Edmund Carrick)',
    'Copyright 2026 Tarn Weekly. All rights reserved.',
    '© 2026 Tarn Weekly, a paper of the Valley Press',
    'Image 3 of / 8',
    'ruiz@tarn-weekly.example',
    'Updated at 1:23 p.m.',
    'The old ford, seen from the ferry. (Photo credit: Tomas Lind/Valley Press)',
  ])('are without what the site has put between them: %s', (aside) => {
    const [first = '', ...rest] = body
    expect(withoutBoilerplate([first, aside, ...rest], { headline: 'Bridge closes', byline: null })).toEqual(body)
  })

  it.each([
    ['You may also like', 'Ferry captain takes the stand', 'Ten recipes with apples'],
    ['More great Weekly stories', 'Ferry captain takes the stand', 'Why the ford froze'],
    [
      'About the author',
      'Tomas Lind has written for the Weekly since it began, most of all about bridges and those who build them.',
    ],
  ])('end where the site goes on by itself: %s', (...tail) => {
    expect(withoutBoilerplate([...body, ...tail], { headline: 'Bridge closes', byline: null })).toEqual(body)
  })

  it('are without a line about who wrote them, behind them and not before', () => {
    const writer = 'Tomas Lind is a senior reporter who covers bridges for the Weekly.'
    expect(
      withoutBoilerplate([...body, writer], { headline: 'Bridge closes', byline: 'Ana Ruiz, Tomas Lind' }),
    ).toEqual(body)
    expect(
      withoutBoilerplate([writer, ...body], { headline: 'Bridge closes', byline: 'Ana Ruiz, Tomas Lind' }),
    ).toEqual([writer, ...body])
  })

  it.each([
    'Subscribers to the ferry’s season ticket will get their money back, the council said in a letter on Friday.',
    'More stories have been told of the ford than of any other place in the valley, and most of them are true.',
    'The court heard that the newsletter of the yacht club had named the captain before the police did.',
  ])('keep what only sounds like it: %s', (text) => {
    expect(withoutBoilerplate([...body, text], { headline: 'Bridge closes', byline: null })).toEqual([...body, text])
  })

  it('are all kept behind a heading in the middle', () => {
    const all = ['Related stories', ...body, ...body.map((text) => `${text} Again.`)]
    expect(
      withoutBoilerplate([body[0] ?? '', 'Most read', ...all], { headline: '', byline: null }).length,
    ).toBeGreaterThan(body.length * 2)
  })
})
