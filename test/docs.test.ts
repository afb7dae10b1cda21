import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root })]
const deployed = ['Dockerfile', 'compose.yaml', ...globSync('deploy/*', { cwd: root })]
const read = (file: string) => readFileSync(join(root, file), 'utf8')

describe('what the documents name', () => {
  it.each(pages)('is there, where %s leads to it', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, path = '']) => path)
    expect(links.filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([])
  })

  it.each([...pages, ...deployed])('in %s are settings that exist', (page) => {
    const known = new Set([...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name))
    const named = [...read(page).matchAll(/\b(?:ONRECORD|SLACK|DISCORD|OPENAI)_[A-Z_]+\b|\bDATABASE_URL\b/g)].map(
      ([name]) => name,
    )
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([])
  })

  it.each(pages)('in %s are verbs and options of the command line', (page) => {
    // A line that ends in a backslash goes on in the next.
    const commands = [
      ...read(page)
        .replace(/\\\n\s*/g, ' ')
        .matchAll(/(?:^|[`(“ ])(?:npx )?onrecord ([a-z-]+)((?: [^`\n”]*)?)/gm),
    ].map(([, verb = '', rest = '']) => ({ verb, rest: rest.split('#', 1)[0] ?? '' }))
    const wrong = commands.flatMap(({ verb, rest }) => {
      if (!verbs.has(verb)) return [verb]
      const flags = [...rest.matchAll(/ (--[a-z-]+)/g)].map(([, flag = '']) => flag)
      const below = rest.trim().split(/ +/, 1)
      return flags.filter((flag) => ![[verb], [verb, ...below]].some((path) => helpOf(path).includes(flag)))
    })
    expect(wrong).toEqual([])
  })
})

const helps = new Map<string, string>()
const verbs = new Set([...helpOf([]).matchAll(/^ {2}([a-z-]+) /gm)].map(([, verb]) => verb))

/** The help of a verb, or of one below it. */
function helpOf(path: readonly string[]): string {
  const key = path.filter((word) => /^[a-z][a-z-]*$/.test(word)).join(' ')
  const known = helps.get(key)
  if (known !== undefined) return known
  const asked = [join(root, 'bin/onrecord.js'), ...key.split(' ').filter(Boolean), '--help']
  const help = execFileSync(process.execPath, asked, { encoding: 'utf8' })
  helps.set(key, help)
  return help
}
