import { execFileSync } from 'node:child_process'
import { underCuts } from '../test/fakes/cuts.ts'

/**
 * Cuts every connection to a database server 200 times while jobs are sent and worked on, and, with a command that restarts the
 * server, restarts it five times. With --failover in front of a command that ends the server and promotes its standby behind the same
 * address, does that once: npx node bench/database-cuts.ts postgres://… [[--failover] command …].
 */
const [server, ...restart] = process.argv.slice(2)
if (!server) throw new Error('give the address of a server on which a database may be made and dropped')

const isFailover = restart[0] === '--failover'
const [command, ...rest] = isFailover ? restart.slice(1) : restart
const cut = async () => {
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  if (command) execFileSync(command, rest)
}
if (isFailover) {
  show('a failover', await underCuts(server, { jobs: 1_000, cuts: 1, cut }))
} else {
  show('200 cuts', await underCuts(server, { jobs: 1_000, cuts: 200 }))
  if (command) show('5 restarts', await underCuts(server, { jobs: 1_000, cuts: 5, cut }))
}

function show(trial: string, { jobs, done, unheard }: Awaited<ReturnType<typeof underCuts>>): void {
  const kept = new Set(done).size
  console.log(
    `${trial}: ${kept} of ${jobs} jobs done, ${done.length - kept} of them again, ${unheard.length} errors unheard`,
  )
}
