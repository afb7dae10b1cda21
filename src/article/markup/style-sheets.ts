/** How many selectors from style sheets are looked for: each means a search through the whole page. */
const mostSelectors = 300
const longestSelector = 200

/** Selectors of classes and ids for which a style sheet in the page declares this on every screen; conditional rules do not count. */
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

/** Style with its spaces removed and in lower case, so that one pattern finds every way of writing it. */
export function squeeze(style: string): string {
  return style.replace(/\s+/g, '').toLowerCase()
}

function withoutComments(sheet: string): string {
  const [first = '', ...rest] = sheet.split('/*')
  return first + rest.map((piece) => (piece.includes('*/') ? piece.slice(piece.indexOf('*/') + 2) : '')).join('')
}

/** A sheet without its @media and other blocks, which hold rules of their own. */
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
