import type { Progress } from '../../ports.ts'

/** One line on a terminal that is written over as work goes on; nothing where nobody looks. */
export function createProgress(stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  if (!stream.isTTY) return { step: () => undefined, end: () => undefined }
  return {
    step: (label, done, total) => stream.write(`\r\u001b[2K${label} ${done}/${total}`),
    end: () => stream.write('\r\u001b[2K'),
  }
}
