import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { openInput } from './byte-input.ts';

const folder = mkdtempSync(join(tmpdir(), 'input-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function readAll(path: string): Promise<string> {
  const input = await openInput(path);
  let text = '';
  for (let chunk = await input.read(); chunk !== undefined; chunk = await input.read())
    text += Buffer.from(chunk).toString();
  await input.close();
  return text;
}

test('a named pipe is read from its first writer to its end', async () => {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const reading = readAll(path);
  // Opening it for writing waits for a reader, so this must not block the reader's thread.
  const writing = promisify(execFile)('sh', ['-c', '{ echo one; echo two; } > "$1"', 'sh', path]);
  expect(await reading).toBe('one\ntwo\n');
  await writing;
});

test('a pipe that nobody writes to can be closed', async () => {
  const path = join(folder, 'silent');
  execFileSync('mkfifo', [path]);
  const input = await openInput(path);
  const reading = input.read();
  await input.close();
  expect(await reading).toBeUndefined();
  expect(input.live).toBe(true);
});

test('a file that is not there', async () => {
  await expect(openInput('/nowhere/at/all')).rejects.toMatchObject({ code: 'E_SOURCE_READ' });
});

test('a stream of strings is refused, one that fails is told', async () => {
  // oxlint-disable-next-line require-yield
  async function* failing(): AsyncGenerator<Uint8Array> {
    throw new Error('gone');
  }
  async function* strings(): AsyncGenerator<Uint8Array> {
    yield 'text' as unknown as Uint8Array;
  }
  const input = await openInput(strings());
  await expect(input.read()).rejects.toMatchObject({ code: 'E_USAGE' });
  const failed = await openInput(failing());
  await expect(failed.read()).rejects.toMatchObject({
    code: 'E_SOURCE_READ',
    message: "the stream can't be read: gone",
  });
});
