import { describe, expect, it } from 'vitest'
import { type Article, articleId } from '../../src/domain/article.ts'
import type { Draft } from '../../src/domain/brief.ts'
import { type Story, storyId } from '../../src/domain/story.ts'
import type { Writer } from '../../src/ports.ts'
import { writeDraft } from '../../src/writing/write-draft.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const sentence = 'The ferry Halcyon sailed to Sel on Tuesday for the first time since its hull was mended.'

describe('a story of which one article is closed to models', () => {
  it('is written by a model from the others, and still links to it', async () => {
    const given: Story[] = []
    const { verified, byline } = await writeDraft(story({ closedToModels: 'robots: noai' }), null, {
      writers: [writerThat(given)],
      log: silent,
    })
    expect(given.map(({ articles }) => articles.map(({ outlet }) => outlet))).toEqual([['Coast Post']])
    expect(byline.writer).toBe('llm')
    expect(verified.brief.summary.map(({ text }) => text)).toEqual([sentence])
    expect(verified.brief.articles.map(({ outlet }) => outlet)).toEqual(['Tarn Weekly', 'Coast Post'])
  })

  it('prints nothing of it that a model says all the same', async () => {
    const given: Story[] = []
    const { verified } = await writeDraft(story({ closedToModels: 'robots: noai' }), null, {
      writers: [writerThat(given, 'tarn')],
      log: silent,
    })
    expect(verified.brief.summary).toEqual([])
  })
})

/** A model that gives the sentence as from an article. */
function writerThat(given: Story[], from = 'coast'): Writer {
  return {
    byline: { writer: 'llm', model: 'a-model', prompt: 'p' },
    write: (asked): Promise<Draft> => {
      given.push(asked)
      const citation = { article: articleId(from), span: { start: 0, end: sentence.length } }
      return Promise.resolve({
        headline: 'Ferry to Sel sails again',
        summary: [{ text: sentence, citations: [citation] }],
        claims: [],
        differences: [],
      })
    },
  }
}

function story(terms: Pick<Article, 'closedToModels'>): Story {
  const article: Article = {
    id: articleId('coast'),
    outlet: 'Coast Post',
    publisher: 'Coast Post',
    headline: 'Ferry to Sel sails again',
    url: 'https://coast.example/ferry',
    byline: null,
    published: null,
    language: 'en',
    kind: 'report',
    sections: [],
    text: `${sentence}\n\nTickets cost what they cost before.`,
  }
  return {
    id: storyId('s'),
    articles: [
      { ...article, id: articleId('tarn'), outlet: 'Tarn Weekly', publisher: 'Tarn Weekly', ...terms },
      article,
    ],
  }
}
