import { createHash } from 'node:crypto';
import type { Transpiled } from './transpiled.ts';

/** What is kept of a transpiled component; its digest is part of the key. */
export type CacheContent = Pick<Transpiled, 'source' | 'coreModules'>;

interface Index {
  key: string;
  /** Name and size of each part: the script first, then the core modules. */
  parts: [string, number][];
}

const magic = Buffer.from('GADGETC1');
const hashSize = 32;
const hashEnd = magic.length + hashSize;
const indexAt = hashEnd + 4;

/**
 * One file: magic, sha256 of all that follows, length of the index, index as JSON, parts. One file is replaced as a
 * whole or not at all.
 */
export function encodeEntry(key: string, content: CacheContent): Buffer {
  const parts: [string, Uint8Array][] = [['', Buffer.from(content.source)], ...content.coreModules];
  const index: Index = { key, parts: parts.map(([name, bytes]) => [name, bytes.length]) };
  const json = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const rest = Buffer.concat([length, json, ...parts.map(([, bytes]) => bytes)]);
  return Buffer.concat([magic, createHash('sha256').update(rest).digest(), rest]);
}

/** The content if the file is whole and made for this key, else undefined. */
export function decodeEntry(key: string, file: Buffer): CacheContent | undefined {
  if (file.length < indexAt || !file.subarray(0, magic.length).equals(magic)) return undefined;
  const hash = createHash('sha256').update(file.subarray(hashEnd)).digest();
  if (!file.subarray(magic.length, hashEnd).equals(hash)) return undefined;
  const bodyAt = indexAt + file.readUInt32LE(hashEnd);
  const index = parseIndex(file.toString('utf8', indexAt, bodyAt));
  return index?.key === key ? split(index.parts, file.subarray(bodyAt)) : undefined;
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
    return JSON.parse(json) as Index;
  } catch {
    return undefined;
  }
}
