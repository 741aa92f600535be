/*
 * A frame is what crosses between two threads: one piece of memory, aligned to 8 bytes. It begins with words of 32 bits, the
 * first of which says how many there are; parts follow, each aligned to 8 bytes, and words say where they lie behind the
 * words. A list of rows has two words: where, how many. A column has eight: index of its field, number of its kind, whether it has
 * validity, where validity, values (of text and bytes: starts), ends and data lie, bytes of data.
 */

/** The next multiple of 8. */
export function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
