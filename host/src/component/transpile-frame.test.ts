import { expect, test } from 'vitest';
import { decodeParts, encodeParts, type Parts } from './transpile-frame.ts';

const parts: Parts = [
  ['map', Buffer.from('[]')],
  ['empty', new Uint8Array(0)],
  ['component', Uint8Array.of(0, 0x61, 0x73, 0x6d)],
];
const whole = Buffer.concat(encodeParts(parts));

test('parts come out as they were put in', () => {
  expect([...decodeParts(whole)].map(([name, bytes]) => [name, [...bytes]])).toEqual(
    parts.map(([name, bytes]) => [name, [...bytes]]),
  );
});

test('what was cut off anywhere, or has more at its end, is refused', () => {
  for (let length = 0; length < whole.length; length++) {
    expect(() => decodeParts(whole.subarray(0, length)), `${length} bytes`).toThrow(Error);
  }
  expect(() => decodeParts(Buffer.concat([whole, Buffer.alloc(1)]))).toThrow('more than');
});
