import type { ClaimLine, Document, StoryBlock } from '../../src/chat/document.ts'

/** A story block with these parts and default values for the rest. */
export function storyBlock(parts: Partial<StoryBlock> = {}): StoryBlock {
  return {
    kind: 'story',
    id: 'story-1',
    number: 1,
    headline: 'Bridge over the Tarn closes',
    outlets: [{ outlet: 'Tarn Weekly', url: 'https://tarn.example/bridge', published: '2026-11-24T07:00:00.000Z' }],
    summary: ['The bridge closed on Monday for twelve weeks.'],
    differences: [],
    claims: [claimLine()],
    followUp: null,
    agreement: null,
    quotations: [],
    notes: [],
    moreClaims: 2,
    silences: ['Steelmaker Ltd did not respond to requests for comment'],
    unanswered: [],
    withheld: ['1 claim left out: its quotation was not found in the article'],
    links: [],
    byline: 'written by rules, version 1',
    ...parts,
  }
}

export function claimLine(parts: Partial<ClaimLine> = {}): ClaimLine {
  return {
    id: 'c1',
    speaker: 'Ana Ruiz, mayor of Tarn',
    act: null,
    manner: ['on Monday'],
    words: '“We had no choice”',
    evidence: 'https://tarn.example/bridge#:~:text=We%20had',
    responses: [],
    ...parts,
  }
}

/** A digest with this many stories, each with this many claims. */
export function digestDocument(stories: number, claims = 3): Document {
  const lines = Array.from({ length: claims }, (_, at) =>
    claimLine({
      id: `c${at}`,
      words: `“We had no choice at all, and that for the ${at + 1}th time this year,” she told the council`,
    }),
  )
  return [
    {
      kind: 'title',
      text: 'Morning digest',
      detail: `Tue 24 Nov 08:00 (Europe/London) · ${stories} stories · 3 outlets`,
    },
    ...Array.from({ length: stories }, (_, at) => storyBlock({ id: `story-${at + 1}`, number: at + 1, claims: lines })),
    { kind: 'note', text: 'Summaries made by machine and checked against the articles by machine.' },
  ]
}

/** A digest with one text in every place where an article's words may appear. */
export function poisoned(text: string): Document {
  const line = claimLine({ speaker: text, manner: [text], words: text, act: text, evidence: text })
  return [
    { kind: 'title', text, detail: text },
    storyBlock({
      headline: text,
      outlets: [{ outlet: text, url: text, published: text }],
      summary: [text, text],
      differences: [
        {
          versions: [
            { outlet: text, words: text },
            { outlet: text, words: text },
          ],
        },
      ],
      claims: [{ ...line, responses: [line] }],
      silences: [text],
      unanswered: [text],
      withheld: [text],
      links: [{ label: text, url: text }],
      byline: text,
    }),
    { kind: 'note', text },
    { kind: 'alert', text },
  ]
}

/** Texts that an attacker might put into a headline; invented, after known kinds of attack. */
export const poisons: readonly string[] = [
  '<!channel> read this',
  '<!everyone>',
  '<@U024BE7LH> you',
  '<#C024BE7LR>',
  '<https://evil.example|https://tarn.example>',
  '<javascript:alert(1)|click>',
  '@everyone @here',
  '<@123456789012345678> <@&123456789012345678> </ban:123456789012345678>',
  '[click](https://evil.example) ![x](https://evil.example/x.png)',
  '**bold** _under_ ~~gone~~ `code` ||spoiler|| > quote',
  '```\n@everyone\n```',
  '# Heading\n- list\n> quote',
  '&lt;!channel&gt; &amp;lt;@U1&amp;gt;',
  '\u202Egnp.exe\u202C',
  'zero\u200Bwidth\u2060 and tag \u{E0041}\u{E0042}',
  'line\u2028separator\u2029and\u0000null\u0007bell',
  'https://evil.example/path http://evil.example discord.gg/evil',
  '👩‍👩‍👧‍👦'.repeat(400),
  'x'.repeat(20_000),
  '*_~`|>#'.repeat(1_000),
  '<a:dance:123456789012345678> :smile: <t:1700000000:R>',
  'https://user:secret@evil.example/',
]
