/**
 * Does work under a signal that aborts after so many milliseconds, or when another does. Nothing of it is left behind when
 * the work has ended: a timeout signal would keep all that hangs on it until its time has come.
 */
export async function within<T>(
  { ms, signal }: { readonly ms: number; readonly signal: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(new DOMException('it took too long', 'TimeoutError')), ms)
  const end = () => controller.abort(signal?.reason)
  signal?.addEventListener('abort', end, { once: true })
  if (signal?.aborted) end()
  try {
    return await work(controller.signal)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', end)
  }
}
