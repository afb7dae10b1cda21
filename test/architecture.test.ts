import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { english as englishNews } from '../src/language/english/news.ts'
import { cueForms } from '../src/language/english/words/cue-verbs.ts'

/** What every stage of the work may look into. */
const stages = ['domain', 'language', 'digest', 'chat', 'store', 'ports.ts', 'services.ts', 'concurrency.ts']

/** Who may import whom. A room lists every room it may look into, besides itself. */
const services: Record<string, readonly string[]> = {
  domain: [],
  text: ['domain'],
  language: ['domain', 'text'],
  terms: ['domain', 'text'],
  feed: ['domain', 'text', 'terms'],
  article: ['domain', 'language', 'text', 'terms'],
  attribution: ['domain', 'language', 'text'],
  story: ['domain', 'language', 'text'],
  brief: ['domain', 'language', 'text', 'attribution'],
  evaluation: ['domain', 'language', 'text', 'attribution', 'brief'],
  chat: ['domain', 'language', 'text'],
  digest: ['domain', 'language', 'chat'],
  'ports.ts': ['domain', 'chat'],
  store: ['domain', 'chat'],
  'services.ts': ['domain', 'digest', 'store', 'ports.ts', 'intake', 'writing', 'commands'],
  intake: [...stages, 'terms', 'feed', 'article', 'story', 'publishing', 'commands'],
  writing: [...stages, 'brief', 'story'],
  publishing: [...stages, 'brief', 'writing', 'intake', 'commands'],
  commands: [...stages, 'terms', 'feed', 'article', 'brief', 'intake', 'writing', 'publishing'],
  upkeep: [...stages],
  'concurrency.ts': ['domain'],
  adapters: ['domain', 'terms', 'chat', 'ports.ts'],
  app: [...stages, 'terms', 'brief', 'adapters', 'intake', 'writing', 'publishing', 'commands', 'upkeep'],
  'worker.ts': ['terms', 'article', 'brief', 'feed', 'language', 'domain'],
  cli: [
    'app',
    'adapters',
    'commands',
    'intake',
    'writing',
    'concurrency.ts',
    'ports.ts',
    'feed',
    'article',
    'attribution',
    'brief',
    'evaluation',
    'story',
    'digest',
    'chat',
    'language',
    'text',
    'domain',
  ],
  'main.ts': ['cli', 'chat'],
}
const pureRooms = [
  'domain',
  'text',
  'language',
  'terms',
  'feed',
  'article',
  'attribution',
  'story',
  'brief',
  'evaluation',
  'digest',
  'chat',
]
/** Packages that are pure themselves, so that a pure room may use them. */
const purePackages = new Set([
  '@rowanmanning/feed-parser',
  'eld/extrasmall',
  'feedsmith',
  'html-entities',
  '@mozilla/readability',
  'linkedom',
  'temporal-polyfill',
  'tldts',
  '@vvo/tzdb',
  'jsonrepair',
  'zod',
])

