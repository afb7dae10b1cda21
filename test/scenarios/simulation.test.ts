import { expect, it } from 'vitest'
import { openInMemory } from '../../src/adapters/postgres/embedded.ts'
import { simulate } from '../fakes/simulation.ts'

/** Of a million steps (`bench/simulation.ts`) a thousandth, from another seed each day. */
const seed = Math.floor(Date.now() / 86_400_000)

it('a newsroom whose processes die at any moment loses no article, no answer and no digest, and says nothing twice', async () => {
  const connection = await openInMemory()
  const { deaths, faults } = await simulate(connection, { seed, steps: 1_000 })
  await connection.close()
  expect(faults, `seed ${seed}`).toEqual([])
  expect(deaths).toBeGreaterThan(3)
}, 60_000)
