import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoryBlock } from '../../../src/chat/document.ts'
import { runCommand } from '../../../src/commands/run-command.ts'
import type { Subscription } from '../../../src/domain/subscription.ts'
import { gatherNews } from '../../../src/intake/gather-news.ts'
import type { Asker } from '../../../src/ports.ts'
import { correctEditions } from '../../../src/publishing/corrections/correct-editions.ts'
import type { Services } from '../../../src/services.ts'
import { type CorrectedPaper, startCorrectedPaper } from '../../fakes/corrected-paper.ts'
import { drillCorrections } from '../../fakes/correction-drill.ts'
import { changed, ferryArticle as ferry, millArticle as mill, type TownArticle } from '../../fakes/town.ts'

const school: TownArticle = {
  slug: 'school',
  headline: 'School roof at Lund falls in under snow',
  paragraphs: [
    'The roof of the school at Lund fell in under wet snow on Sunday night.',
    'Firefighters found the caretaker unhurt in the cellar and led him out through a window.',
    '“The beams were rotten,” said Nils Falk, the head of the fire brigade.',
  ],
}
const library: TownArticle = {
  slug: 'library',
  headline: 'Library at Vik opens on Sundays',
  paragraphs: [
    'The library at Vik will open on Sundays from the first week of March.',
    'Volunteers from two reading circles will staff the desk until summer.',
    '“People asked us for this for years,” said Marta Lien, the librarian.',
  ],
}
const harbour: TownArticle = {
  slug: 'harbour',
  headline: 'Harbour at Orm dredged for larger ships',
  paragraphs: [
    'Dredgers have begun to deepen the harbour at Orm, so that larger ships can berth at the grain quay.',
    'The work costs nine million crowns and takes until autumn, when the grain harvest comes in.',
    '“We lose trade to the south each year,” said Olav Dahl, the harbour master.',
    'A second quay will follow if the county agrees to pay a third of what it costs to build.',
  ],
}

const told = ({ headline, summary, claims }: StoryBlock) =>
  [headline, ...summary, ...claims.map(({ speaker, words }) => `${speaker}: ${words}`)].join('\n')
const notes = ({ corrections = [] }: StoryBlock) =>
  corrections.map((line) => line.replace(/^\w+ \d+ \w+ \d\d:\d\d/, 'THEN'))

describe('posted stories whose articles change', () => {
  let paper: CorrectedPaper
  let slack: Subscription
  let discord: Subscription
  let libraryBefore: StoryBlock
  let harbourBefore: StoryBlock

  beforeAll(async () => {
    paper = await startCorrectedPaper([mill, ferry, school, library, harbour])
    slack = await paper.post('C1', 'slack')
    discord = await paper.post('11', 'discord')
    libraryBefore = await paper.story(slack, 'library')
    harbourBefore = await paper.story(slack, 'harbour')
    paper.change(changed(mill, '320', '230'))
    paper.change(changed(ferry, 'Ida Rosen, the captain', 'Lena Brandt, the captain'))
    paper.change({ ...school, paragraphs: school.paragraphs.filter((text) => !text.includes('rotten')) })
    paper.change({ ...library, paragraphs: [...library.paragraphs, 'The children’s room keeps its old hours.'] })
    paper.change({ ...harbour, paragraphs: harbour.paragraphs.slice(0, 1) })
    await paper.pass(61)
  })
  afterAll(async () => await paper.stop())

  it.each(['slack', 'discord'] as const)('give the right number, and say what was wrong, on %s', async (platform) => {
    const story = await paper.story(platform === 'slack' ? slack : discord, 'mill')
    expect(told(story)).toContain('The paper mill at Ostrand, which has 230 workers, will close in June.')
    expect(told(story)).not.toContain('320')
    expect(notes(story)).toEqual([
      'THEN, because Tarn Weekly changed its article. Before: The paper mill at Ostrand, which has 320 workers, will close in June. Now: The paper mill at Ostrand, which has 230 workers, will close in June.',
    ])
  })

  it('give a quotation to the one who said it', async () => {
    const story = await paper.story(slack, 'ferry')
    expect(told(story)).toContain('Lena Brandt, captain of the ferry: “Nobody was hurt when she ran aground.”')
    expect(notes(story)).toEqual([
      'THEN, because Tarn Weekly changed its article. Lena Brandt, not Ida Rosen, said this: “Nobody was hurt when she ran aground.”',
    ])
  })

  it('drop what their article no longer says', async () => {
    const story = await paper.story(slack, 'school')
    expect(told(story)).not.toContain('rotten')
    expect(notes(story)).toEqual([
      'THEN, because Tarn Weekly changed its article. Taken out: Nils Falk, head of the fire brigade: “The beams were rotten.”',
    ])
  })

  it('stay as they are where what they say has not changed, or where a site shows only the beginning', async () => {
    expect(await paper.story(slack, 'library')).toEqual(libraryBefore)
    expect(await paper.story(slack, 'harbour')).toEqual(harbourBefore)
  })

  it('are changed in the posts, with one note each below', () => {
    const [post, ...below] = paper.slack.posted
    expect(JSON.stringify(post?.blocks)).toContain('which has 230 workers')
    expect(below.map(({ thread }) => thread)).toEqual([post?.ts, post?.ts, post?.ts])
    expect(below.map(({ text }) => text).toSorted()).toEqual(
      [ferry, mill, school].map(({ headline }) => `Correction: ${headline}`),
    )
    const [message, ...after] = paper.discord.posted
    expect(JSON.stringify(message?.body)).toContain('which has 230 workers')
    expect(after).toHaveLength(3)
  })

  it('are on record', async () => {
    const [first, ...others] = await paper.services.store.corrections.of(slack.workspace, 10)
    expect(others).toHaveLength(2)
    expect(first).toMatchObject({ cause: { kind: 'changed', outlets: ['Tarn Weekly'] }, person: null })
  })
})

