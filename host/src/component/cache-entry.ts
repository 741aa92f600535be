import { createHash } from 'node:crypto';
import type { Transpiled } from './transpiled.ts';

/** What is kept of a transpiled component; its digest is part of the key. */
export type CacheContent = Pick<Transpiled, 'source' | 'coreModules'>;

interface Index {
  key: string;
  /** sha256 of everything after the index, hexadecimal. */
  hash: string;
  /** Name and size of each part: the script first, then the core modules. */
  parts: [string, number][];
}

const magic = Buffer.from('GADGETC1');
const headSize = magic.length + 4;

/** One file: magic, length of the index, index as JSON, parts. One file is replaced as a whole or not at all. */
export function encodeEntry(key: string, content: CacheContent): Buffer {
  const parts: [string, Uint8Array][] = [['', Buffer.from(content.source)], ...content.coreModules];
  const hash = createHash('sha256');
  for (const [, bytes] of parts) hash.update(bytes);
  const index: Index = {
    key,
    hash: hash.digest('hex'),
    parts: parts.map(([name, bytes]) => [name, bytes.length]),
  };
  const json = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  return Buffer.concat([magic, length, json, ...parts.map(([, bytes]) => bytes)]);
}

/** The content if the file is whole and made for this key, else undefined. */
export function decodeEntry(key: string, file: Buffer): CacheContent | undefined {
  if (file.length < headSize || !file.subarray(0, magic.length).equals(magic)) return undefined;
  const bodyAt = headSize + file.readUInt32LE(magic.length);
  if (bodyAt > file.length) return undefined;
  const body = file.subarray(bodyAt);
  const index = parseIndex(file.toString('utf8', headSize, bodyAt));
  if (index === undefined || index.key !== key) return undefined;
  if (createHash('sha256').update(body).digest('hex') !== index.hash) return undefined;
  return split(index.parts, body);
}

function split(parts: Index['parts'], body: Buffer): CacheContent | undefined {
  const content: { source: string; coreModules: Map<string, Uint8Array> } = {
    source: '',
    coreModules: new Map(),
  };
  let at = 0;
  for (const [name, size] of parts) {
    const bytes = body.subarray(at, at + size);
    if (!Number.isSafeInteger(size) || bytes.length !== size) return undefined;
    if (name === '') content.source = bytes.toString('utf8');
    else content.coreModules.set(name, bytes);
    at += size;
  }
  return at === body.length ? content : undefined;
}

function parseIndex(json: string): Index | undefined {
  try {
    const { key, hash, parts } = JSON.parse(json) as Index;
    return typeof key === 'string' && typeof hash === 'string' && Array.isArray(parts)
      ? { key, hash, parts }
      : undefined;
  } catch {
    return undefined;
  }
}
