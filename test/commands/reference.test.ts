import { describe, expect, it } from 'vitest'
import { registry } from '../../src/commands/registry.ts'
import { commandReference } from './command-reference.ts'

describe('docs/commands.md', () => {
  it('lists every command as the registry has it', async () => {
    await expect(commandReference()).toMatchFileSnapshot('../../docs/commands.md')
  })
})

describe('the registry', () => {
  it('has no verb twice under one command', () => {
    const verbs = Object.values(registry)
      .flatMap(({ ways }) => ways ?? [])
      .flatMap(({ under, names }) => names.map((name) => `${under} ${name}`))
    expect(verbs.length).toBeGreaterThan(25)
    expect(new Set(verbs).size).toBe(verbs.length)
  })

  it('gives required options first, as Discord wants them', () => {
    for (const { ways = [] } of Object.values(registry))
      for (const { names, options } of ways) {
        const required = options.map((option) => option.required === true)
        expect([names, required]).toEqual([names, required.toSorted((one, other) => Number(other) - Number(one))])
      }
  })
})
