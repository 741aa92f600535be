import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  addListField,
  type AnyField,
  type AnyListField,
  ApiError,
  type AskedKind,
  defineGadget,
  elementKind,
  listField,
  openSource,
  subscribe,
  type ValueKind,
} from '../index.ts';
import { kindsFor } from '../kind.ts';
import { runRows } from '../testing/index.ts';

const numbers = ['int8', 'int16', 'int32', 'uint8', 'uint16', 'uint32', 'float32', 'float64'] as const;
const samples: Readonly<Record<ValueKind, readonly unknown[]>> = {
  boolean: [true, false],
  int64: [-1n, 2n ** 53n],
  uint64: [1n, 2n ** 53n],
  text: ['a', ''],
  bytes: [Uint8Array.of(1, 2), new Uint8Array()],
  ...(Object.fromEntries(numbers.map((kind) => [kind, [1, 100]])) as Record<
    (typeof numbers)[number],
    number[]
  >),
};
const kinds = Object.keys(samples) as ValueKind[];

describe.each(kinds)('a field of lists of %s', (actual) => {
  it.each<AskedKind>([...kinds, 'number'])('asked for as lists of %s', async (asked) => {
    let failure: unknown;
    const gadget = defineGadget({
      init() {
        const source = openSource('source');
        let field: AnyListField;
        try {
          field = listField(source, 'value', asked);
        } catch (error) {
          failure = error;
          return;
        }
        subscribe(source, (packet) => {
          const [first, second] = [...packet];
          field.set(second!, field.get(first!));
          field.setColumn(packet, field.column(packet));
          field.set(second!, Array.from(field.get(first!)));
        });
      },
    });
    const value = samples[actual];
    const options = { schema: { source: { value: `${actual}[]` } } } as const;
    const { rows, error } = await runRows(gadget, [{ value }, {}], options);
    expect(error).toBeUndefined();
    // What fits is the same as for a field of one value.
    expect(failure === undefined).toBe(kindsFor(actual).includes(asked));
    if (failure === undefined) expect(rows.source).toEqual([{ value }, { value }]);
    else
      expect(failure).toMatchObject({
        tag: 'wrong-kind',
        message: expect.stringContaining(`'${actual}'`) as string,
      });
  });
});

it('says what a field is that is none of lists', async () => {
  const gadget = defineGadget({
    init() {
      const source = openSource('source');
      expect(elementKind(source.field('one'))).toBeUndefined();
      expect(() => listField(source, 'one', 'text')).toThrow(
        new ApiError('wrong-kind', "field 'one' is text, and none of lists"),
      );
      expect(() => listField(source, 'any')).toThrow(
        new ApiError('wrong-kind', "field 'any' is other, and none of lists"),
      );
      expect(() => source.field('many', 'text')).toThrow(
        new ApiError('wrong-kind', "field 'many' is other, not text: lists are for listField"),
      );
      expect(listField(source, 'many')).toMatchObject({ name: 'many', kind: 'other', elementKind: 'text' });
    },
  });
  const schema = { source: { one: 'text', any: 'other', many: 'text[]' } } as const;
  expect((await runRows(gadget, [], { schema })).error).toBeUndefined();
});

it('has a type for kinds that show at run time', async () => {
  const gadget = defineGadget({
    init() {
      const source = openSource('source');
      const kind = source.field('like').kind;
      if (kind === 'other') return;
      const one = source.addField('one', kind);
      const many = addListField(source, 'many', kind);
      expectTypeOf(one).toEqualTypeOf<AnyField>();
      expectTypeOf(many).toEqualTypeOf<AnyListField>();
      expectTypeOf(source.addField('plain', 'uint32').get).returns.toEqualTypeOf<number>();
      expectTypeOf(addListField(source, 'plains', 'uint32').get).returns.toEqualTypeOf<Uint32Array>();
      const like = source.field('like');
      subscribe(source, (packet) => {
        for (const row of packet) {
          one.set(row, like.get(row));
          many.set(row, [like.get(row)]);
        }
      });
    },
  });
  const { rows } = await runRows(gadget, [{ like: 5 }], { schema: { source: { like: 'uint32' } } });
  expect(rows.source).toEqual([{ like: 5, one: 5, many: [5] }]);
});
