import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTerminalPlatform } from '../../../src/adapters/terminal/platform.ts'
import { renderTerminal } from '../../../src/adapters/terminal/render.ts'
import { columns, styleFor, wrap } from '../../../src/adapters/terminal/style.ts'
import { readPage } from '../../../src/article/page/read-page.ts'
import { rulesByline, writeByRules } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import { compose } from '../../../src/digest/compose.ts'
import { layoutDigest } from '../../../src/digest/layout.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { platformContract } from '../../contract/platform.ts'
import { story } from '../../fakes/articles.ts'

const plain = styleFor({}, true)
const addresses = { story: (id: string) => `http://127.0.0.1:3030/stories/${id}`, claim: () => null, desk: () => null }

describe('the terminal', () => {
  platformContract(async () => {
    const printed: string[] = []
    return {
      platform: createTerminalPlatform({ write: (text) => void printed.push(text) }, plain),
      seen: () => printed,
    }
  })

  it('shows a digest as a person is to read it', async () => {
    const folder = join(import.meta.dirname, '../../../samples')
    const articles = globSync('*/{dam-review,kettle-gorge-gate,valley-families-return}.html', { cwd: folder })
      .toSorted()
      .map((file) =>
        readPage(readFileSync(join(folder, file)), {
          url: `http://${file.replace('/', '.example/').replace('.html', '')}`,
          contentType: 'text/html',
        }),
      )
    const told = story(...articles)
    const { brief } = verify(writeByRules(told, grammarFor), told, { byline: rulesByline, grammarFor })
    const digest = compose([brief], {
      name: 'Morning digest',
      at: '2026-11-24T08:00:00Z',
      zone: 'Europe/London',
      stories: 5,
      followUps: new Map(),
      leadPublishers: 1,
      feeds: { total: 4, failing: ['Cape Wire'] },
    })
    const document = layoutDigest(digest, addresses)
    await expect(renderTerminal(document, plain)).toMatchFileSnapshot('../../golden/digest.txt')
    await expect(JSON.stringify(document, null, 2)).toMatchFileSnapshot('../../golden/digest.json')
  })

  it('lets no article move the cursor, ring a bell or hide a link', () => {
    const text = '\u001b[2Jgone\u0007 \u202eevil\u001b]8;;http://evil.example\u001b\\'
    const shown = renderTerminal(
      [
        { kind: 'note', text },
        { kind: 'title', text, detail: text },
      ],
      plain,
    )
    for (const control of ['\u0007', '\u001b', '\u202e']) expect(shown).not.toContain(control)
  })

  it('breaks lines by the columns that characters take', () => {
    expect(columns('日本')).toBe(4)
    expect(wrap('日本語 日本語 日本語', { width: 14, indent: '' })).toEqual(['日本語 日本語', '日本語'])
  })

  it('uses colour only on a terminal whose owner wants it', () => {
    expect(styleFor({ isTTY: true, columns: 200 }, false).bold('x')).toContain('\u001b')
    expect(styleFor({ isTTY: true, columns: 200 }, true).bold('x')).toBe('x')
    // A terminal that does not know its width is not one column wide.
    expect(styleFor({ isTTY: true, columns: 0 }, true).width).toBe(plain.width)
    expect(styleFor({ isTTY: false }, false).bold('x')).toBe('x')
  })
})
