/** `TextEncoder` for engines without one. */
export class TextEncoder {
  readonly encoding = 'utf-8';

  /** The text as UTF-8; half a surrogate pair becomes U+FFFD. */
  encode(text: string = ''): Uint8Array {
    const whole = String(text).toWellFormed();
    const bytes = new Uint8Array(whole.length * 3);
    let at = 0;
    for (let i = 0; i < whole.length; i++) {
      const code = whole.codePointAt(i) as number;
      if (code < 0x80) {
        bytes[at++] = code;
        continue;
      }
      if (code < 0x800) bytes[at++] = 0xc0 | (code >> 6);
      else {
        if (code < 0x1_0000) bytes[at++] = 0xe0 | (code >> 12);
        else {
          i++;
          bytes[at++] = 0xf0 | (code >> 18);
          bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
        }
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      }
      bytes[at++] = 0x80 | (code & 0x3f);
    }
    return bytes.slice(0, at);
  }
}
