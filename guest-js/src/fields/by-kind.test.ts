import type { Kind } from '@gadget-api/host';
import { describe, expect, it } from 'vitest';
import {
  ApiError,
  type AskedKind,
  defineGadget,
  type Field,
  openSource,
  subscribe,
  type ValueKind,
} from '../index.ts';
import { runRows } from '../testing/index.ts';

/** Whole numbers that a kind holds, from and to; floats hold every whole number up to these. */
const ranges: Partial<Record<Kind | AskedKind, readonly [bigint, bigint]>> = {
  boolean: [0n, 1n],
  int8: [-(2n ** 7n), 2n ** 7n - 1n],
  int16: [-(2n ** 15n), 2n ** 15n - 1n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint8: [0n, 2n ** 8n - 1n],
  uint16: [0n, 2n ** 16n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
  float32: [-(2n ** 24n), 2n ** 24n],
  float64: [-(2n ** 53n), 2n ** 53n],
};
const kinds: ValueKind[] = [
  'boolean',
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
  'float32',
  'float64',
  'text',
  'bytes',
];

/** Whether a field of kind `actual` can be read as `asked` without losing anything, from first principles. */
function loses(actual: ValueKind, asked: AskedKind): boolean {
  if (actual === asked) return false;
  if (actual === 'text') return asked !== 'bytes';
  if (actual === 'bytes' || asked === 'text' || asked === 'bytes' || asked === 'boolean') return true;
  if (asked === 'number') return false;
  const isFloat = (kind: string): boolean => kind.startsWith('float');
  // The interface reads booleans as whole numbers only.
  if (actual === 'boolean') return isFloat(asked);
  if (isFloat(actual) && !isFloat(asked)) return true;
  const [low, high] = ranges[actual]!;
  const [from, to] = ranges[asked]!;
  return low < from || high > to;
}

function sample(actual: ValueKind): unknown {
  if (actual === 'text') return 'text';
  if (actual === 'bytes') return Uint8Array.of(1, 2);
  if (actual === 'boolean') return true;
  return actual.endsWith('64') && !actual.startsWith('float') ? 100n : 100;
}

describe.each(kinds)('a field of kind %s', (actual) => {
  it.each<AskedKind>([...kinds, 'number'])('asked for as %s', async (asked) => {
    let failure: unknown;
    const gadget = defineGadget({
      init() {
        const source = openSource('source');
        let field: Field<unknown, ArrayLike<unknown>>;
        try {
          field = source.field('value', asked);
        } catch (error) {
          failure = error;
          return;
        }
        subscribe(source, (packet) => {
          const [first, second] = [...packet];
          field.set(second!, field.get(first!));
          field.setColumn(packet, field.column(packet));
          field.setColumn(packet, Array.from(field.column(packet)));
        });
      },
    });
    const value = sample(actual);
    const { rows, error } = await runRows(gadget, [{ value }, {}], { schema: { source: { value: actual } } });
    expect(error).toBeUndefined();
    expect(failure instanceof ApiError).toBe(loses(actual, asked));
    if (failure instanceof ApiError) {
      expect(failure.tag).toBe('wrong-kind');
      expect(failure.message).toContain(`ask for '${actual}'`);
    } else expect(rows.source).toEqual([{ value }, { value }]);
  });
});
