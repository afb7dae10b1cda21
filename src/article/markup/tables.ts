import { oneLine } from './lines.ts'

/** The longest cell of a table of data, in characters, and the most cells that are read. */
const longestCell = 80
const mostCells = 600
/** What a table of data has not, but one that lays out a page. */
const layout = 'table, p, div, a, script, style, template'

/**
 * Writes tables of data out as one paragraph a row, with the heading of each column before its value: “North: For 12,
 * Against 3”. Tables that lay out a page stay as they are.
 */
export function writeOutTables(document: Document): void {
  for (const table of document.querySelectorAll('table')) {
    if (table.querySelector(layout) !== null) continue
    const rows = rowsOf(table)
    if (!isData(rows)) continue
    const [first = [], ...rest] = rows
    const hasHeadings = first.every(({ isHeading }) => isHeading) && rest.length > 0
    const lines = (hasHeadings ? rest : rows).map((row) => lineOf(row, hasHeadings ? first : []))
    const written = document.createElement('div')
    for (const line of lines) {
      const paragraph = document.createElement('p')
      paragraph.textContent = line
      written.append(paragraph)
    }
    table.replaceWith(written)
  }
}

interface Cell {
  readonly text: string
  readonly isHeading: boolean
}

function rowsOf(table: Element): Cell[][] {
  return [...table.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => ({
      text: oneLine(cell.textContent),
      isHeading: /^TH$/i.test(cell.tagName),
    })),
  )
}

function isData(rows: readonly (readonly Cell[])[]): boolean {
  const cells = rows.flat()
  const isEven = rows.length >= 2 && rows.every((row) => row.length === rows[0]?.length && row.length >= 2)
  const hasNumbers = cells.some(({ text }) => /\d/.test(text))
  return isEven && hasNumbers && cells.length <= mostCells && cells.every(({ text }) => text.length <= longestCell)
}

function lineOf([name, ...values]: readonly Cell[], headings: readonly Cell[]): string {
  const said = values.map(({ text }, at) => [headings[at + 1]?.text, text].filter(Boolean).join(' '))
  return `${name?.text ?? ''}: ${said.join(', ')}`
}
