import { closeSync, mkdtempSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makePipe, type Pipe, readFrame, writeFrame } from './pipe.ts';

function newPipe(): Pipe {
  const folder = mkdtempSync(join(tmpdir(), 'gadget-pipe-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const pipe = makePipe(folder);
  expect(readdirSync(folder)).toEqual([]);
  return pipe;
}

test('frames come in order, and then the end', () => {
  const { read, write } = newPipe();
  onTestFinished(() => closeSync(read));
  writeFrame(write, { text: 'ä€😀' });
  writeFrame(write, []);
  expect(readFrame(read)).toEqual({ text: 'ä€😀' });
  expect(readFrame(read)).toEqual([]);
  closeSync(write);
  expect(readFrame(read)).toBeUndefined();
});

test('a frame that was cut off is the end', () => {
  const { read, write } = newPipe();
  onTestFinished(() => closeSync(read));
  writeSync(write, Uint8Array.of(9, 0, 0, 0, 91));
  closeSync(write);
  expect(readFrame(read)).toBeUndefined();
});

test('nobody reads: writing fails', () => {
  const { read, write } = newPipe();
  onTestFinished(() => closeSync(write));
  closeSync(read);
  expect(() => writeFrame(write, 1)).toThrow(/EPIPE/);
});
