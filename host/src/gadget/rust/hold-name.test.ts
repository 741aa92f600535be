import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { holdName } from './hold-name.ts';

const supported = process.platform === 'linux' || process.platform === 'win32';

test.runIf(supported)('one holds a name at a time, the next gets it afterwards', async () => {
  const name = randomUUID();
  const first = await holdName(name);
  expect(first).toBeDefined();
  expect(await holdName(name, 0)).toBeUndefined();
  const second = holdName(name, 10_000);
  await first![Symbol.asyncDispose]();
  const held = await second;
  expect(held).toBeDefined();
  expect(await holdName(name, 0)).toBeUndefined();
  await held![Symbol.asyncDispose]();
});
