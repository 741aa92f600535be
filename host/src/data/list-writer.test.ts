import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { packedIn } from './list-value.ts';
import { ListWriter } from './list-writer.ts';

it('texts lie as elements of one list after the other, however long they are', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 1300, maxLength: 1500 }));
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const writer = new ListWriter();
      for (const each of texts) writer.text(each);
      const { ends, data } = packedIn(writer.taken());
      expect(writer.used).toBe(data.length + 4 * texts.length);
      const read = Array.from(ends, (end, i) =>
        Buffer.from(data.subarray(i === 0 ? 0 : ends[i - 1]!, end)).toString(),
      );
      expect(read).toEqual(texts.map((each) => Buffer.from(each).toString()));
    }),
  );
});

it('what was taken does not change with what is written later', () => {
  const writer = new ListWriter();
  writer.text('a');
  const taken = writer.taken();
  writer.text('b');
  expect(taken).toEqual(Uint8Array.of(1, 0, 0, 0, 97));
});
