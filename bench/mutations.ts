import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Takes away, one at a time, what keeps a message from going out twice or not at all, and sees whether a test notices. */

interface Mutation {
  readonly what: string
  readonly file: string
  readonly from: string
  readonly to: string
  /** A second place, where the first has a double bottom. */
  readonly also?: { readonly file: string; readonly from: string; readonly to: string }
  readonly test: string
}

const mutations: readonly Mutation[] = [
  {
    what: 'an edition is not named after its slot, and a slot has no unique key',
    file: 'src/store/publishing/editions.ts',
    from: "const id = editionId(identify('edition', subscription, slot))\n    return",
    to: "const id = editionId(identify('edition', subscription, slot, String(Math.random())))\n    return",
    also: { file: 'src/store/schema/migrations.ts', from: ',\n      unique (subscription, slot))', to: ')' },
    test: 'test/adapters/postgres/postgres.test.ts',
  },
  {
    what: 'a slot is opened whether or not another process has moved on',
    file: 'src/store/publishing/editions.ts',
    from: ".where('next_run_at', '=', new Date(slot))",
    to: '',
    test: 'test/adapters/postgres/postgres.test.ts',
  },
  {
    what: 'an edition is prepared by whoever comes',
    file: 'src/store/publishing/editions.ts',
    from: "if (edition?.state !== 'due') return 'before'",
    to: '',
    test: 'test/adapters/postgres/postgres.test.ts',
  },
  {
    what: 'a message is taken by more than one process',
    file: 'src/store/publishing/posts.ts',
    from: ".where('state', '=', state)\n      .where('attempts', '=', attempts)",
    to: '',
    test: 'test/adapters/postgres/postgres.test.ts',
  },
  {
    what: 'an old try settles a message that has been taken up anew',
    file: 'src/store/publishing/posts.ts',
    from: ".where('state', 'in', ['sending', 'filling'])\n      .where('attempts', '=', attempts)",
    to: ".where('state', 'in', ['sending', 'filling'])",
    test: 'test/adapters/postgres/postgres.test.ts',
  },
  {
    what: 'a process that slept after its mark sends all the same',
    file: 'src/publishing/delivery/deliver-part.ts',
    from: 'if (msSince(markedAt, clock) <= deliveryLimits.startMs) return marked',
    to: 'return marked',
    test: 'test/publishing/delivery/deliver.test.ts',
  },
  {
    what: 'a lost message is looked for at once',
    file: 'src/publishing/delivery/deliver-part.ts',
    from: 'return age < deliveryLimits.graceMs ?',
    to: 'return age < 0 ?',
    test: 'test/publishing/delivery/deliver.test.ts',
  },
  {
    what: 'a message is not marked before it is sent',
    file: 'src/publishing/delivery/deliver-part.ts',
    from: "if (!marked) return { kind: 'elsewhere' }",
    to: 'if (!marked) return part',
    test: 'test/publishing/delivery/deliver.test.ts',
  },
  {
    what: 'a lost reply counts as not sent',
    file: 'src/publishing/delivery/deliver-part.ts',
    from: "if (sent.kind !== 'unknown') await services.posts",
    to: 'await services.posts',
    test: 'test/publishing/delivery/deliver.test.ts',
  },
  {
    what: 'a message that is open counts as whole',
    file: 'src/publishing/delivery/deliver-part.ts',
    from: "inPart || part.rendered?.opening ? 'open' : 'sent'",
    to: "inPart ? 'open' : 'sent'",
    test: 'test/publishing/delivery/deliver.test.ts',
  },
  {
    what: 'the rest of a filled message is not looked for',
    file: 'src/adapters/slack/outbound/post.ts',
    from: 'at.since === null ?',
    to: "at.since !== 'never' ?",
    test: 'test/adapters/slack/platform.test.ts',
  },
  {
    what: 'a mark is not kept fresh while requests are made under it',
    file: 'src/publishing/delivery/deliver-part.ts',
    from: 'if (msSince(fresh, clock) <= deliveryLimits.startMs) return true',
    to: 'return true',
    test: 'test/publishing/delivery/deliver.test.ts',
  },
  {
    what: 'who has lost a message to another goes on with it',
    file: 'src/publishing/delivery/deliver-part.ts',
    from: 'if (!(await posts.renew(edition, marked, now))) return false',
    to: 'await posts.renew(edition, marked, now)',
    test: 'test/publishing/delivery/deliver.test.ts',
  },
  {
    what: 'what was drawn anew while it was sent stays as it was sent',
    file: 'src/store/publishing/posts.ts',
    from: "case when version = marked_version then 'sent' else 'open' end",
    to: "case when version = version then 'sent' else 'open' end",
    test: 'test/adapters/postgres/postgres.test.ts',
  },
  {
    what: 'a withdrawal leaves what stands below a message',
    file: 'src/adapters/slack/outbound/post.ts',
    from: 'return await edit(rest ?? emptied(), { ...below, message: found.message, inParts: true }, posting)',
    to: 'return first',
    test: 'test/adapters/slack/platform.test.ts',
  },
  {
    what: 'a first fill is told nothing of being the first',
    file: 'src/publishing/delivery/deliver-part.ts',
    from: 'message, markedAt: null }',
    to: 'message }',
    test: 'test/publishing/delivery/deliver.test.ts',
  },
  {
    what: 'Discord gets no nonce',
    file: 'src/adapters/discord/platform.ts',
    from: 'nonce: key, enforce_nonce: true',
    to: '',
    test: 'test/adapters/discord/discord.test.ts',
  },
  {
    what: 'Discord is not held to the nonce',
    file: 'src/adapters/discord/platform.ts',
    from: 'nonce: key, enforce_nonce: true',
    to: 'nonce: key',
    test: 'test/adapters/discord/discord.test.ts',
  },
  {
    what: 'Slack’s messages carry no key',
    file: 'src/adapters/slack/outbound/post.ts',
    from: 'event_payload: { key, ',
    to: 'event_payload: { ',
    test: 'test/adapters/slack/platform.test.ts',
  },
  {
    what: 'a request is answered each time that it comes',
    file: 'src/store/requests.ts',
    from: 'if (noted.length === 0) return false',
    to: '',
    test: 'test/adapters/postgres/postgres.test.ts',
  },
  {
    what: 'the queue knows no job twice',
    file: 'src/adapters/postgres/queue.ts',
    from: 'singletonKey: keyOf(job),',
    to: '',
    test: 'test/adapters/postgres/postgres.test.ts',
  },
  {
    what: 'two processes open one data folder',
    file: 'src/adapters/postgres/embedded.ts',
    from: 'begin exclusive',
    to: 'begin',
    test: 'test/adapters/postgres/postgres.test.ts',
  },
]

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-mutations-'))
for (const part of ['src', 'test', 'samples', 'prompts', 'gold', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
  cpSync(join(root, part), join(folder, part), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))

let survived = 0
console.log('| taken away | noticed by |')
console.log('| --- | --- |')
for (const { what, test, also, ...first } of mutations) {
  const undo = [first, ...(also ? [also] : [])].map(change)
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', test], {
    cwd: folder,
  })
  for (const each of undo) each()
  if (status === 0) survived += 1
  console.log(`| ${what} | ${status === 0 ? 'NOTHING' : test} |`)
}
rmSync(folder, { recursive: true })
process.exitCode = survived > 0 ? 1 : 0

/** Changes one place; what is returned changes it back. */
function change({ file, from, to }: { readonly file: string; readonly from: string; readonly to: string }): () => void {
  const path = join(folder, file)
  const whole = readFileSync(path, 'utf8')
  if (!whole.includes(from)) throw new Error(`${file} has no longer: ${from}`)
  writeFileSync(path, whole.replace(from, to))
  return () => writeFileSync(path, whole)
}
