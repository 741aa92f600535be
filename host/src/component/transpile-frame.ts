/** What crosses between the translator's process and the one that started it: parts with names, and no files. */

/** Of the translator's process: a pipe that ends with the process that started it. */
export const lifelineFd = 3;

/** Names and bytes. */
export type Parts = readonly (readonly [name: string, bytes: Uint8Array])[];

/** Length of the index, 32 bits; the index as JSON, names and sizes; the parts. */
export function encodeParts(parts: Parts): Uint8Array[] {
  const index = Buffer.from(JSON.stringify(parts.map(([name, { length }]) => [name, length])));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  return [length, index, ...parts.map(([, bytes]) => bytes)];
}

/** Throws an Error when these bytes are no parts, or not all of them. */
export function decodeParts(bytes: Buffer): Map<string, Buffer> {
  const bodyAt = bytes.length < 4 ? Infinity : 4 + bytes.readUInt32LE(0);
  if (bodyAt > bytes.length) throw new Error('the index is not whole');
  const parts = new Map<string, Buffer>();
  let at = bodyAt;
  for (const [name, size] of JSON.parse(bytes.toString('utf8', 4, bodyAt)) as [string, number][]) {
    const part = bytes.subarray(at, at + size);
    if (!Number.isSafeInteger(size) || part.length !== size) throw new Error(`${name} is not whole`);
    parts.set(name, part);
    at += size;
  }
  if (at !== bytes.length) throw new Error('there is more than the index tells');
  return parts;
}
