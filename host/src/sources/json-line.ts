/** Deeper nesting than this is refused: it costs memory out of proportion to the text. */
const maxNesting = 1000;

/** One line's object, or why it is none. */
export type ParsedLine = { object: object; problem?: undefined } | { object?: undefined; problem: string };

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

/** `JSON.parse` with the `context` argument that this compiler's library does not know yet. */
const parseJson = JSON.parse as (text: string, reviver?: Reviver) => unknown;

/** Parses a line that must hold one JSON object. The first of several equal keys is lost, as JSON.parse does it. */
export function parseLine(line: string, reviver?: Reviver): ParsedLine {
  if (line.length > 2 * maxNesting && nestsTooDeep(line))
    return { problem: `nested deeper than ${maxNesting} levels` };
  let value: unknown;
  try {
    value = reviver === undefined ? JSON.parse(line) : parseJson(line, reviver);
  } catch {
    return { problem: 'not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: 'JSON, but no object' };
  return { object: value };
}

/** Whether there is nothing but white space. */
export function isBlank(line: string): boolean {
  return line.trim() === '';
}

function nestsTooDeep(line: string): boolean {
  let depth = 0;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (code === 0x22) i = stringEnd(line, i) - 1;
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > maxNesting) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}

/** The place behind the string that begins at `start`; the text's length when it does not end. */
export function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return end + 1;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}
