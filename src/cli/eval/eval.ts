import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { attribute } from '../../attribution/attribute.ts'
import { type DeskArticle, isDeskArticle, readDeskArticle } from '../../evaluation/desk-set.ts'
import type { GoldText } from '../../evaluation/gold.ts'
import { readGoldLine } from '../../evaluation/gold-lines.ts'
import { readMarkedUp } from '../../evaluation/marked-up.ts'
import type { Mistake } from '../../evaluation/mistakes.ts'
import { addScores, f1, ratio, type Scores, scoreText } from '../../evaluation/score.ts'
import { grammarFor } from '../../language/grammars.ts'
import { printJson, readJsonLines } from '../streams.ts'
import { evaluateDesk } from './eval-desk.ts'
import { percent, row, share } from './figures.ts'

export interface EvalOptions {
  readonly json?: boolean
  /** How many mistakes to show of each kind. */
  readonly mistakes: number
  readonly offsets: 'utf16' | 'codepoint'
}

/** The project's own set, also part of the package. */
export const ownSet = join(import.meta.dirname, '../../../gold')

/**
 * Scores how well marked texts are read: attribution for marked-up articles (a folder, or JSON lines), and what readers
 * see for a desk set (JSON lines, or a folder with one JSON file per article).
 */
export async function evaluate(set = ownSet, { json = false, mistakes, offsets }: EvalOptions): Promise<void> {
  const desk = await readDeskSet(set)
  if (desk) return evaluateDesk(set, desk, { json, mistakes })
  const texts = await readSet(set, offsets)
  if (texts.length === 0) throw new Error(`${set} holds no marked texts (.txt, or JSON lines)`)
  const english = grammarFor('en')
  const scores = addScores(texts.map((text) => scoreText(text, attribute(text.text, english), english)))
  if (json) return printJson({ ...scores, f1: f1(scores) })
  process.stdout.write(`${inWords(set, scores, mistakes)}\n`)
}

/** The articles of a desk set; undefined if it is a set of another kind. */
async function readDeskSet(set: string): Promise<DeskArticle[] | undefined> {
  if (set === '-') return undefined
  const lines: unknown[] = []
  if (isFolder(set)) {
    const files = readdirSync(set).filter((file) => file.endsWith('.json'))
    for (const file of files.toSorted()) lines.push(JSON.parse(readFileSync(join(set, file), 'utf8')))
  } else {
    for await (const line of readJsonLines(set)) {
      if (!isDeskArticle(line)) return undefined
      lines.push(line)
    }
  }
  return lines.length > 0 && lines.every(isDeskArticle) ? lines.map(readDeskArticle) : undefined
}

function isFolder(set: string): boolean {
  return statSync(set, { throwIfNoEntry: false })?.isDirectory() ?? false
}

async function readSet(set: string, offsets: 'utf16' | 'codepoint'): Promise<GoldText[]> {
  if (set !== '-' && isFolder(set)) return readFolder(set)
  const texts: GoldText[] = []
  for await (const line of readJsonLines(set)) texts.push(readGoldLine(line, offsets))
  return texts
}

function readFolder(folder: string): GoldText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => readMarkedUp(basename(file, '.txt'), readFileSync(join(folder, file), 'utf8')))
}

function inWords(set: string, scores: Scores, shown: number): string {
  const { texts, precision, recall, source, speaker, act, directQuotes, recallBy, traps } = scores
  const rows = [
    `${basename(set)}: ${texts} texts, ${recall.of} attributions marked, ${precision.of} found`,
    '',
    row(
      'Attribution, F1',
      `${percent(f1(scores))}   (precision ${percent(ratio(precision))}, recall ${percent(ratio(recall))})`,
    ),
    row('Source, where the words were found', share(source)),
    ...(speaker.of > 0 ? [row('Speaker resolved', share(speaker))] : []),
    ...(act.of > 0 ? [row('Act', share(act))] : []),
    row('Direct quotations with their source', share(directQuotes)),
    ...(traps.of > 0 ? [row('Traps left alone', share(traps))] : []),
    ...Object.entries(recallBy).map(([tag, value]) => row(`Found, of those tagged ${tag}`, share(value))),
    '',
    'Mistakes by kind',
    ...mistakeLines(scores.mistakes, shown),
  ]
  return rows.join('\n')
}

function mistakeLines(mistakes: readonly Mistake[], shown: number): string[] {
  const kinds = Map.groupBy(mistakes, ({ kind }) => kind)
  return [...kinds]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .flatMap(([kind, list]) => [row(kind, String(list.length)), ...list.slice(0, shown).flatMap(mistakeInWords)])
}

function mistakeInWords({ text, gold, found }: Mistake): string[] {
  return [`    ${text}`, ...(gold ? [`      marked: ${gold}`] : []), ...(found ? [`      found:  ${found}`] : [])]
}
