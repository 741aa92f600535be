import { replaceUnsafe } from '../clean.ts';

/** A value as JSON that is safe on a terminal: what could steer it is written as `\uXXXX`, the same text for a parser. */
export function terminalJson(value: unknown, indent?: number): string {
  // The line breaks of indentation are the only raw controls in JSON text.
  return replaceUnsafe(JSON.stringify(value, undefined, indent), (_, character) =>
    character === '\n' ? character : escaped(character),
  );
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
