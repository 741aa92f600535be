/** Values as text, the same in every language's kit; see ../README.md. */

/** A float, which JavaScript does not tell from a whole number. */
export interface Float {
  float: number;
}

/** Marks a number as a float. */
export function float(value: number): Float {
  return { float: value };
}

/** A word of the interface, such as a kind: shown without quotes. */
export interface Word {
  word: string;
}

/** Marks a text as a word. */
export function word(value: string): Word {
  return { word: value };
}

/** What can be shown. */
export type Shown =
  boolean | number | bigint | string | Uint8Array | Float | Word | undefined | void | null | Iterable<Shown>;

/** Of longer texts and bytes only the size is shown. Bytes. */
const longest = 64;
/** Of longer lists the length, the first and the last. */
const most = 16;

export function show(value: Shown): string {
  if (value === undefined || value === null) return 'ok';
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return bytes(value);
  if ('float' in value) return showFloat(value.float);
  if ('word' in value) return value.word;
  return list(Array.from(value));
}

function text(value: string): string {
  const size = new TextEncoder().encode(value).length;
  if (size > longest) return `text of ${size} bytes`;
  let shown = '';
  for (const char of value) {
    const code = char.codePointAt(0) ?? 0;
    if (char === '"' || char === '\\') shown += `\\${char}`;
    else shown += code < 0x20 ? `\\x${hex(code, 2)}` : char;
  }
  return `"${shown}"`;
}

function bytes(value: Uint8Array): string {
  if (value.length > longest) return `${value.length} bytes`;
  return `x'${Array.from(value, (byte) => hex(byte, 2)).join('')}'`;
}

function list(values: readonly Shown[]): string {
  if (values.length <= most) return `[${values.map(show).join(', ')}]`;
  return `${values.length} values from ${show(values[0])} to ${show(values[values.length - 1])}`;
}

/** Whole numbers as such; all others by their bits, as languages write them differently. */
function showFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (value === Number.POSITIVE_INFINITY) return 'inf';
  if (value === Number.NEGATIVE_INFINITY) return '-inf';
  if (Object.is(value, -0)) return '-0';
  if (Number.isSafeInteger(value)) return String(value);
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return `0x${hex(view.getUint32(0), 8)}${hex(view.getUint32(4), 8)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
