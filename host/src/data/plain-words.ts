/**
 * Whether none of the four bytes of a word is a quote, a backslash or a control character, or DEL or beyond ASCII: nothing that
 * JSON must or that we choose to write otherwise. Each term has the highest bit of a byte set where that byte is what it
 * looks for; a borrow from a byte that is found may set more, never less. (S. E. Anderson, "Bit Twiddling Hacks":
 * determine if a word has a byte less than n.)
 */
export function isPlainWord(word: number): boolean {
  const quote = word ^ 0x2222_2222;
  const backslash = word ^ 0x5c5c_5c5c;
  const found =
    ((word - 0x2020_2020) & ~word) |
    ((quote - 0x0101_0101) & ~quote) |
    ((backslash - 0x0101_0101) & ~backslash) |
    (word + 0x0101_0101) |
    word;
  return (found & 0x8080_8080) === 0;
}

/** A view of an array's bytes, in which four can be read or written at once wherever they are. */
export function viewOf({ buffer, byteOffset, length }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, length);
}

/**
 * Copies words as long as they are plain and whole before `end`; gives where it stopped in `from`, as far behind `start` as
 * what was written is behind `at`.
 */
export function copyPlainWords(from: DataView, start: number, end: number, to: DataView, at: number): number {
  const last = end - 4;
  let i = start;
  while (i <= last) {
    const word = from.getInt32(i, true);
    if (!isPlainWord(word)) break;
    to.setInt32(at, word, true);
    i += 4;
    at += 4;
  }
  return i;
}

/** The same without copying: where the first word begins that is not plain and whole before `end`. */
export function skipPlainWords(from: DataView, start: number, end: number): number {
  const last = end - 4;
  let i = start;
  while (i <= last && isPlainWord(from.getInt32(i, true))) i += 4;
  return i;
}
