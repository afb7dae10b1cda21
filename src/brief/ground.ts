import { sliceSpan, spansOverlap } from '../domain/article.ts'
import type { ArticleSentence, Ground, ReadArticle } from '../language/check.ts'
import type { Evidence, Passage } from './evidence.ts'

/** The headline and the outlet that an article is published under. */
export interface Published {
  readonly headline: string
  readonly outlet: string
}

const read = new WeakMap<Evidence, Map<string, ReadArticle>>()

/** Prepares an article for the checks; the result is cached for as long as its reading exists. */
export function readArticle(evidence: Evidence, published: Published): ReadArticle {
  // Callers pass whole articles; only the fields that are used here belong in the key.
  const key = JSON.stringify([published.headline, published.outlet])
  const known = read.get(evidence)?.get(key)
  if (known) return known
  const made = makeArticle(evidence, published)
  read.set(evidence, (read.get(evidence) ?? new Map<string, ReadArticle>()).set(key, made))
  return made
}

function makeArticle(evidence: Evidence, { headline, outlet }: Published): ReadArticle {
  const { text, parts, attributions, grammar } = evidence
  let index = 0
  const sentences = parts.flatMap(({ sentences: stated }, paragraph) =>
    stated.map(({ span }): ArticleSentence => {
      const own = attributions.filter(({ content, cue, source }) =>
        [...content, ...cue, ...source].some((piece) => spansOverlap(piece, span)),
      )
      const sentence = { ...grammar.words.readWords(sliceSpan(text, span)), span, paragraph, index, attributions: own }
      index += 1
      return sentence
    }),
  )
  const title = grammar.words.readWords(headline)
  const all = sentences.flatMap((sentence) => sentence.words)
  return {
    evidence,
    sentences,
    forms: new Set([...all, ...title.words].map(({ form }) => form)),
    names: new Set(all.filter(({ isCapital, opensSentence }) => isCapital && !opensSentence).map(({ lower }) => lower)),
    common: new Set(all.filter(({ text: word }) => /^\p{Ll}/u.test(word)).map(({ lower }) => lower)),
    headline: title,
    outlet,
  }
}

/** Finds the ground of a sentence: the article sentences that it cites, and those near them. */
export function groundOf(passages: readonly Passage[], publishedOf: (evidence: Evidence) => Published): Ground {
  const byArticle = new Map<ReadArticle, ArticleSentence[]>()
  for (const { evidence, span } of passages) {
    const article = readArticle(evidence, publishedOf(evidence))
    const cited = article.sentences.filter((sentence) => spansOverlap(sentence.span, span))
    byArticle.set(article, [...(byArticle.get(article) ?? []), ...cited])
  }
  const owner = new Map<ArticleSentence, ReadArticle>()
  for (const article of byArticle.keys()) for (const sentence of article.sentences) owner.set(sentence, article)
  const cited = [...new Set([...byArticle.values()].flat())]
  const near = [...byArticle].flatMap(([article, own]) =>
    article.sentences.filter(
      (sentence) =>
        own.includes(sentence) ||
        own.some(
          ({ paragraph, index }) =>
            (sentence.paragraph === paragraph && Math.abs(sentence.index - index) <= 2) ||
            Math.abs(sentence.index - index) === 1,
        ),
    ),
  )
  return {
    articles: [...byArticle.keys()],
    cited,
    near,
    citedForms: new Set(cited.flatMap(({ forms }) => [...forms])),
    articleOf: (sentence) => {
      const article = owner.get(sentence)
      if (!article) throw new Error('the sentence is of no cited article')
      return article
    },
  }
}
