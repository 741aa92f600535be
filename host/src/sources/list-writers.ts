import type { Field } from '../data/field.ts';
import type { ElementKind } from '../data/kind.ts';
import type { ListElement } from '../data/list-array.ts';
import type { PacketBuilder } from '../data/packet-builder.ts';
import { bytesOf, wholeOf } from './json-scalar.ts';
import type { WriteValue } from './key-tree.ts';

/**
 * Makes the function that stores a parsed JSON array in a field of lists of the row begun last, and says whether all of it
 * fitted. The array is the function's to change. `source` gives the array's JSON text.
 */
export function listWriter(
  builder: PacketBuilder,
  field: Field,
  elements: ElementKind,
  source: () => string,
): WriteValue {
  const store = (list: unknown[] | undefined): boolean =>
    list !== undefined && builder.set(field, list as ListElement[]);
  switch (elements) {
    case 'bytes':
      return (value) => Array.isArray(value) && store(decoded(value));
    case 'uint64':
    case 'int64':
      return (value) => Array.isArray(value) && store(exact(value, source));
    case 'float32':
    case 'float64':
      // Numbers too large for a double are read as infinities, which JSON does not have.
      return (value) => Array.isArray(value) && value.every(isNoInfinity) && store(value);
    default:
      return (value) => Array.isArray(value) && store(value);
  }
}

function isNoInfinity(value: unknown): boolean {
  return value !== Infinity && value !== -Infinity;
}

/** The array with every text of base64 replaced by what it says; nothing when something else is in it. */
function decoded(array: unknown[]): unknown[] | undefined {
  for (let i = 0; i < array.length; i++) if ((array[i] = bytesOf(array[i])) === undefined) return undefined;
  return array;
}

/** The array with numbers that a double does not hold exactly replaced by what their text says; nothing when that is no whole number. */
function exact(array: unknown[], source: () => string): unknown[] | undefined {
  let texts: string[] | undefined;
  for (let i = 0; i < array.length; i++) {
    const element = array[i];
    if (typeof element !== 'number') return undefined;
    if (Number.isSafeInteger(element)) continue;
    // Numbers have no commas in them; where there is something else than numbers, some element will be refused.
    texts ??= source().slice(1, -1).split(',');
    if ((array[i] = wholeOf(texts[i]!.trim())) === undefined) return undefined;
  }
  return array;
}
