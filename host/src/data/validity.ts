/** Which rows of a column are set: one byte a row, 1 for set; null when all are. */
export type Validity = Uint8Array | null;

/** At least `capacity` bytes, with the first `count` rows as they were and the others unset. */
export function growValidity(valid: Validity, count: number, capacity: number): Uint8Array {
  if (valid === null) return new Uint8Array(capacity).fill(1, 0, count);
  if (valid.length >= capacity) return valid;
  const grown = new Uint8Array(capacity);
  grown.set(valid.subarray(0, count));
  return grown;
}

/** A copy for the first `length` rows; rows beyond `count` are unset. */
export function copyValidity(valid: Validity, count: number, length: number): Validity {
  const kept = Math.min(count, length);
  if (valid === null) return kept === length ? null : new Uint8Array(length).fill(1, 0, kept);
  const copy = new Uint8Array(length);
  copy.set(valid.subarray(0, kept));
  return copy;
}

/** The validity of picked rows; rows beyond `count` are unset. */
export function pickValidity(valid: Validity, count: number, rows: Uint32Array): Validity {
  if (valid === null && rows.every((row) => row < count)) return null;
  const picked = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    picked[i] = row < count ? (valid === null ? 1 : valid[row]!) : 0;
  }
  return picked;
}