describe('posted stories whose articles are taken down', () => {
  let paper: CorrectedPaper
  let digest: Subscription

  beforeAll(async () => {
    paper = await startCorrectedPaper([mill, ferry, school])
    digest = await paper.post('C1', 'slack')
  })
  afterAll(async () => await paper.stop())

  it('are withdrawn at once if the site says that they are gone, and soon if their page is missing', async () => {
    paper.change({ ...mill, status: 410 })
    paper.change({ ...ferry, status: 404 })
    await paper.pass(61)
    const gone = await paper.story(digest, 'mill')
    expect(told(gone)).toBe('Withdrawn')
    expect(notes(gone)).toEqual([
      'THEN, because Tarn Weekly took its article down. What rested on that alone was taken out.',
    ])
    expect(told(await paper.story(digest, 'ferry'))).toContain('Ida Rosen')
    await paper.pass(11)
    expect(told(await paper.story(digest, 'ferry'))).toBe('Withdrawn')
    expect(JSON.stringify(paper.slack.posted)).not.toMatch(/Ida Rosen|Par Holm/)
    expect(told(await paper.story(digest, 'school'))).toContain('Nils Falk')
  })

  it('stay withdrawn when the page comes back', async () => {
    paper.change(mill)
    await paper.pass(61)
    expect(told(await paper.story(digest, 'mill'))).toBe('Withdrawn')
  })
})

describe('a correction whose process dies', () => {
  let paper: CorrectedPaper

  beforeAll(async () => {
    paper = await startCorrectedPaper([mill])
  })
  afterAll(async () => await paper.stop())

  it('is posted by the next one, with one note', async () => {
    const digest = await paper.post('C1', 'slack')
    paper.change(changed(mill, '320', '230'))
    const deaf: Services = { ...paper.services, queue: { ...paper.services.queue, send: async () => undefined } }
    const later = new Date(Date.now() + 61 * 60_000).toISOString()
    const dying: Services = { ...deaf, clock: { now: () => later } }
    await gatherNews(dying)
    expect(await correctEditions(dying)).toBe(1)
    expect(told(await paper.story(digest, 'mill'))).toContain('230')
    expect(JSON.stringify(paper.slack.posted)).not.toContain('230')
    await paper.pass(62)
    await paper.pass(5)
    const [post, ...below] = paper.slack.posted
    expect(JSON.stringify(post?.blocks)).toContain('230')
    expect(below).toHaveLength(1)
  })
})

describe('a story that is withdrawn after it was corrected', () => {
  let paper: CorrectedPaper

  beforeAll(async () => {
    paper = await startCorrectedPaper([mill])
  })
  afterAll(async () => await paper.stop())

  it('is told of nowhere, in its notes and in the record neither', async () => {
    const digest = await paper.post('C1', 'slack')
    paper.change(changed(mill, '320', '230'))
    await paper.pass(61)
    const asker: Asker = {
      workspace: { id: digest.workspace, kind: 'slack', name: 'Team' },
      channel: digest.channel,
      person: 'U1',
      mayManage: true,
    }
    const { id: story } = await paper.story(digest, 'mill')
    await runCommand({ kind: 'withdraw-story', story }, { asker, services: paper.services })
    await paper.pass(1)
    expect(paper.slack.posted).toHaveLength(2)
    expect(JSON.stringify(paper.slack.posted)).not.toMatch(/Ostrand|230|320/)
    const listed = await runCommand({ kind: 'list-corrections' }, { asker, services: paper.services })
    expect(JSON.stringify(listed)).not.toMatch(/Ostrand|230|320/)
    paper.change(changed(mill, '320', '240'))
    await paper.pass(61)
    expect(JSON.stringify(paper.slack.posted)).not.toContain('240')
  })
})

describe('a drill on invented pages', () => {
  it('leaves nothing wrong, and changes nothing without a note', async () => {
    const totals = await drillCorrections(12, 11)
    expect(totals).toMatchObject({ leftWrong: [], silent: [], notes: 0 })
    expect(totals.corrected).toBeGreaterThan(5)
  }, 120_000)
})

describe('a post that people have deleted', () => {
  let paper: CorrectedPaper

  beforeAll(async () => {
    paper = await startCorrectedPaper([mill])
  })
  afterAll(async () => await paper.stop())

  it('is as good as corrected, and gets no note', async () => {
    const digest = await paper.post('C1', 'slack')
    paper.change(changed(mill, '320', '230'))
    const edits = paper.slack.calls.filter(({ method }) => method === 'chat.update').length
    paper.slack.fail('chat.update', { kind: 'error', error: 'message_not_found' })
    await paper.pass(61)
    await paper.pass(61)
    expect(paper.slack.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(edits + 1)
    expect(paper.slack.posted).toHaveLength(1)
    expect(await paper.services.store.corrections.of(digest.workspace, 10)).toHaveLength(1)
    expect(await paper.services.store.corrections.unsettled('2020-01-01T00:00:00.000Z', 10)).toEqual([])
  })
})
