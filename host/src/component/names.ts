import { GadgetError } from '../errors.ts';

/**
 * Names reach the JavaScript that jco writes, between single quotes and unescaped. So only characters that mean
 * nothing there are let through: no quote, backslash, backtick, brace, newline or other control character, nothing
 * beyond ASCII. This is all that the known toolchains write.
 */
const allowed: Uint8Array = new Uint8Array(256);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 #$-./:@[]_|+') {
  allowed[c.charCodeAt(0)] = 1;
}

/** Reads the name in `bytes[from, to)`, or refuses it with E_HOSTILE_NAME. */
export function checkName(bytes: Uint8Array, from: number, to: number, role: string): string {
  for (let at = from; at < to; at++) {
    if (allowed[bytes[at] as number] === 0) throw hostile(bytes.subarray(from, to), role, bytes[at]);
  }
  let name = '';
  for (let at = from; at < to; at++) name += String.fromCharCode(bytes[at] as number);
  // An object literal gives this key another meaning.
  if (name === '__proto__') throw hostile(bytes.subarray(from, to), role, undefined);
  return name;
}

function hostile(name: Uint8Array, role: string, byte: number | undefined): GadgetError {
  const shown = printable(name);
  const why = byte === undefined ? 'is reserved' : `holds ${describeByte(byte)}`;
  return new GadgetError(
    'E_HOSTILE_NAME',
    `${role} is called "${shown}", which ${why}; nothing of it was run`,
    {
      hint: 'Names may hold ASCII letters, digits, space and # $ - . / : @ [ ] _ | +. Do not trust where this file came from.',
      details: { name: shown, role },
    },
  );
}

function describeByte(byte: number): string {
  return byte > 0x20 && byte < 0x7f
    ? `the character ${String.fromCharCode(byte)}`
    : `the byte 0x${byte.toString(16).padStart(2, '0')}`;
}

/** A hostile name for people: control characters and non-ASCII as `\xNN`, cut to one line. */
function printable(name: Uint8Array): string {
  let text = '';
  for (const byte of name.subarray(0, 60)) {
    text +=
      byte >= 0x20 && byte < 0x7f && byte !== 0x5c
        ? String.fromCharCode(byte)
        : `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return name.length > 60 ? `${text}...` : text;
}
