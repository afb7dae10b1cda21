/**
 * Runs work with a signal that aborts after `ms` milliseconds, or when `signal` does. Cleans up once the work has
 * ended: `AbortSignal.timeout` would hold on to everything attached to it until it fires.
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
