import { createHash } from 'node:crypto';

/** What a component is known by: `sha256:` and 64 hexadecimal digits. */
export function componentDigest(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
