import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { GadgetError } from '../errors.ts';
import { ClosedPipe, fdSink, isClosedPipe, memorySink } from './sink.ts';

const folder = mkdtempSync(join(tmpdir(), 'sink-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs code in a process of its own whose standard output is a pipe into a shell command. */
function piped(code: string, reader: string): ReturnType<typeof spawn> {
  const sink = fileURLToPath(new URL('./sink.ts', import.meta.url));
  const whole = `import { fdSink, isClosedPipe } from ${JSON.stringify(sink)};\n${code}`;
  return spawn('sh', ['-c', `"$NODE" --input-type=module --eval "$CODE" | ${reader}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE: process.execPath, CODE: whole },
  });
}

function ended(process: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve) => process.once('close', resolve));
}

test('writes text and bytes to a file, in order', async () => {
  const path = join(folder, 'out');
  const sink = fdSink(openSync(path, 'w'));
  await sink.write('é1\n');
  await sink.write(new Uint8Array([50, 10]));
  expect(readFileSync(path, 'utf8')).toBe('é1\n2\n');
  expect(sink.isTerminal).toBe(false);
  expect(sink.columns).toBe(Infinity);
});

test('a slow reader gets everything, and the event loop runs meanwhile', async () => {
  const process = piped(
    `
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    const bytes = new Uint8Array(3_000_000);
    for (let i = 0; i < bytes.length; i++) bytes[i] = i % 251;
    await fdSink(1).write(bytes);
    clearInterval(timer);
    process.stderr.write(String(ticks > 0));
  `,
    // Nothing is read until the writer must have met a full pipe.
    '{ sleep 0.5; cat; }',
  );
  let stderr = '';
  process.stderr!.on('data', (chunk) => (stderr += chunk));
  const done = ended(process);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdout!) chunks.push(chunk as Buffer);
  expect(await done).toBe(0);
  const all = Buffer.concat(chunks);
  expect(all.length).toBe(3_000_000);
  expect(all.every((byte, i) => byte === i % 251)).toBe(true);
  expect(stderr).toBe('true');
});

test('a reader that goes is a ClosedPipe', async () => {
  const process = piped(
    `
    const sink = fdSink(1);
    try {
      for (;;) await sink.write('x'.repeat(100_000));
    } catch (error) {
      process.stderr.write(String(isClosedPipe(new Error('wrapped', { cause: error }))));
    }
  `,
    'head -c 10',
  );
  let stderr = '';
  process.stderr!.on('data', (chunk) => (stderr += chunk));
  process.stdout!.resume();
  expect(await ended(process)).toBe(0);
  expect(stderr).toBe('true');
});

test('other failures are E_OUTPUT_WRITE and no closed pipe', () => {
  const readOnly = fdSink(openSync('/dev/null', 'r'));
  try {
    void readOnly.write('x');
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(GadgetError);
    expect(error).toMatchObject({ code: 'E_OUTPUT_WRITE', blame: 'system' });
    expect(isClosedPipe(error)).toBe(false);
  }
});

test('isClosedPipe ends on causes that go in a circle', () => {
  const error = new Error('a');
  error.cause = error;
  expect(isClosedPipe(error)).toBe(false);
  expect(isClosedPipe(new ClosedPipe(undefined))).toBe(true);
});

test('memorySink keeps copies', () => {
  const sink = memorySink({ columns: 10, rows: 3 });
  const bytes = new Uint8Array([65]);
  void sink.write(bytes);
  bytes[0] = 66;
  void sink.write('é');
  expect(sink.text).toBe('Aé');
  expect([sink.isTerminal, sink.columns, sink.rows]).toEqual([true, 10, 3]);
  sink.clear();
  expect(sink.bytes.length).toBe(0);
});
