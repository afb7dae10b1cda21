import type { ArticleKind } from '../domain/article.ts'
import { pageWords } from '../language/lists/page-words.ts'

export interface KindSigns {
  readonly headline: string
  readonly url: string | null
  /** The type that the page gives itself in JSON-LD: "OpinionNewsArticle". */
  readonly type: string | null
  readonly sections: readonly string[]
}

type OtherKind = 'opinion' | 'live' | 'roundup'

const filedAs = {
  opinion: wholeWord('opinion'),
  live: wholeWord('live'),
  roundup: wholeWord('roundup'),
} as const satisfies Readonly<Record<OtherKind, RegExp>>

function wholeWord(kind: OtherKind): RegExp {
  return new RegExp(`^(?:${pageWords.flatMap(({ filed }) => filed?.[kind] ?? []).join('|')})$`, 'i')
}

function isTitled(kind: OtherKind, headline: string): boolean {
  return pageWords.some(({ titled }) => titled?.[kind]?.test(headline))
}

/** Tells a report of one event from other kinds, by its headline, its address, and how its outlet files it. */
export function kindOf({ headline, url, type, sections }: KindSigns): ArticleKind {
  const plain = (words: string) => words.trim().replace(/[-_\s]+/g, ' ')
  const path = url && URL.canParse(url) ? new URL(url).pathname.split('/').slice(1, -1).map(plain) : []
  const filed = [...path, ...sections.map(plain)]
  if (/LiveBlog/i.test(type ?? '') || isTitled('live', headline) || path.some((word) => filedAs.live.test(word)))
    return 'live'
  if (isTitled('roundup', headline) || filed.some((word) => filedAs.roundup.test(word))) return 'roundup'
  if (/Opinion|Review(?:News)?Article/i.test(type ?? '') || isTitled('opinion', headline)) return 'opinion'
  return filed.some((word) => filedAs.opinion.test(word)) ? 'opinion' : 'report'
}
