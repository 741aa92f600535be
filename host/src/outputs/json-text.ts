import { isUnsafe, replaceUnsafe } from '../clean.ts';
import { copyPlainWords } from '../data/plain-words.ts';
import type { ByteBuffer } from './byte-buffer.ts';

const quote = 0x22;
const hex = Buffer.from('0123456789abcdef');
const replacement = Buffer.from('\ufffd');
const encoder = new TextEncoder();

/** What stands for each ASCII character. */
interface Escapes {
  /** By byte, 1: stands for itself. Bytes from 0x80 on are 0. */
  readonly plain: Uint8Array;
  /** By byte, where not plain. */
  readonly written: readonly Uint8Array[];
}

function escapes(write: (character: string) => string): Escapes {
  const plain = new Uint8Array(256);
  const written: Uint8Array[] = [];
  for (let code = 0; code < 0x80; code++) {
    const character = String.fromCharCode(code);
    const text = write(character);
    written.push(encoder.encode(text));
    if (text === character) plain[code] = 1;
  }
  return { plain, written };
}

/** Inside a JSON string. */
const inString = escapes((character) => safeJson(character).slice(1, -1));
/** JSON text itself: controls can only be white space between its parts. */
const inJson = escapes((character) => (character < ' ' ? ' ' : character === '\x7f' ? '\\u007f' : character));

/** A text, or what is made of such, as JSON on one line, with what must not reach a terminal as `\uXXXX`. */
export function safeJson(value: string | object): string {
  return replaceUnsafe(JSON.stringify(value), (_, character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/**
 * UTF-8 bytes as a JSON string. What is not UTF-8 becomes U+FFFD. Besides what JSON must escape, DEL, C1, bidi controls
 * and all else that `clean` would replace are written as `\uXXXX`: the same text for a parser, harmless to a terminal.
 * `view` is of `data`.
 */
export function putText(out: ByteBuffer, data: Uint8Array, view: DataView, start: number, end: number): void {
  out.reserve(end - start + 2);
  out.data[out.used++] = quote;
  const plain = copyPlainWords(view, start, end, out.view, out.used);
  out.used += plain - start;
  putEscaped(out, data, plain, end, inString);
  out.putByte(quote);
}

/** JSON text as it is, on one line, with the same care for terminals. */
export function putJson(out: ByteBuffer, data: Uint8Array, start: number, end: number): void {
  out.reserve(end - start);
  putEscaped(out, data, start, end, inJson);
}

/** Copies; there must be room for `end - start` bytes. */
function putEscaped(out: ByteBuffer, data: Uint8Array, start: number, end: number, table: Escapes): void {
  const plain = table.plain;
  let to = out.data;
  let at = out.used;
  let i = start;
  while (i < end) {
    const byte = data[i]!;
    if (plain[byte] === 1) {
      to[at++] = byte;
      i++;
      continue;
    }
    // The rarer part: twelve bytes are the longest escape of one character.
    out.used = at;
    out.reserve(end - i + 12);
    if (byte < 0x80) {
      out.put(table.written[byte]!);
      i++;
    } else i = putCharacter(out, data, i, end);
    to = out.data;
    at = out.used;
  }
  out.used = at;
}

/** Copies one character of more than one byte; gives where the next begins. */
function putCharacter(out: ByteBuffer, data: Uint8Array, start: number, end: number): number {
  const lead = data[start]!;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  // The second byte's range rules out overlong forms, surrogates and what is beyond Unicode.
  let least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  let most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  let code = length === 2 ? lead & 0x1f : length === 3 ? lead & 0x0f : lead & 0x07;
  let i = start + 1;
  for (; i < start + length; i++) {
    const byte = i < end ? data[i]! : 0;
    if (byte < least || byte > most) break;
    code = (code << 6) | (byte & 0x3f);
    least = 0x80;
    most = 0xbf;
  }
  if (length === 0 || i < start + length) {
    out.put(replacement);
    return i;
  }
  if (!isUnsafe(code)) {
    for (let from = start; from < i; from++) out.data[out.used++] = data[from]!;
  } else if (code < 0x1_0000) putUnit(out, code);
  else {
    putUnit(out, 0xd800 + ((code - 0x1_0000) >> 10));
    putUnit(out, 0xdc00 + ((code - 0x1_0000) & 0x3ff));
  }
  return i;
}

function putUnit(out: ByteBuffer, unit: number): void {
  out.putAscii('\\u');
  for (let shift = 12; shift >= 0; shift -= 4) out.putByte(hex[(unit >> shift) & 15]!);
}

const alphabet = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const pad = 0x3d;

/** Bytes as a JSON string in base64, with padding. */
export function putBase64(out: ByteBuffer, data: Uint8Array, start: number, end: number): void {
  out.reserve(Math.ceil((end - start) / 3) * 4 + 2);
  const to = out.data;
  let at = out.used;
  to[at++] = quote;
  for (let i = start; i < end; i += 3) {
    const left = end - i;
    const bits = (data[i]! << 16) | (left > 1 ? data[i + 1]! << 8 : 0) | (left > 2 ? data[i + 2]! : 0);
    to[at++] = alphabet[bits >> 18]!;
    to[at++] = alphabet[(bits >> 12) & 63]!;
    to[at++] = left > 1 ? alphabet[(bits >> 6) & 63]! : pad;
    to[at++] = left > 2 ? alphabet[bits & 63]! : pad;
  }
  to[at++] = quote;
  out.used = at;
}
