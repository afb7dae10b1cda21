import { openInMemory } from '../src/adapters/postgres/embedded.ts'
import { simulate } from '../test/fakes/simulation.ts'

/**
 * A newsroom of three processes that die at any moment, simulated from seeds: feeds polled and pages read, digests set, answers
 * said. Counts what must never be.
 *
 *   node bench/simulation.ts [steps] [steps a seed] [first seed]
 */
const steps = Number(process.argv[2] ?? 1_000_000)
const perSeed = Number(process.argv[3] ?? 5_000)
const first = Number(process.argv[4] ?? 1)
let deaths = 0
let done = 0
const reached: Record<string, number> = {}
const faults: string[] = []
for (let seed = first; done < steps; seed++) {
  const connection = await openInMemory()
  const result = await simulate(connection, { seed, steps: Math.min(perSeed, steps - done) })
  await connection.close()
  done += result.steps
  deaths += result.deaths
  for (const [path, count] of Object.entries(result.reached)) reached[path] = (reached[path] ?? 0) + count
  faults.push(...result.faults.map((fault) => `seed ${seed}: ${fault}`))
  if (result.faults.length > 0) console.log(faults.slice(-result.faults.length).slice(0, 5).join('\n'))
}
console.log(`${done} steps, ${deaths} deaths, ${faults.length} faults`)
for (const [path, count] of Object.entries(reached)) console.log(`${path}: ${count}`)
