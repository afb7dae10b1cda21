import { selectorsDeclaring, squeeze } from '../markup/style-sheets.ts'
import { namesOf } from './near-heading.ts'

/** Style that hides a text, as `squeeze` writes it: without spaces and in lower case. */
const unseen =
  /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?(?:;|$|!)|font-size:(?:0|1)(?:px|pt|em|rem|%)?(?:;|$|!)|(?:text-indent|left|top|right|margin-left):-\d{3,}|clip:rect\(0|clip:rect\(1px|clip-path:(?:inset\((?:50|100)%|circle\(0)|transform:scale\(0|(?:max-)?(?:height|width):0(?:px)?(?:;|$|!)|color:transparent)/
/** White text without a background style is mostly white on white. */
const white = /(?:^|;)color:(?:#fff(?:fff)?|white|rgb\(255,255,255\))(?:;|$|!)/
const background = /(?:^|;)background(?:-color|-image)?:(?!#fff(?:fff)?(?:;|$|!)|white(?:;|$|!))/
/** Declarations with which a style sheet hides an element. */
const hiding = /(?:^|;)(?:display:none|visibility:hidden)/
/** Class names that mark text for screen readers only. */
const forReadersOfScreens =
  /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|screen-reader-only)(?:\s|$)/
/**
 * An element that a style sheet hides is kept if it has this share of the page's text: a script will probably show it.
 */
const mostHidden = 0.3

/** Removes everything that the page's readers cannot see, so that it gets neither into the rules nor into a prompt. */
export function dropHidden(document: Document): void {
  placeStreamed(document)
  dropDialogs(document)
  const whole = document.body?.textContent?.length ?? 0
  for (const selector of selectorsDeclaring(document, hiding)) {
    for (const element of document.querySelectorAll(selector))
      if ((element.textContent?.length ?? 0) < mostHidden * whole) element.remove()
  }
  for (const element of document.querySelectorAll(
    '[hidden], [aria-hidden="true"], [style], [class], template, noscript, dialog:not([open])',
  )) {
    if (isHidden(element)) element.remove()
    // The extractor would drop it for the mark alone.
    else element.removeAttribute('aria-hidden')
  }
}

/** Dialogs that ask for consent, by their roles and by the names that their makers give them. */
const dialogNames = new RegExp(
  [
    'onetrust',
    'didomi',
    'usercentrics',
    'cmpbox',
    'sp_message',
    String.raw`(?:^|\s)gdpr`,
    String.raw`(?:^|\s)(?:\w+-)?consent`,
    'cookie-?(?:banner|notice|bar|consent|policy|popup|modal|overlay|wall|settings|law)',
  ].join('|'),
  'i',
)

/** Removes dialogs over the page; an element with the article in it is none, whatever its name. */
function dropDialogs(document: Document): void {
  for (const element of document.querySelectorAll('[id], [class], [role="dialog"], [aria-modal="true"]')) {
    const isDialog = element.getAttribute('role') === 'dialog' || element.getAttribute('aria-modal') === 'true'
    if (!isDialog && !dialogNames.test(namesOf(element))) continue
    const isPage = /^(?:HTML|BODY|MAIN|ARTICLE)$/i.test(element.tagName)
    if (!isPage && !element.querySelector('h1, article, main') && !element.closest('article, p')) element.remove()
  }
}

/** Moves the parts that React streams behind the page into their places, as its script would. */
function placeStreamed(document: Document): void {
  const scripts = [...document.querySelectorAll('script')].map((script) => script.textContent ?? '')
  for (const part of document.querySelectorAll('div[hidden][id^="S:"]')) {
    const number = part.id.slice(2)
    const place = document.getElementById(`B:${number}`)
    const move = `$RC("B:${number}","S:${number}"`
    const isMoved = scripts.some((script) => script.includes(move))
    if (place && isMoved && /^TEMPLATE$/i.test(place.tagName)) place.replaceWith(...part.childNodes)
  }
}

function isHidden(element: Element): boolean {
  if (/^(?:TEMPLATE|NOSCRIPT|DIALOG)$/.test(element.tagName) || element.hasAttribute('hidden')) return true
  if (element.getAttribute('aria-hidden') === 'true')
    return !/^(?:P|BLOCKQUOTE)$/i.test(element.tagName) && element.querySelector('p') === null
  if (forReadersOfScreens.test(element.getAttribute('class') ?? '')) return true
  const style = squeeze(element.getAttribute('style') ?? '')
  return unseen.test(style) || (white.test(style) && !background.test(style))
}
