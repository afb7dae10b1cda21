import { selectorsDeclaring, squeeze } from '../markup/style-sheets.ts'

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
  const whole = document.body?.textContent?.length ?? 0
  for (const selector of selectorsDeclaring(document, hiding)) {
    for (const element of document.querySelectorAll(selector))
      if ((element.textContent?.length ?? 0) < mostHidden * whole) element.remove()
  }
  for (const element of document.querySelectorAll(
    '[hidden], [aria-hidden="true"], [style], [class], template, noscript, dialog:not([open])',
  )) {
    if (isHidden(element)) element.remove()
  }
}

function isHidden(element: Element): boolean {
  if (/^(?:TEMPLATE|NOSCRIPT|DIALOG)$/.test(element.tagName) || element.hasAttribute('hidden')) return true
  if (element.getAttribute('aria-hidden') === 'true') return element.querySelector('p') === null
  if (forReadersOfScreens.test(element.getAttribute('class') ?? '')) return true
  const style = squeeze(element.getAttribute('style') ?? '')
  return unseen.test(style) || (white.test(style) && !background.test(style))
}
