const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A text as Extism takes it without copying: bytes that have an `ArrayBuffer` for themselves. */
export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(encoder.encode(text));
}

/** Texts as one block: their number, where each ends in the data, and the data. Numbers are of 32 bits, the lowest byte first. */
export function packed(texts: readonly string[]): Uint8Array {
  const values = texts.map((text) => encoder.encode(text));
  const data = 4 + 4 * values.length;
  const block = new Uint8Array(values.reduce((size, { length }) => size + length, data));
  const numbers = new DataView(block.buffer);
  numbers.setUint32(0, values.length, true);
  let end = 0;
  for (const [place, value] of values.entries()) {
    block.set(value, data + end);
    end += value.length;
    numbers.setUint32(4 + 4 * place, end, true);
  }
  return block;
}

/** The texts of a block. */
export function unpacked(block: Uint8Array): string[] {
  const numbers = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const count = numbers.getUint32(0, true);
  const data = block.subarray(4 + 4 * count);
  let start = 0;
  return Array.from({ length: count }, (_, place) => {
    const end = numbers.getUint32(4 + 4 * place, true);
    return decoder.decode(data.subarray(start, (start = end)));
  });
}
