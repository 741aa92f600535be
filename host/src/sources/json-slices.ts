import { stringEnd } from './json-line.ts';
import type { KeyNode } from './key-tree.ts';

/**
 * Notes in every node of the tree where its value's text stands in `line`, which must hold one object and be valid JSON.
 * This is how arrays are passed on as they came, and how numbers beyond 2^53 are read exactly. Nodes whose key is not in
 * the line keep what they had; of several equal keys the last counts, as for JSON.parse.
 */
export function locateValues(line: string, root: KeyNode): void {
  scanObject(line, skipSpace(line, 0), root);
}

/** Gives the place behind the object that begins at `start`. */
function scanObject(text: string, start: number, node: KeyNode): number {
  let at = skipSpace(text, start + 1);
  while (text.charCodeAt(at) === 0x22) {
    const keyEnd = stringEnd(text, at);
    const raw = text.slice(at + 1, keyEnd - 1);
    const key = raw.includes('\\') ? (JSON.parse(text.slice(at, keyEnd)) as string) : raw;
    // Behind the colon.
    const begin = skipSpace(text, skipSpace(text, keyEnd) + 1);
    const child = node.children.get(key);
    const inside = child !== undefined && child.children.size > 0 && text.charCodeAt(begin) === 0x7b;
    const end = inside ? scanObject(text, begin, child) : valueEnd(text, begin);
    if (child !== undefined) {
      child.start = begin;
      child.end = end;
    }
    at = skipSpace(text, end);
    if (text.charCodeAt(at) === 0x2c) at = skipSpace(text, at + 1);
  }
  return at + 1;
}

/** The place behind the value that begins at `start`. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = stringEnd(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) {
      // A bracket that closes what is around a number or word is not part of it.
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && (code === 0x2c || isSpace(code))) return at;
    at++;
  }
  return at;
}

function skipSpace(text: string, at: number): number {
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
