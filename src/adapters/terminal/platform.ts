import type { Platform } from '../../ports.ts'
import { renderTerminal } from './render.ts'
import type { Style } from './style.ts'

export interface Output {
  write(text: string): void
}

/** Posts by printing. What was printed under a key is not printed again by this process. */
export function createTerminalPlatform(output: Output, style: Style): Platform {
  const printed = new Set<string>()
  return {
    name: 'terminal',
    async post(_channel, document, key) {
      if (!printed.has(key)) output.write(`${renderTerminal(document, style)}\n`)
      printed.add(key)
      return { kind: 'posted', message: key }
    },
  }
}
