import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseStat } from './proc-stat.ts';

/** A line as the kernel writes it: 52 numbers, the second the name, the third a letter. */
function statLine(comm: Uint8Array, state: string, numbers: readonly (number | bigint)[]): Buffer {
  const rest = [state, ...numbers.slice(1)].join(' ');
  return Buffer.concat([Buffer.from(`${numbers[0]} (`), comm, Buffer.from(`) ${rest}\n`)]);
}

const count = fc.integer({ min: 0, max: 2 ** 48 });

test('any line is read back, whatever the name and what lies behind it in the buffer', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 64 }),
      fc.constantFrom('R', 'S', 'D', 'Z', 'T', 't', 'X', 'I'),
      fc.array(count, { minLength: 50, maxLength: 50 }),
      fc.uint8Array({ maxLength: 20 }),
      (comm, state, numbers, dirt) => {
        const line = statLine(comm, state, numbers);
        const stat = parseStat(Buffer.concat([line, dirt]), line.length);
        expect(stat).toMatchObject({
          pid: numbers[0],
          state,
          ppid: numbers[1],
          flags: numbers[6],
          userTicks: numbers[11],
          systemTicks: numbers[12],
          threads: numbers[17],
          startTicks: numbers[19],
          virtualBytes: numbers[20],
          residentPages: numbers[21],
        });
        expect(line.subarray(stat!.commStart, stat!.commEnd)).toEqual(Buffer.from(comm));
      },
    ),
  );
});

test('numbers below 0 elsewhere do not matter', () => {
  const numbers = Array.from({ length: 50 }, (_, i) => i);
  numbers[5] = -1;
  const line = statLine(Buffer.from('sh'), 'S', numbers);
  expect(parseStat(line, line.length)).toMatchObject({ pid: 0, ppid: 1 });
});

test('what is no such line is refused, never a crash', () => {
  for (const text of ['', '1', '(', ')', '1 (a', '1 (a) S 1 2', 'x (a) S', ') 1 (', '1 () ']) {
    const bytes = Buffer.from(text);
    expect(parseStat(bytes, bytes.length)).toBeUndefined();
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(parseStat(bytes, bytes.length)).toBeUndefined();
    }),
  );
});
