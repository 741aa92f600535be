/** The part of a `ChildProcess` that is used here. */
export interface Killable {
  kill(signal: 'SIGKILL' | 'SIGTERM'): boolean;
  once(event: 'exit' | 'error', listener: () => void): unknown;
}

/**
 * Ends a child process that has not ended by itself after so many milliseconds. Not `spawn`'s own option `timeout`: when the child can't
 * be started, its timer stays, and keeps this process alive until then.
 */
export function killAfter(
  child: Killable,
  milliseconds: number,
  signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL',
): void {
  const timer = setTimeout(() => child.kill(signal), milliseconds);
  const stop = (): void => clearTimeout(timer);
  child.once('exit', stop);
  child.once('error', stop);
}
