/** Lines that sites put into articles and that nobody wrote for one: the whole paragraph is such a line. */
const furniture = new RegExp(
  `^(?:${[
    'advert(?:isement)?s?',
    'ad(?:vertisement)? - .{0,40}',
    'sign (?:in|up)',
    'log in',
    'subscribe(?: now)?',
    'share(?: this)?(?: (?:article|story|page))?',
    'tweet',
    'print',
    'comments?',
    '\\d+ comments?',
    'related(?: (?:articles?|stories|content|topics|news))?:?',
    '(?:article |story )?continues? (?:reading )?below(?: advertisement)?',
    'read more:?',
    'more on this(?: story)?:?',
    "don[’']t miss",
    'this slideshow requires javascript\\.?',
    'loading\\W*',
    'getty images?',
    '(?:image|photo|picture|photograph|credit)s?: .{0,80}',
    '\\(?(?:photo|image) (?:by|credit).{0,80}',
    'follow .{0,60} on (?:twitter|facebook|instagram|linkedin|x).{0,60}',
    'tell us what you think.{0,20}',
    'want more stories like this\\?',
    'sign up (?:for|to) .{0,120}',
    '\\[/?button.*\\]',
    'image \\d+ of (?:/ )?\\d+',
    'caption',
    'close',
    '[\\d.,]+',
    '\\S+@\\S+\\.\\w{2,24}',
    '(?:https?://)?(?:www\\.)?(?:twitter|facebook|instagram|x)\\.com/\\S+',
    '@\\w+',
    'by',
    '(?:reuters|associated press|afp|dpa)',
    'like this (?:story|article).{0,60}',
    '(?:copyright )?(?:©|ⓒ|\\(c\\)) .{0,160}',
    'copyright .{0,100}all rights reserved\\.?',
    'all rights reserved\\.?',
  ].join('|')})$`,
  'iu',
)

/** Lines that stand above an article: where it is, when it came, who wrote it. */
const above = new RegExp(
  `^(?:${[
    'https?://\\S+',
    '(?:first )?(?:published|updated|posted|last updated|last modified)\\b.{0,60}',
    '\\p{Lu}[\\p{L}. ’-]{3,40}, (?:ap|associated press|reuters|staff|special to) .{0,40}(?:writer|reporter|correspondent|editor)',
    '\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}(?:,? (?:at |um |kl\\.? )?\\d{1,2}[:.]\\d{2}.{0,12})?',
    '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.? (?:\\d{1,2},? )?\\d{4}(?:.{0,24})',
    '\\d+ min(?:ute)?s? read',
  ].join('|')})$`,
  'iu',
)
/** What is written below a picture. */
const caption =
  /^in this .{4,80}\b(?:photo|photograph|image)\b|\((?:ap )?(?:photo|image)(?:\/| by| courtesy| credit|:).{0,80}\)\W*$|\((?:image |photo )?credits?: .{0,80}\)\W*$|[.!?](?:reuters|getty images|ap|afp)$|[/(|]\s*(?:getty images|shutterstock|afp|epa|ap photo)\W*$/i
/** What asks a reader to do something for the site, and how. */
const appeal =
  /(?:^|[.!?] )(?:get|sign up|subscribe|follow|join|like|listen|start your|click here|want more|download (?:our|the)|e-?mail (?:us|him|her|\p{Lu}))\b/iu
const reward =
  /\b(?:newsletters?|(?:your|our) inbox|delivered (?:to|through|straight to) your|(?:news|email) (?:alerts|emails)|on (?:twitter|facebook|instagram)|app store|promo code|use the code|our (?:\w+ )?(?:forums?|app|podcast|channel)|at [\w.-]+@[\w.-]+\w)\b/i
const told = /\b(?:said|says|told|according)\b/i
/** What a site says of itself wherever it is. */
const ofTheSite =
  /\b(?:(?:this|our) (?:web)?site uses cookies|we use cookies|we may (?:earn|receive) (?:an? )?(?:affiliate )?commission|may (?:earn|receive) an affiliate commission|subject to copyright\. apart from|contents of this site are ©|no part (?:of this \w+ )?may be reproduced|moderating all comments)/iu
/** Lines that are made of names, dates and little words alone. */
const credit = /^\(?(?:additional |with )?(?:reporting|writing|editing|compiled) by /i
const creditWords = new Set('and by in with from for the of additional reporting writing editing compiled'.split(' '))
const stamp = /^(?:updated|published|posted)\b:?/i
const stampWords = /^(?:at|on|[ap]\.?m\.?|\d[\d:./-]*|\p{Lu}\p{L}{1,8})[,.]?$/u
const byline = /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i) \p{Lu}[^.!?]{0,80}$/u
/** A line that says when an article came is no longer than this, in characters. */
const longestStamp = 60
/** Whose work it is, in a line below it. */
const aboutWriter =
  /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){0,3}(?: \([^()]{3,60}\))? is (?:an?|the|our) .{0,80}\b(?:writer|editor|reporter|journalist|correspondent|author|columnist|contributor|blogger|producer)\b/u
