/** `TextDecoder` for engines without one: UTF-8 only, whole texts only. */
export class TextDecoder {
  readonly encoding = 'utf-8';
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;

  constructor(label: string = 'utf-8', options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    if (!/^(unicode-1-1-)?utf-?8$/i.test(label.trim()))
      throw new RangeError(`gadgets decode UTF-8 only, not ${label}`);
    this.fatal = options.fatal ?? false;
    this.ignoreBOM = options.ignoreBOM ?? false;
  }

  /** The bytes as text. Each longest part that is not UTF-8 becomes U+FFFD, or a TypeError with `fatal`. */
  decode(input: ArrayBuffer | ArrayBufferView = new Uint8Array()): string {
    const bytes = ArrayBuffer.isView(input)
      ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : new Uint8Array(input);
    const parts: string[] = [];
    let codes: number[] = [];
    let at = !this.ignoreBOM && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    while (at < bytes.length) {
      const { code, length } = decodeOne(bytes, at);
      if (code < 0 && this.fatal) throw new TypeError('these bytes are not UTF-8');
      codes.push(code < 0 ? 0xfffd : code);
      at += length;
      if (codes.length === 1024) {
        parts.push(String.fromCodePoint(...codes));
        codes = [];
      }
    }
    parts.push(String.fromCodePoint(...codes));
    return parts.join('');
  }
}

/** The code point at `at` and how many bytes it took; code -1 for a longest part that is not UTF-8. */
function decodeOne(bytes: Uint8Array, at: number): { code: number; length: number } {
  const first = bytes[at] as number;
  if (first < 0x80) return { code: first, length: 1 };
  const more =
    first >= 0xc2 && first <= 0xdf
      ? 1
      : first >= 0xe0 && first <= 0xef
        ? 2
        : first >= 0xf0 && first <= 0xf4
          ? 3
          : 0;
  if (more === 0) return { code: -1, length: 1 };
  let code = first & (0x3f >> more);
  // The second byte is bounded further: no overlong forms, no surrogates, nothing above U+10FFFF.
  let low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  let high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  for (let i = 1; i <= more; i++) {
    const byte = bytes[at + i];
    if (byte === undefined || byte < low || byte > high) return { code: -1, length: i };
    code = (code << 6) | (byte & 0x3f);
    low = 0x80;
    high = 0xbf;
  }
  return { code, length: more + 1 };
}
