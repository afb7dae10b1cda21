import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../fakes/ports.ts'
import { type Site, startSite } from '../fakes/site.ts'
import { startTown } from '../fakes/town.ts'

const bin = join(import.meta.dirname, '../../bin/onrecord.js')

describe('the running service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-service-'))
  const file = join(folder, 'backup.gz')
  let town: Site
  let watcher: Site
  let port: number
  let service: Service

  beforeAll(async () => {
    town = await startTown()
    watcher = await startSite((_, response) => void response.end('ok'))
    port = await freePort()
    service = await start()
  })
  afterAll(async () => {
    service.child.kill('SIGKILL')
    await Promise.all([town.stop(), watcher.stop()])
    rmSync(folder, { recursive: true })
  })

  it('says that it lives, and that it can work', async () => {
    expect(await (await page('/health')).json()).toEqual({ ok: true })
    expect(await (await page('/ready')).json()).toEqual({ ready: true })
  })

  it('follows a feed for the command line, and shows how things stand to Prometheus', async () => {
    expect((await onrecord('feeds', 'add', town.url('/'))).out).toContain('Added Tarn Weekly')
    const digest = await onrecord('digest', 'now')
    expect(digest.out).toContain('Bridge over the Tarn closes')
    const metrics = await (await page('/metrics')).text()
    expect(metrics).toContain('onrecord_editions{state="posted"} 1')
    expect(metrics).toContain('onrecord_feeds{state="reading"} 1')
    expect(metrics).toContain('onrecord_briefs{asked="rules",writer="rules"} 1')
    expect(metrics).toMatch(/^onrecord_edition_lag_seconds \d/m)
    // The job ends a moment after what it posted can be seen.
    await expect
      .poll(async () => await (await page('/metrics')).text(), { timeout: 15_000 })
      .toMatch(/^onrecord_queue_jobs\{kind="post-edition"\} 0$/m)
    expect(metrics).toMatch(/^onrecord_last_round_timestamp_seconds 1\d{9}/m)
    expect(metrics).toMatch(/^nodejs_eventloop_lag_seconds /m)
  })

  it('is backed up while it runs, and a file that is there is not written over', async () => {
    expect((await onrecord('backup', file)).out).toMatch(/^Wrote \d+ rows to /)
    expect((await onrecord('backup', file)).status).toBe(1)
  })

  it('is there again after it was killed, with all that it had', async () => {
    service.child.kill('SIGKILL')
    await service.ended
    service = await start()
    expect((await onrecord('feeds', 'list')).out).toContain('Tarn Weekly')
    expect((await onrecord('digest', 'now')).out).toContain('Nothing new since')
  })

  it('ends in good order when it is told to', async () => {
    service.child.kill('SIGTERM')
    expect(await service.ended).toBe(0)
  })

  it('is restored from the backup into a new folder, and from no other file', async () => {
    const fresh = { ONRECORD_DATA: join(folder, 'fresh') }
    const damaged = join(folder, 'damaged.gz')
    writeFileSync(damaged, readFileSync(file).subarray(0, -40))
    expect(await run(['restore', damaged], fresh)).toMatchObject({
      status: 1,
      err: expect.stringContaining('nothing was restored') as string,
    })
    expect(await run(['restore', bin], fresh)).toMatchObject({
      status: 1,
      err: expect.stringContaining('isn’t a backup') as string,
    })
    expect((await run(['restore', file], fresh)).out).toMatch(/^Restored \d+ rows/)
    expect((await run(['feeds', 'list'], fresh)).out).toContain('Tarn Weekly')
    expect((await run(['digest', 'now'], fresh)).out).toContain('Nothing new since')
    expect(await run(['restore', file], fresh)).toMatchObject({
      status: 1,
      err: expect.stringContaining('not empty') as string,
    })
  })

  it('ends at once while it waits for a slow site, and takes requests alone where that is its role', async () => {
    const slow = await startSite(() => undefined)
    const feeds = { ONRECORD_ALLOW_HOSTS: `${town.host},${slow.host}` }
    const list = join(folder, 'slow.opml')
    writeFileSync(
      list,
      `<opml version="2.0"><head/><body><outline type="rss" text="Slow" xmlUrl="${slow.url('/feed')}"/></body></opml>`,
    )
    expect((await run(['feeds', 'import', list], { ...settings(), ...feeds })).status).toBe(0)
    service = await start(feeds)
    service.child.kill('SIGTERM')
    expect(await service.ended).toBe(0)
    await slow.stop()
    service = await start({ ONRECORD_ROLES: 'gateway' }, 'Taking requests')
    expect(await (await page('/ready')).json()).toEqual({ ready: true })
    service.child.kill('SIGTERM')
    expect(await service.ended).toBe(0)
  })

  it('tells its watcher that it is well', async () => {
    const beats = watcher.requests.length
    service = await start()
    await expect.poll(() => watcher.requests.length, { timeout: 61_000, interval: 500 }).toBeGreaterThan(beats)
  }, 70_000)

  const settings = () => ({
    ONRECORD_DATA: join(folder, 'data'),
    ONRECORD_PORT: String(port),
    ONRECORD_ALLOW_HOSTS: town.host,
    ONRECORD_HEARTBEAT_URL: watcher.url('/beat'),
  })
  const onrecord = async (...args: string[]) => await run(args, settings())
  const page = async (path: string) => await fetch(`http://127.0.0.1:${port}${path}`)

  async function start(more: Record<string, string> = {}, sign = 'The page is at'): Promise<Service> {
    const child = spawn(process.execPath, [bin, 'start'], { env: { ...process.env, ...settings(), ...more } })
    const ended = new Promise<number | null>((end) => child.on('close', end))
    let said = ''
    await new Promise<void>((ready, fail) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => {
          said += String(chunk)
          if (said.includes(sign)) ready()
        })
      child.on('close', () => fail(new Error(`the service ended: ${said}`)))
    })
    return { child, ended }
  }
})

interface Service {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
}

function run(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, ...env } })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += String(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err += String(chunk)
    })
    child.on('close', (status) => done({ status, out, err }))
  })
}
