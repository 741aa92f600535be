import { createHash } from 'node:crypto';
import type { Transpiled } from './transpiled.ts';

/** What is kept of a transpiled component; its digest is part of the key. */
export type CacheContent = Pick<Transpiled, 'source' | 'code' | 'coreModules'>;

interface Index {
  key: string;
  /** Name and size of each part: the script, its code, then the core modules. */
  parts: [string, number][];
}

const magic = Buffer.from('GADGETC2');
const hashSize = 32;
const hashEnd = magic.length + hashSize;
const indexAt = hashEnd + 4;

/**
 * One file: magic, sha256 of all that follows, length of the index, index as JSON, parts. One file is replaced as a
 * whole or not at all.
 */
export function encodeEntry(key: string, content: CacheContent): Buffer {
  const parts: [string, Uint8Array][] = [
    ['script', Buffer.from(content.source)],
    ['code', content.code ?? new Uint8Array(0)],
    ...content.coreModules,
  ];
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
  const found: [string, Buffer][] = [];
  let at = 0;
  for (const [name, size] of parts) {
    const bytes = body.subarray(at, at + size);
    if (!Number.isSafeInteger(size) || bytes.length !== size) return undefined;
    found.push([name, bytes]);
    at += size;
  }
  const [script, code, ...modules] = found;
  if (at !== body.length || script === undefined || code === undefined) return undefined;
  return {
    source: script[1].toString('utf8'),
    code: code[1].length > 0 ? code[1] : undefined,
    coreModules: new Map(modules),
  };
}

function parseIndex(json: string): Index | undefined {
  try {
    return JSON.parse(json) as Index;
  } catch {
    return undefined;
  }
}
