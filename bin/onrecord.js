#!/usr/bin/env node
// Plain JavaScript that any Node since 16 can run: finds a Node that can run the rest, or says what is missing.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const needed = 24
const here = dirname(fileURLToPath(import.meta.url))
const source = join(here, '../src/main.ts')
const entry = existsSync(source) ? source : join(here, '../dist/main.js')

if (Number(process.versions.node.split('.')[0]) >= needed) {
  silenceSqliteWarning()
  endWithLauncher()
  // Kept in the system's temporary folder, and started from there the next time; NODE_DISABLE_COMPILE_CACHE=1 does without.
  module.enableCompileCache()
  await import(pathToFileURL(entry).href)
} else {
  const node = bundledNode()
  if (node) runWith(node)
  else {
    console.error(`Onrecord needs Node.js ${needed} or newer; this is ${process.versions.node}.`)
    console.error(
      'Run "npm ci" in its folder, which brings one along on Linux and Windows, or install Node.js from https://nodejs.org',
    )
    process.exitCode = 1
  }
}

/** The Node that comes as an optional dependency, where there is one for this machine. */
function bundledNode() {
  const names = { linux: 'node', win32: 'node.exe' }
  const name = names[process.platform]
  if (!name) return undefined
  const platform = process.platform === 'win32' ? 'win' : process.platform
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`node-${platform}-${process.arch}/package.json`))
    const file = join(folder, 'bin', name)
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

function runWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`Node.js at ${node} cannot be started: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0)
  })
}

/** A launcher that is killed takes what it started along, which would go on holding the data folder. */
function endWithLauncher() {
  if (!process.channel) return
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}

/** The data folder's lock uses node:sqlite, about which Node 24 warns at each start. */
function silenceSqliteWarning() {
  const emit = process.emitWarning
  process.emitWarning = (warning, ...rest) => {
    if (!String(warning).includes('SQLite is an experimental feature')) emit.call(process, warning, ...rest)
  }
}
