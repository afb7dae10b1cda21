/** How many style-sheet selectors are looked up: each means a search through the whole page. */
const mostSelectors = 300
const longestSelector = 200

/** The class and id selectors for which the page's style sheets declare this on every screen, not under conditions. */
export function selectorsDeclaring(document: Document, declaration: RegExp): string[] {
  const sheets = [...document.querySelectorAll('style')].map((sheet) => sheet.textContent ?? '')
  return sheets
    .flatMap((sheet) => {
      const plain = withoutBlocks(withoutComments(sheet.slice(0, 200_000)))
      return plain
        .split('}')
        .map((rule) => rule.split('{'))
        .filter(([, declarations = '']) => declaration.test(squeeze(declarations)))
        .flatMap(([selectors = '']) => selectors.split(','))
        .map((selector) => selector.trim())
        .filter((selector) => selector.length <= longestSelector && /^[a-z]*[.#][\w-]+$/i.test(selector))
    })
    .slice(0, mostSelectors)
}

/** Style in lower case and without spaces, so that one pattern matches every way of writing it. */
export function squeeze(style: string): string {
  return style.replace(/\s+/g, '').toLowerCase()
}

function withoutComments(sheet: string): string {
  const [first = '', ...rest] = sheet.split('/*')
  return first + rest.map((piece) => (piece.includes('*/') ? piece.slice(piece.indexOf('*/') + 2) : '')).join('')
}

/** A style sheet without @media and other blocks that contain rules of their own. */
function withoutBlocks(sheet: string): string {
  let kept = ''
  let depth = 0
  let block = false
  for (const piece of sheet.split(/([{}@])/)) {
    if (piece === '@' && depth === 0) block = true
    if (piece === '{') depth += 1
    if (!block) kept += piece
    if (piece === '}') depth = Math.max(0, depth - 1)
    if (piece === '}' && depth === 0) block = false
    else if (block && depth === 0 && piece.includes(';')) block = false
  }
  return kept
}
