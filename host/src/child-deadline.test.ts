import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { killAfter } from './child-deadline.ts';

test('who runs too long is killed', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  killAfter(child, 50);
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
});

test('nothing is left waiting when the child has ended, or could not be started', async () => {
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  const ended = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  killAfter(ended, 600_000);
  const missing = spawn('/nowhere/at/all', { stdio: 'ignore' });
  killAfter(missing, 600_000);
  const [[code], [error]] = await Promise.all([once(ended, 'exit'), failed(missing)]);
  expect([code, (error as NodeJS.ErrnoException).code]).toEqual([0, 'ENOENT']);
  expect(timers()).toBeLessThanOrEqual(before);
});

/** `once` takes an error event for its own failure. */
function failed(child: ReturnType<typeof spawn>): Promise<[unknown]> {
  return new Promise((resolve) => child.once('error', (error) => resolve([error])));
}
