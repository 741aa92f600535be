/** What JSON has no words for. */

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Bytes that were written as base64; nothing for any other value. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  return typeof value === 'string' && value.length % 4 === 0 && base64.test(value)
    ? Buffer.from(value, 'base64')
    : undefined;
}

/** A whole number with all its digits, from its text; nothing when it is none, or longer than 64 bits. */
export function wholeOf(text: string): bigint | undefined {
  return text.length > 20 || !/^-?\d+$/.test(text) ? undefined : BigInt(text);
}
