import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDiscord } from '../fakes/discord.ts'
import { type Site, startSite } from '../fakes/site.ts'
import { startSlack } from '../fakes/slack.ts'

const bin = join(import.meta.dirname, '../../bin/onrecord.js')
const feed = `<rss version="2.0"><channel><title>Tarn Weekly</title><item><guid>1</guid><title>Bridge closes</title>
  <link>https://tarn.example/1</link></item></channel></rss>`

describe('onrecord init', () => {
  let folder: string
  let site: Site
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-init-'))
    site = await startSite((request, response) => {
      if (request.url === '/feed') response.end(feed)
      else response.writeHead(404).end()
    })
  })
  afterEach(async () => {
    await site.stop()
    rmSync(folder, { recursive: true })
  })

  it('sets up the terminal from five answers, and the next start needs no more', async () => {
    const { status, out } = await init([], ['terminal', 'none', site.url('/feed'), 'daily 7:30'])
    expect(out).toContain('Following Tarn Weekly.')
    expect(out).toContain('Next: npx onrecord start')
    expect(status).toBe(0)
    expect(statSync(join(folder, '.env')).mode & 0o077).toBe(0)
    const listed = await run(['digest', 'status'])
    expect(listed.out).toContain('7:30')
  })

  it('asks again where an answer does not hold', async () => {
    const { status, out } = await init(
      [],
      ['telegram', 'terminal', 'none', site.url('/none'), '', 'at dawn', 'weekdays 8:00'],
    )
    expect(out).toContain('“telegram” is none of terminal, slack, discord.')
    expect(out).toContain('404')
    expect(out.match(/When digests come/g)).toHaveLength(2)
    expect(status).toBe(0)
  })

  it('asks Slack whether its tokens work, and says what to type there', async () => {
    const slack = await startSlack()
    // The tokens tell for which platform they are.
    const flags = ['--yes', '--slack-bot-token', 'xoxb-T1', '--slack-app-token', 'xapp-1']
    const { status, out } = await init([...flags, '--feeds', site.url('/feed')], [], {
      SLACK_API_URL: slack.url,
    })
    await slack.stop()
    expect(out).toContain('Slack works: ')
    expect(out).toContain(`  /invite @Onrecord\n  /feeds add ${site.url('/feed')}\n  /digest schedule weekdays 8:00`)
    expect(status).toBe(0)
    const settings = readFileSync(join(folder, '.env'), 'utf8')
    expect(settings).toContain('SLACK_BOT_TOKEN=xoxb-T1\nSLACK_APP_TOKEN=xapp-1\n')
  })

  it('writes nothing if a token does not work', async () => {
    const discord = await startDiscord()
    const flags = [
      '--yes',
      '--platform',
      'discord',
      '--discord-token',
      'a-token',
      '--discord-application-id',
      '300000000000000000',
    ]
    const { status, err } = await init(flags, [], { DISCORD_API_URL: discord.url })
    await discord.stop()
    expect(err).toContain('Discord: DISCORD_TOKEN belongs to application')
    expect(status).toBe(1)
    expect(existsSync(join(folder, '.env'))).toBe(false)
  })

  it('writes nothing if the answers end early, or over settings that are there', async () => {
    const early = await init([], ['terminal'])
    expect([early.status, existsSync(join(folder, '.env'))]).toEqual([1, false])
    writeFileSync(join(folder, '.env'), 'OPENAI_MODEL=a-model\n')
    const { status, err } = await init(['--yes'])
    expect(status).toBe(1)
    expect(err).toContain('the .env in this folder has OPENAI_MODEL already')
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe('OPENAI_MODEL=a-model\n')
  })

  it('leaves other settings where they stand, and closes the file to others', async () => {
    writeFileSync(join(folder, '.env'), 'ONRECORD_ZONE=Europe/London', { mode: 0o644 })
    expect((await init(['--yes'])).status).toBe(0)
    expect(readFileSync(join(folder, '.env'), 'utf8')).toMatch(/^ONRECORD_ZONE=Europe\/London\n# Written by/)
    expect(statSync(join(folder, '.env')).mode & 0o077).toBe(0)
  })

  async function init(
    flags: readonly string[],
    answers: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ) {
    return await run(['init', ...flags], `${answers.join('\n')}\n`, env)
  }

  async function run(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}) {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, ONRECORD_ALLOW_HOSTS: site.host, ...env },
    })
    const output = { out: '', err: '' }
    child.stdout.on('data', (piece: Buffer) => (output.out += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (output.err += piece.toString()))
    child.stdin.end(input)
    const status = await new Promise<number | null>((done) => child.on('exit', done))
    return { ...output, status }
  }
})