/** Headings behind which there is no more of the article. */
const behind =
  /^(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)\b.{0,20}|more (?:great |top )?(?:\p{L}+ ){0,4}(?:stories|news|coverage|headlines|reading)|(?:most|recommended|trending|popular|related) (?:read|popular|stories|articles|posts|content|videos|topics|news|for you|links?|now)|(?:read|up|coming up) next|further reading)\W*$/iu
const aboutAuthor = /^about the (?:authors?|writers?)\W*$/i
/** What stands behind such a heading is at most this share of the whole, and most of it short, in characters. */
const mostBehind = 0.3
const shortLine = 200
/** What is no part of an article is no longer than this, in characters. */
const longestAside = 450
/** A caption is no longer than this, in characters. */
const longestCaption = 400
/** So many paragraphs may stand above an article. */
const mostAbove = 8

/** The paragraphs of an article without what its site has put between and above them. */
export function withoutFurniture(paragraphs: readonly string[], headline: string): string[] {
  const same = (text: string) => headline !== '' && text.toLowerCase() === headline.toLowerCase()
  const own = paragraphs.slice(0, endOf(paragraphs))
  return own.filter(
    (text, at) =>
      !(text.length < longestAside && isAside(text, at >= own.length - 2)) &&
      !(text.length < longestCaption && caption.test(text)) &&
      !(
        at < mostAbove &&
        (same(text) || (text.length < 120 && !isSentence(text) && (above.test(text) || byline.test(text))))
      ),
  )
}

function isSentence(text: string): boolean {
  return /\p{L}{3,}[.!?][”"]?$/u.test(text)
}

function isAside(text: string, isLast: boolean): boolean {
  if (isCredit(text) || isStamp(text)) return true
  if (told.test(text)) return false
  return (
    furniture.test(text) ||
    (appeal.test(text) && reward.test(text)) ||
    ofTheSite.test(text) ||
    (isLast && aboutWriter.test(text))
  )
}

function isCredit(text: string): boolean {
  const words = text
    .replace(/[(),.;]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  return credit.test(text) && words.every((word) => /^\p{Lu}/u.test(word) || creditWords.has(word.toLowerCase()))
}

function isStamp(text: string): boolean {
  const [first = '', ...rest] = text.split(/\s+/)
  const isLike = stamp.test(first) && text.length < longestStamp && /\d/.test(text)
  return isLike && rest.every((word) => stampWords.test(word))
}

/** How many paragraphs there are before the heading of what a site puts behind its articles; all where there is none. */
function endOf(paragraphs: readonly string[]): number {
  const lengths = paragraphs.map((text) => text.length)
  const whole = lengths.reduce((sum, each) => sum + each, 0)
  let before = 0
  for (const [at, text] of paragraphs.entries()) {
    const left = whole - before
    if (at > 2 && left <= mostBehind * whole && isEnd(text, paragraphs.slice(at + 1))) return at
    before += lengths[at] ?? 0
  }
  return paragraphs.length
}

/** Whether a heading, and what stands behind it, are none of the article. */
function isEnd(heading: string, rest: readonly string[]): boolean {
  return aboutAuthor.test(heading) || (behind.test(heading) && areShort(rest))
}

function areShort(paragraphs: readonly string[]): boolean {
  return paragraphs.filter((text) => text.length < shortLine).length >= 0.6 * paragraphs.length
}
