/**
 * Text from rows, names, logs and guests must not drive a terminal, break a line, or hide. One class of characters says
 * what that means, for tables, YAML, JSON and messages alike.
 */

/**
 * C0 with newline and tab, DEL and C1 (ESC among them); soft hyphen; bidi marks, embeddings, overrides and isolates;
 * line and paragraph separators; characters without width; the byte order mark; interlinear marks; lone surrogates; tag
 * characters. Joiners are among those without width, so a joined emoji shows as its parts.
 */
const unsafe =
  '\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb' +
  '\\ud800-\\udfff\\u{e0000}-\\u{e007f}';
const unsafeOnce = new RegExp(`[${unsafe}]`, 'u');
const unsafeAll = new RegExp(`[${unsafe}]`, 'gu');

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Whether a code point may not reach a terminal as it is. The same class as the expressions above, without a string. */
export function isUnsafe(code: number): boolean {
  if (code < 0xad) return code < 0x20 || (code >= 0x7f && code < 0xa0);
  if (code < 0x2000) return code === 0xad || code === 0x61c || code === 0x180e;
  if (code < 0x2070) {
    return (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) || code >= 0x2060;
  }
  return (
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xe0000 && code <= 0xe007f)
  );
}

/** Whether {@link clean} would change the text. */
export function isClean(text: string): boolean {
  return !unsafeOnce.test(text);
}

/**
 * Makes text safe to show on one line of a terminal: what could steer it, break the line, reorder or hide becomes a
 * visible escape (`\n`, `\x1b`, `\u202e`, `\u{e0041}`). Everything else is unchanged, also backslashes: the result is
 * for eyes and can't be turned back. Cleaning twice is the same as once.
 */
export function clean(text: string): string {
  return unsafeOnce.test(text) ? replaceUnsafe(text, visible) : text;
}

/** Replaces every unsafe character by what `escape` makes of its code point. */
export function replaceUnsafe(
  text: string,
  escape: (codePoint: number, character: string) => string,
): string {
  return text.replace(unsafeAll, (character) => escape(character.codePointAt(0)!, character));
}

function visible(codePoint: number, character: string): string {
  const hex = codePoint.toString(16);
  if (codePoint < 0x100) return short[character] ?? `\\x${hex.padStart(2, '0')}`;
  return codePoint < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}
