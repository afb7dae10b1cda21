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
    '© .{0,80}',
    '\\(?(?:photo|image) (?:by|credit).{0,80}',
    'follow .{0,60} on (?:twitter|facebook|instagram|linkedin|x).{0,60}',
    'tell us what you think.{0,20}',
    'want more stories like this\\?',
    'sign up (?:for|to) .{0,120}',
    '\\[/?button.*\\]',
  ].join('|')})$`,
  'i',
)

/** Lines that stand above an article: where it is, when it came, who wrote it. */
const above = new RegExp(
  `^(?:${[
    'https?://\\S+',
    '(?:first )?(?:published|updated|posted|last updated|last modified)\\b.{0,60}',
    '(?:by|von|par|por|di) \\p{Lu}.{0,80}',
    '\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}(?:,? (?:at |um |kl\\.? )?\\d{1,2}[:.]\\d{2}.{0,12})?',
    '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.? (?:\\d{1,2},? )?\\d{4}(?:.{0,24})',
    '\\d+ min(?:ute)?s? read',
  ].join('|')})$`,
  'iu',
)
/** What is written below a picture. */
const caption =
  /^in this .{4,80}\b(?:photo|photograph|image)\b|\((?:ap )?(?:photo|image)(?:\/| by| courtesy| credit|:).{0,80}\)\W*$|[/(|]\s*(?:getty images|shutterstock|afp|epa|ap photo)\W*$/i
/** A caption is no longer than this, in characters. */
const longestCaption = 400
/** So many paragraphs may stand above an article. */
const mostAbove = 8

/** The paragraphs of an article without what its site has put between and above them. */
export function withoutFurniture(paragraphs: readonly string[], headline: string): string[] {
  const same = (text: string) => headline !== '' && text.toLowerCase() === headline.toLowerCase()
  return paragraphs.filter(
    (text, at) =>
      !furniture.test(text) &&
      !(text.length < longestCaption && caption.test(text)) &&
      !(at < mostAbove && (same(text) || (text.length < 120 && above.test(text)))),
  )
}
