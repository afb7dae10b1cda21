import type { ArticleKind } from '../domain/article.ts'

export interface KindSigns {
  readonly headline: string
  readonly url: string | null
  /** The type that the page gives itself in JSON-LD: "OpinionNewsArticle". */
  readonly type: string | null
  readonly sections: readonly string[]
}

const opinionWords =
  /^(?:opinions?|editorials?|op ?ed|columns?|columnists?|comment(?:ary|isfree| is free)?|letters?(?: to the editor)?|viewpoints?|blogs?|kommentare?|leitartikel|meinung|opinion|tribunes?)$/i
const liveWords = /^(?:live|live ?blogs?|liveticker|en direct|live updates?)$/i
const roundupWords =
  /^(?:(?:morning|evening|daily|weekly|news) ?(?:briefings?|newsletters?|digest|round ?up)|round ?ups?|briefings?|newsletters?|playbook)$/i

const opinionTitle =
  /^(?:opinion|editorial|comment|commentary|letters?|column|analysis and opinion|op-?ed)\s*[:|–—]|\|\s*(?:opinion|editorial|letters?)\s*$/i
const liveTitle =
  /^(?:live|live ?blog|liveticker|en direct)\s*[:|–—-]|\blive (?:updates?|blog|coverage)\b|[–—-]\s*(?:live|as it happened)\s*$|\bas it happened\b/i
const roundupTitle =
  /^(?:(?:your |the )?(?:morning|evening|daily|weekly|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|today['’]s|this week['’]s)[\w' ’]{0,20} (?:briefing|news ?letter|round-?up|digest|headlines|recap)|news (?:briefing|round-?up|in brief)|what (?:you need|to know) (?:to know )?(?:today|this (?:morning|week|evening))|(?:\d+|five|six|seven|ten) (?:things|stories|headlines) (?:to know|you|we|from|that)|in brief\b|briefly\b)|\b(?:news|evening|morning|weekly|daily) round-?up\b|\btop stories\b/i

/** Tells a report of one event from what only looks like one, by its title, its address, and how its outlet files it. */
export function kindOf({ headline, url, type, sections }: KindSigns): ArticleKind {
  const plain = (words: string) => words.trim().replace(/[-_\s]+/g, ' ')
  const path = url && URL.canParse(url) ? new URL(url).pathname.split('/').slice(1, -1).map(plain) : []
  const filed = [...path, ...sections.map(plain)]
  if (/LiveBlog/i.test(type ?? '') || liveTitle.test(headline) || path.some((word) => liveWords.test(word)))
    return 'live'
  if (roundupTitle.test(headline) || filed.some((word) => roundupWords.test(word))) return 'roundup'
  if (/Opinion|Review(?:News)?Article/i.test(type ?? '') || opinionTitle.test(headline)) return 'opinion'
  return filed.some((word) => opinionWords.test(word)) ? 'opinion' : 'report'
}
