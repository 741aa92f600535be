const cutMark = ' … [cut]';

/** At most `maxBytes` of UTF-8, with a mark where something was cut. */
export function cut(message: string, maxBytes: number): string {
  if (message.length * 3 <= maxBytes) return message;
  // No UTF-16 unit takes less than a byte, so what is beyond can't be kept.
  const head = Buffer.from(message.slice(0, maxBytes));
  if (message.length <= maxBytes && head.length <= maxBytes) return message;
  const mark = Buffer.byteLength(cutMark) <= maxBytes ? cutMark : '';
  const kept = head.subarray(0, maxBytes - Buffer.byteLength(mark));
  // A character that was cut in two decodes to one U+FFFD at the end.
  return kept.toString('utf8').replace(/\uFFFD$/, '') + mark;
}
