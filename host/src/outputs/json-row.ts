import { splitPath } from '../data/field-path.ts';
import type { Field } from '../data/field.ts';
import type { Packet } from '../data/packet.ts';
import type { ByteBuffer } from './byte-buffer.ts';
import type { ValueWriter } from './json-block.ts';
import { safeJson } from './json-text.ts';
import { valueWriter } from './json-value.ts';

const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Writes rows as JSON objects, made once for the fields it prints. `a.b` is `b` inside an object `a`, at the place of the
 * first field inside `a`. What is unset is absent; so is an object in which nothing is set.
 */
export class JsonRow {
  private readonly root: Member[] = [];
  private readonly leaves: Leaf[] = [];

  constructor(fields: readonly Field[]) {
    for (const field of fields) {
      const keys = splitPath(field.name);
      const last = keys.pop()!;
      let members = this.root;
      for (const key of keys) members = this.branch(members, key).members;
      const leaf = new Leaf(last, field);
      members.push(leaf);
      this.leaves.push(leaf);
    }
  }

  /** Takes the packet whose rows are written next. */
  bind(packet: Packet): void {
    for (const leaf of this.leaves) leaf.bind(packet);
  }

  /** Appends one row. */
  put(out: ByteBuffer, row: number): void {
    if (putMembers(this.root, out, row)) return;
    out.putByte(openBrace);
    out.putByte(closeBrace);
  }

  private branch(members: Member[], key: string): Branch {
    const found = members.find((member) => member instanceof Branch && member.name === key);
    if (found !== undefined) return found as Branch;
    const made = new Branch(key);
    members.push(made);
    return made;
  }
}

/** A member of an object. */
interface Member {
  /** Appends `,"name":value`; nothing when nothing is set. */
  put(out: ByteBuffer, row: number): void;
}

class Leaf implements Member {
  private readonly key: Uint8Array;
  private readonly field: Field;
  private readonly writer: ValueWriter;
  /** Rows below this may be set: 0 when the packet has no such column. */
  private length = 0;
  private valid: Uint8Array | null = null;

  constructor(name: string, field: Field) {
    this.key = keyBytes(name);
    this.field = field;
    this.writer = valueWriter(field);
  }

  bind(packet: Packet): void {
    const column = packet.column(this.field);
    this.length = column === undefined ? 0 : column.length;
    this.valid = column === undefined ? null : column.valid;
    if (column !== undefined) this.writer.bind(column);
  }

  put(out: ByteBuffer, row: number): void {
    if (row >= this.length || (this.valid !== null && this.valid[row] !== 1)) return;
    out.put(this.key);
    this.writer.put(out, row);
  }
}

class Branch implements Member {
  readonly name: string;
  readonly members: Member[] = [];
  private readonly key: Uint8Array;

  constructor(name: string) {
    this.name = name;
    this.key = keyBytes(name);
  }

  put(out: ByteBuffer, row: number): void {
    const before = out.used;
    out.put(this.key);
    if (!putMembers(this.members, out, row)) out.used = before;
  }
}

/** Appends an object; false, and nothing, when none of its members is set. */
function putMembers(members: readonly Member[], out: ByteBuffer, row: number): boolean {
  const start = out.used;
  for (const member of members) member.put(out, row);
  if (out.used === start) return false;
  // Every member begins with a comma; the first one's becomes the brace.
  out.data[start] = openBrace;
  out.putByte(closeBrace);
  return true;
}

function keyBytes(name: string): Uint8Array {
  return new TextEncoder().encode(`,${safeJson(name)}:`);
}
