import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import type { Command, CommandKind, Commands } from '../../chat/commands/command.ts'
import { markdownOf } from '../../chat/export/markdown.ts'
import type { Operator } from '../../ports.ts'
import { untrusted, untrustedNote } from './untrusted.ts'

/** A server for assistants, over the Model Context Protocol: what was posted and who said what, to be read and not changed. */
export function mcpServer(operator: Operator, version: string): McpServer {
  const server = new McpServer({ name: 'onrecord', version }, { instructions: untrustedNote })
  const answer: Answering = async (command, shown) => {
    const reply = await operator.answer(command)
    if (!reply.done) return { isError: true, content: [{ type: 'text', text: reply.text }] }
    return { content: [{ type: 'text', text: shown(reply.data, markdownOf(reply.document)) }] }
  }
  addReading(server, answer)
  addAsking(server, answer)
  return server
}

/** Carries out a command, and turns its answer into what the assistant is shown. */
type Answering = <Kind extends CommandKind>(
  command: Command<Kind>,
  shown: (data: Commands[Kind]['data'], markdown: string) => string,
) => Promise<CallToolResult>

const whole = (_data: unknown, markdown: string) => untrusted(markdown)
const readOnly = { readOnlyHint: true, openWorldHint: false } as const
const day = z.string().optional().describe('A day, month or year: 2026-03-14, 2026-03, 2026')

/** What went out: editions, digests and stories. */
function addReading(server: McpServer, answer: Answering): void {
  server.registerTool(
    'editions',
    { description: 'Lists the editions of digests that went out, newest first.', annotations: readOnly },
    async () => await answer({ kind: 'list-editions' }, (editions) => JSON.stringify(editions)),
  )
  server.registerTool(
    'digest',
    {
      description: 'One edition of a digest, with its stories, who says what, and links to the passages.',
      inputSchema: { edition: z.string().optional().describe('Its id, as editions lists it; the latest if left out') },
      annotations: readOnly,
    },
    async ({ edition = null }) => await answer({ kind: 'export-edition', edition }, whole),
  )
  server.registerTool(
    'story',
    {
      description: 'One story with all of its claims.',
      inputSchema: { story: z.string().describe('Its id') },
      annotations: readOnly,
    },
    async ({ story }) =>
      await answer({ kind: 'show-story', story }, ({ claims }, markdown) =>
        untrusted(`${markdown}\nClaims by id, for the tool evidence:\n${idsOf(claims)}`),
      ),
  )
}

/** Questions: who said what, what was said about something, and where it stands. */
function addAsking(server: McpServer, answer: Answering): void {
  server.registerTool(
    'claims',
    {
      description:
        'What a speaker was reported as saying, by date, with outlet, passage, answers and corrections. Finds only what was posted here: if nothing is found, that is no proof that it was never said.',
      inputSchema: {
        speaker: z.string().describe('A name, or part of one'),
        about: z.string().optional().describe('Words that the statement or its passage must have'),
        outlet: z.string().optional(),
        since: day,
        until: day,
      },
      annotations: readOnly,
    },
    async (given) => await answer({ kind: 'show-claims', ...withoutUndefined(given) }, whole),
  )
  server.registerTool(
    'search',
    {
      description: 'What was reported as said about a topic, by anybody, newest first. All words must be there.',
      inputSchema: {
        words: z.string().describe('Words of the topic'),
        outlet: z.string().optional(),
        since: day,
        until: day,
      },
      annotations: readOnly,
    },
    async ({ words, ...more }) =>
      await answer({ kind: 'show-claims', speaker: '', about: words, ...withoutUndefined(more) }, whole),
  )
  server.registerTool(
    'evidence',
    {
      description: 'The passage of the article that a claim is from.',
      inputSchema: { story: z.string().describe('The story’s id'), claim: z.string().describe('The claim’s id') },
      annotations: readOnly,
    },
    async ({ story, claim }) =>
      await answer({ kind: 'show-evidence', story, claim }, (data) => untrusted(JSON.stringify(data))),
  )
}

function idsOf(claims: readonly object[]): string {
  return claims
    .map((claim) => ({ id: '', words: '', ...claim }))
    .map(({ id, words }) => `${id}: ${words}`)
    .join('\n')
}

/** The fields that have a value. */
function withoutUndefined<Given extends object>(given: Given): { [Key in keyof Given]: NonNullable<Given[Key]> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Given]: NonNullable<Given[Key]>
  }
}
