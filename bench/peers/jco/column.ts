import type { Packed } from '../../../host/src/generated/gadget-api-field.ts';

/** Values of one field; every row has one. */
export type Column = NumberColumn | TextColumn;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Numbers as jco's glue takes and gives them whole. */
export class NumberColumn {
  readonly kind = 'uint32';
  readonly values: Uint32Array;

  constructor(values: Uint32Array) {
    this.values = values;
  }
}

/** Texts as strings for the glue of single values, and as a block for that of columns; each is made when it is first needed. */
export class TextColumn {
  readonly kind = 'text';
  private strings: readonly string[] | undefined;
  private block: Packed | undefined;

  constructor(values: readonly string[] | Packed) {
    if ('ends' in values) this.block = values;
    else this.strings = values;
  }

  get values(): readonly string[] {
    return (this.strings ??= unpacked(this.block!));
  }

  get packed(): Packed {
    return (this.block ??= packed(this.strings!));
  }
}

function packed(texts: readonly string[]): Packed {
  let end = 0;
  return {
    ends: Uint32Array.from(texts, (text) => (end += Buffer.byteLength(text))),
    data: encoder.encode(texts.join('')),
  };
}

function unpacked({ ends, data }: Packed): string[] {
  let start = 0;
  return Array.from(ends, (end) => decoder.decode(data.subarray(start, (start = end))));
}
