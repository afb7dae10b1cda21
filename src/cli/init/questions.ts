import { createInterface } from 'node:readline'

/** Where answers come from. */
export interface Questions {
  /** The answer to a question; `usual` if there is none. `flag` is the one that would have answered it. */
  ask(question: string, usual?: string, flag?: string): Promise<string>
  close(): void
}

/** Answers every question as usual. */
export function takeDefaults(): Questions {
  return {
    ask: (question, usual, flag = question) =>
      usual === undefined
        ? Promise.reject(new Error(`${flag} is missing, and --yes asks nothing`))
        : Promise.resolve(usual),
    close: () => undefined,
  }
}

/**
 * Asks on the terminal, or takes the lines of standard input.
 *
 * @throws {Error} if the input ends before the last answer.
 */
export function askInTerminal(): Questions {
  const input = createInterface({ input: process.stdin, terminal: false })
  const lines = input[Symbol.asyncIterator]()
  return {
    ask: async (question, usual) => {
      process.stdout.write(`${question}${usual ? ` [${usual}]` : ''} `)
      const { value, done } = await lines.next()
      // What is piped in shows no line of its own.
      if (!process.stdin.isTTY) process.stdout.write('\n')
      if (done) throw new Error('the answers ended before the last question; nothing was written')
      return value.trim() || (usual ?? '')
    },
    close: () => input.close(),
  }
}
