import { describe, expect, it } from 'vitest'
import { markdownOf } from '../../src/chat/export/markdown.ts'
import { specimens } from '../../src/chat/gallery/gallery.ts'
import { poisoned, poisons, storyBlock } from '../fakes/documents.ts'

describe('a document as Markdown', () => {
  it('has headings, outlets, sections, answers below what they answer, and links to passages', () => {
    const [whole] = specimens
    expect(markdownOf(whole?.document ?? [])).toBe(
      `# Morning digest

Tue 24 Nov 08:00 (Europe/London) · 2 stories · 2 outlets

## 1. Bridge over the Tarn closes

[Tarn Weekly](<https://tarn-weekly.example/bridge>), [Valley Post](<https://valley-post.example/tarn>)

The bridge over the Tarn closed on Monday while workers replace its bolts. Buses run by way of the old ford until the work is done.

### They differ

- **Tarn Weekly:** twelve weeks / **Valley Post:** ten weeks

### Who says what

- **The town’s engineers** accuse Lind and Sons of having used steel that was too weak. (Tarn Weekly) [\\[1\\]](<https://tarn-weekly.example/bridge#:~:text=We%20had%20no%20choice>)
  - **Tomas Lind, spokesman for the builder**, denied that the steel was weak. (Valley Post) [\\[2\\]](<https://tarn-weekly.example/bridge#:~:text=We%20had%20no%20choice>)
- **Ana Ruiz, mayor of Tarn**: “We had no choice.” [\\[3\\]](<https://tarn-weekly.example/bridge#:~:text=We%20had%20no%20choice>) Ruiz said the steel may have cracked in March. (Tarn Weekly)

### No comment

- The county’s road office did not respond to requests for comment

### No response on record

- Gatemaker Ltd is accused, and the articles record no response.

*5 more claims not shown · 1 claim left out: its quotation was not found in the article*

## 2. Ferry captain takes the stand over night collision

[Tarn Weekly](<https://tarn-weekly.example/bridge>) · 1 independent publisher · new since Mon 23 Nov 08:00

The captain of the ferry Una was heard on Tuesday by the court in Port Ansel.

### Who says what

- **Edmund Carrick, captain**, denies that he had left the bridge. [\\[1\\]](<https://tarn-weekly.example/bridge#:~:text=We%20had%20no%20choice>)

*Written without AI (rules v3), checked against the articles. Check before you publish.*
`,
    )
  })

  it.each([
    '1. Not a list',
    '# Not a heading',
    '- Not an item',
    '*Not* _marked_ `up`',
    '<b>Not</b> a [link](x)',
    '2026',
  ])('shows words that are not ours as they are: %s', (words) => {
    const shown = markdownOf([storyBlock({ number: null, summary: [words] })])
    expect(shown.replace(/\\(?=[^a-z0-9\s])/gi, '')).toContain(words)
    expect(shown).not.toMatch(/(?<!\\)<b>|(?<!\\)\]\(x\)|^\d+\. Not|^# Not|^- Not|[^\\]\*Not|[^\\]`up/m)
  })

  it.each(poisons)('makes nothing of hostile words: %j', (poison) => {
    expect(markdownOf(poisoned(poison))).not.toMatch(/(?<!\\)<(?!https?:)|javascript:[^)]*>\)/)
  })
})
