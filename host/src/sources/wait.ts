/** What ended a {@link wait}. */
export type Waited = 'settled' | 'late' | 'aborted';

/**
 * Waits until a promise settles (either way), `milliseconds` are over, or the signal aborts. Never rejects; leaves neither
 * timer nor listener behind.
 */
export function wait(
  promise: Promise<unknown> | undefined,
  milliseconds: number | undefined,
  signal: AbortSignal,
): Promise<Waited> {
  if (signal.aborted) return Promise.resolve('aborted');
  return new Promise((resolve) => {
    const finish = (how: Waited): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      resolve(how);
    };
    const abort = (): void => finish('aborted');
    const timer =
      milliseconds === undefined ? undefined : setTimeout(() => finish('late'), Math.max(0, milliseconds));
    signal.addEventListener('abort', abort);
    promise?.then(
      () => finish('settled'),
      () => finish('settled'),
    );
  });
}