/** Names of HTML, CSS, schema.org and of our own prompts that are English words as well. */
const technicalWords = new Set(
  'article comment comments about mentions posting report related cite note notes only through answers answer and'.split(
    ' ',
  ),
)
/** Rooms that ask a grammar, and know no word of a language themselves. */
const languageFree = ['text', 'attribution', 'brief', 'story', 'article']
/** Words that no pattern has but to find English: its commonest ones, and its verbs of saying in all their forms. */
const englishWords = new Set(
  [...englishNews.idle.split(/\s+/), ...cueForms()].filter((word) => word.length > 2 && !technicalWords.has(word)),
)
const regularExpression = /(?<=[=(,:!&|?[\s])\/(?![/*\s])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\n\\[])+)\/[gimsuy]*/g

const root = join(import.meta.dirname, '..')
/** Files of one folder at most, those of its rooms not counted. */
const mostFiles = 16
/** Commits from this day on are held to their form. */
const bodiesSince = '2026-11-28T09:00:00Z'
const src = join(root, 'src')
const files = globSync('**/*.ts', { cwd: src })
/** Each word with its type and where that is. */
const glossary = [
  ...readFileSync(join(root, 'docs/glossary.md'), 'utf8').matchAll(
    /^\| \*\*(.+?)\*\* \| `(\w+)` \| `(src\/[\w/.-]+)` \|/gm,
  ),
]
const glossaryTypes = new Set(glossary.map(([, , type = '']) => type))

describe('the tree', () => {
  it.each(files)('lets %s import only what its room may see', (file) => {
    const room = roomOf(file)
    const strangers = localImports(file).filter(
      (target) => roomOf(target) !== room && !services[room]?.includes(roomOf(target)),
    )
    expect(strangers).toEqual([])
  })

  it('keeps adapters from each other', () => {
    const crossings = files
      .filter((file) => file.startsWith('adapters/'))
      .flatMap((file) => localImports(file).map((target) => ({ file, target })))
      .filter(({ file, target }) => target.startsWith('adapters/') && target.split('/')[1] !== file.split('/')[1])
    expect(crossings).toEqual([])
  })

  it('keeps the pure rooms free of the outside world', () => {
    const impure = files
      .filter((file) => pureRooms.includes(roomOf(file)))
      .filter((file) => {
        const text = withoutComments(read(file))
        const packages = [...text.matchAll(/from '([^.'][^']*)'/g)].map(([, name]) => name ?? '')
        return (
          packages.some((name) => !purePackages.has(name)) ||
          /\b(?:process\.|fetch\(|Date\.now|Math\.random|new Date\(\)|setTimeout|console\.)/.test(text)
        )
      })
    expect(impure).toEqual([])
  })

  it('lets only app/config.ts read the environment', () => {
    expect(files.filter((file) => file !== 'app/config.ts' && read(file).includes('process.env'))).toEqual([])
  })

  it('lets only verify make a brief', () => {
    expect(files.filter((file) => /as (?:unknown as )?Brief\b/.test(read(file)))).toEqual(['brief/verify/verify.ts'])
  })

  it.each(files.filter((file) => languageFree.includes(roomOf(file))))('knows no word of English in %s', (file) => {
    const source = withoutComments(read(file))
    const patterns = [...source.matchAll(regularExpression)].map(([, pattern = '']) => withoutSyntax(pattern))
    const lists = [...source.matchAll(/[`']([^`']*)[`']\s*\.split\(/g)].map(([, list = '']) => list)
    const found = [...patterns, ...lists].flatMap((text) => text.toLowerCase().match(/[a-z']{2,}/g) ?? [])
    expect(found.filter((word) => englishWords.has(word))).toEqual([])
  })

  it('has no import cycle, types included', () => {
    expect(files.filter((file) => reaches(file, file, new Set()))).toEqual([])
  })

  it('lists commands without loading what they work with', () => {
    const loaded = loadedWith('commands/menu.ts')
    const packages = [...loaded].filter((name) => !name.endsWith('.ts') && !name.startsWith('node:'))
    expect(packages.toSorted()).toEqual(['@vvo/tzdb', 'temporal-polyfill', 'tldts'])
    expect([...loaded].filter((name) => /^(?:language|attribution|story|intake|writing)\//.test(name))).toEqual([])
  })

  it('keeps folders to a size that a reader takes in', () => {
    const folders = Map.groupBy(files, (file) => dirname(file))
    expect([...folders].flatMap(([folder, inside]) => (inside.length > mostFiles ? [folder] : []))).toEqual([])
  })

  it('gives no two exported types one name, and no other type the name of a glossary word', () => {
    const declared = files.flatMap((file) =>
      [...read(file).matchAll(/^(export )?(?:declare )?(?:abstract )?(?:interface|type|class|enum) (\w+)/gm)].map(
        ([, exported, name = '']) => ({ file, name, isExported: exported !== undefined }),
      ),
    )
    const shared = [...Map.groupBy(declared, ({ name }) => name)].filter(([name, all]) => {
      const places = new Set(
        all.filter(({ isExported }) => isExported || glossaryTypes.has(name)).map(({ file }) => file),
      )
      return places.size > 1
    })
    expect(shared.map(([name, all]) => [name, all.map(({ file }) => file)])).toEqual([])
  })

  it.each(files)('keeps %s to a length that a reader takes in', (file) => {
    expect(read(file).split('\n').length).toBeLessThanOrEqual(250)
  })

  it('keeps functions to a length that a reader takes in', () => {
    const long = files.flatMap((file) => longFunctions(read(file)).map((name) => `${file}: ${name}`))
    expect(long).toEqual([])
  })

  it('has no barrels and no default exports', () => {
    expect(files.filter((file) => /(?:^|\/)index\.ts$/.test(file) || /^export default/m.test(read(file)))).toEqual([])
  })

  it('says of each exported thing what it is', () => {
    const silent = files.flatMap((file) =>
      [...read(file).matchAll(/^(?<before>.*)\nexport (?:async )?(?:function|class) (?<name>\w+)/gm)]
        .filter(
          ({ groups }) =>
            pureRooms.includes(roomOf(file)) && !groups?.['before']?.endsWith('*/') && groups?.['before'] !== '',
        )
        .map(({ groups }) => `${file}: ${groups?.['name']}`),
    )
    expect(silent).toEqual([])
  })

  it('gives each word of the glossary an exported type', () => {
    expect(glossary.length).toBeGreaterThan(20)
    const missing = glossary.filter(
      ([, , type, file]) =>
        !new RegExp(`export (?:declare abstract class|interface|type) ${type}\\b`).test(
          readFileSync(join(root, file ?? ''), 'utf8'),
        ),
    )
    expect(missing.map(([, word]) => word)).toEqual([])
  })

  it('explains every setting in .env.example', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8')
    const settings = [...read('app/settings.ts').matchAll(/readonly ([A-Z][A-Z_]+):/g)].map(([, name]) => name ?? '')
    expect(settings.length).toBeGreaterThan(20)
    expect(settings.filter((name) => !new RegExp(`^#? ?${name}=`, 'm').test(example))).toEqual([])
  })

  it('names nothing in its documents that is not there', () => {
    const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })]
    const broken = documents.flatMap((document) =>
      [
        ...readFileSync(join(root, document), 'utf8').matchAll(
          /`((?:src|test|bench|docs|samples|prompts|bin)\/[\w./-]+)`/g,
        ),
      ]
        .map(([, path]) => path ?? '')
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${document}: ${path}`),
    )
    expect(broken).toEqual([])
  })

  it('has commits of one subject, with a body that says why', () => {
    const log = execFileSync('git', ['log', '--no-merges', `--since=${bodiesSince}`, '--format=%s%x1f%b%x1e'], {
      cwd: root,
      encoding: 'utf8',
    })
    const commits = log.split('\x1e').flatMap((entry) => (entry.trim() === '' ? [] : [entry.trim().split('\x1f')]))
    const wrong = commits.filter(([subject = '', body = '']) => subject.length > 72 || body.trim() === '')
    expect(wrong.map(([subject]) => subject)).toEqual([])
  })

  it('keeps generated and private things out of the repository', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n')
    expect(tracked.filter((file) => /^(?:node_modules|dist|data|coverage)\/|^\.env$/.test(file))).toEqual([])
  })
})

function read(file: string): string {
  return readFileSync(join(src, file), 'utf8')
}

/** What of a pattern is letters that it looks for. */
function withoutSyntax(pattern: string): string {
  return pattern
    .replace(/\\[pP]\{[^}]*\}|\\u\{?[\dA-Fa-f]+\}?|\\[a-zA-Z]/g, ' ')
    .replace(/\[(?:\\.|[^\]])*\]|\(\?<\w+>/g, ' ')
}

/** Whether a file imports another, itself or through others, types included. */
function reaches(from: string, target: string, seen: Set<string>): boolean {
  return localImports(from).some((next) => {
    if (next === target) return true
    if (seen.has(next)) return false
    seen.add(next)
    return reaches(next, target, seen)
  })
}

/** Every file and package that is loaded with a file: neither types nor what is imported while it runs. */
function loadedWith(file: string, loaded = new Set<string>()): Set<string> {
  const imports = withoutComments(read(file)).matchAll(/^(?:import|export) (?!type\b)([^';]*?)from '([^']+)'/gm)
  for (const [, names = '', path = ''] of imports) {
    if (/^\{(?:\s*type \w+,?)+\s*\} $/.test(names)) continue
    const target = path.startsWith('.') ? normalize(join(file, '..', path)) : path
    if (loaded.has(target)) continue
    loaded.add(target)
    if (target.endsWith('.ts')) loadedWith(target, loaded)
  }
  return loaded
}

function localImports(file: string): string[] {
  const text = withoutComments(read(file))
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path]) =>
    normalize(join(file, '..', path ?? '')),
  )
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? file
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

/** Functions of more than 70 lines, by the closing brace at the same indentation. */
function longFunctions(text: string): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    const [, indent = '', name = ''] = /^(\s*)(?:export )?(?:async )?function\*? (\w+)/.exec(line) ?? []
    if (!name) return []
    const length = lines.slice(at).findIndex((other) => other === `${indent}}`)
    return length > 70 ? [name] : []
  })
}
