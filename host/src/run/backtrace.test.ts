import { expect, test } from 'vitest';
import { backtraceOf, checkedBacktrace } from './backtrace.ts';

function thrown(...lines: string[]): Error {
  const error = new Error('unreachable');
  error.stack = ['RuntimeError: unreachable', ...lines.map((line) => `    at ${line}`)].join('\n');
  return error;
}

test('frames of wasm, with names where there are any, and no others', () => {
  const error = thrown(
    'wasm://wasm/001018fa:wasm-function[508]:0x22842',
    'redact.wasm.core::panicking::panic (wasm://wasm/redact.wasm-001018fa:wasm-function[7]:0xff)',
    'a (b) c (wasm://wasm/001018fa:wasm-function[0]:0x1)',
    'Call.enter (file:///host/src/lowering/exports.ts:102:28)',
  );
  expect(backtraceOf(error)).toEqual([
    { name: undefined, function: 508, offset: 0x22842 },
    { name: 'redact.wasm.core::panicking::panic', function: 7, offset: 0xff },
    { name: 'a (b) c', function: 0, offset: 1 },
  ]);
  expect(backtraceOf(new Error('outside', { cause: error }))).toHaveLength(3);
});

test('what has no stack has no frames', () => {
  for (const none of [undefined, 'text', { stack: 1 }, new Error('no wasm')])
    expect(backtraceOf(none)).toEqual([]);
});

test('many and long ones are cut', () => {
  const line = `${'n'.repeat(10_000)} (wasm://wasm/0:wasm-function[1]:0x2)`;
  const frames = backtraceOf(thrown(...Array.from({ length: 100 }, () => line)));
  expect(frames).toHaveLength(32);
  expect(frames[0]!.name!.length).toBeLessThan(300);
  expect(checkedBacktrace([...frames, ...frames])).toEqual(frames);
});

test('what another thread tells is checked', () => {
  const good = { name: 'f', function: 1, offset: 2 };
  const wrong = [undefined, 'f', { ...good, function: 'x' }, { ...good, offset: 0.5 }, { name: 'f' }];
  expect(checkedBacktrace([good, ...wrong, { ...good, name: 7 }])).toEqual([
    good,
    { ...good, name: undefined },
  ]);
  for (const none of [undefined, 'text', {}, 7]) expect(checkedBacktrace(none)).toEqual([]);
});
