import type { Progress } from '../../ports.ts'

/** A line on a terminal that is overwritten as work goes on; prints nothing if the stream is not a terminal. */
export function createProgress(stream: { readonly isTTY?: boolean; write(text: string): unknown }): Progress {
  if (!stream.isTTY) return { step: () => undefined, end: () => undefined }
  return {
    step: (label, done, total) => stream.write(`\r\u001b[2K${label} ${done}/${total}`),
    end: () => stream.write('\r\u001b[2K'),
  }
}
