import type { Document } from '../../chat/document.ts'
import type { Platform } from '../../ports.ts'
import { renderTerminal } from './render.ts'
import type { Style } from './style.ts'

export interface Output {
  write(text: string): void
}

/** Posts by printing, always the whole document as one message. `find` knows only what this process has printed. */
export function createTerminalPlatform(output: Output, style: Style): Platform {
  const printed = new Set<string>()
  const print = (document: Document) => output.write(`${renderTerminal(document, style)}\n`)
  return {
    name: 'terminal',
    render: (document) => [{ document }],
    async send({ document }, { key }) {
      print(document as Document)
      printed.add(key)
      return { kind: 'sent', message: key }
    },
    async find({ key }) {
      return printed.has(key) ? { kind: 'found', message: key } : { kind: 'absent' }
    },
    async say(_to, document) {
      print(document)
      return true
    },
    mayManage: async () => 'workspace' as const,
  }
}
