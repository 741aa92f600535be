import type { ByteBuffer } from './byte-buffer.ts';

const [quote, backslash, comma, colon, space, newline] = Buffer.from('"\\,: \n') as unknown as Byte6;
const [openBrace, closeBrace, openBracket, closeBracket] = Buffer.from('{}[]') as unknown as Byte4;
type Byte4 = [number, number, number, number];
type Byte6 = [number, number, number, number, number, number];

/**
 * Appends JSON text with line breaks and two spaces for each level; the text itself stands at `depth`. Nothing but white
 * space between the parts changes, so numbers keep their digits.
 */
export function putIndented(out: ByteBuffer, json: Uint8Array, depth: number): void {
  let level = depth;
  for (let i = 0; i < json.length; i++) {
    const byte = json[i]!;
    if (byte === quote) {
      const end = endOfString(json, i);
      out.put(json.subarray(i, end));
      i = end - 1;
    } else if (byte === openBrace || byte === openBracket) {
      out.putByte(byte);
      const next = skipSpace(json, i + 1);
      if (json[next] === closeBrace || json[next] === closeBracket) {
        out.putByte(json[next]);
        i = next;
      } else putBreak(out, ++level);
    } else if (byte === closeBrace || byte === closeBracket) {
      putBreak(out, --level);
      out.putByte(byte);
    } else if (byte === comma) {
      out.putByte(byte);
      putBreak(out, level);
    } else if (byte === colon) {
      out.putByte(byte);
      out.putByte(space);
    } else if (byte !== space) out.putByte(byte);
  }
}

/** Deeper than this everything stays on one line: input of brackets alone would become gigabytes of spaces. */
const deepest = 64;

/** A new line at a level. */
export function putBreak(out: ByteBuffer, level: number): void {
  if (level > deepest) return;
  out.putByte(newline);
  for (let i = 0; i < level * 2; i++) out.putByte(space);
}

function endOfString(json: Uint8Array, start: number): number {
  let i = start + 1;
  while (i < json.length && json[i] !== quote) i += json[i] === backslash ? 2 : 1;
  return Math.min(i + 1, json.length);
}

function skipSpace(json: Uint8Array, start: number): number {
  let i = start;
  while (json[i] === space) i++;
  return i;
}
