import type { Field } from '../data/field.ts';
import { splitPath } from '../data/field-path.ts';
import type { PacketBuilder } from '../data/packet-builder.ts';
import { scanList } from './scan-list.ts';
import { notHere, scanValue, type ScanValue } from './scan-value.ts';

/** A key that a row may have, and what reads its value. */
interface Slot {
  readonly key: string;
  /** `"key":` as bytes. */
  readonly prefix: Uint8Array;
  readonly scan: ScanValue;
}

/** So many rows in a row that were not read here, and the next ones are not tried. */
const patience = 32;
/** How many are not tried then. */
const pause = 256;
/** How many rows in another order are looked at before the order is learnt from one again. */
const learnEvery = 16;

const comma = 0x2c;
const space = 0x20;
const brace = 0x7b;
const closing = 0x7d;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Reads lines of JSON straight from bytes into columns: objects with known keys, in the order in which rows had them lately,
 * some of which may be missing, and plain values or lists of these. Most input is like that. Everything else is for JSON.parse: other orders,
 * unknown keys, objects within, escapes, exponents, what does not fit, what is no JSON.
 */
export class RowScanner {
  private readonly builder: PacketBuilder;
  private slots: readonly Slot[];
  private misses = 0;
  private untried = 0;
  private unlearnt = 0;

  constructor(builder: PacketBuilder, fields: readonly Field[]) {
    this.builder = builder;
    this.slots = fields.flatMap((field) => {
      const path = splitPath(field.name);
      const scan = path.length === 1 ? scannerOf(builder, field) : undefined;
      return scan === undefined ? [] : [{ key: path[0]!, prefix: prefixOf(path[0]!), scan }];
    });
  }

  /**
   * Adds a row from the line that begins at `at`, and gives the place behind its line feed; -1 when it is not for here, and then
   * nothing has changed. `bytes` are UTF-8 and end with a line feed.
   */
  scan(bytes: Uint8Array, at: number): number {
    if (this.untried > 0) {
      this.untried--;
      return notHere;
    }
    if (bytes[at] !== brace) return notHere;
    this.builder.addRow();
    const end = this.scanObject(bytes, at + 1);
    if (end !== notHere) {
      this.misses = 0;
      return end;
    }
    this.builder.dropRow();
    if (++this.misses >= patience) {
      this.misses = 0;
      this.untried = pause;
    }
    return notHere;
  }

  /** The keys of a row that was read elsewhere, in its order: the next ones may look like it. */
  learn(row: object): void {
    if (this.unlearnt-- > 0) return;
    this.unlearnt = learnEvery;
    const first: Slot[] = [];
    for (const key in row) {
      const slot = this.slots.find((each) => each.key === key);
      if (slot !== undefined) first.push(slot);
    }
    this.slots = [...first, ...this.slots.filter((slot) => !first.includes(slot))];
  }

  private scanObject(bytes: Uint8Array, at: number): number {
    const { slots } = this;
    for (let place = 0; place < slots.length; place++) {
      const slot = slots[place]!;
      const { prefix } = slot;
      let matched = 0;
      while (matched < prefix.length && bytes[at + matched] === prefix[matched]) matched++;
      if (matched < prefix.length) continue;
      at += matched;
      if (bytes[at] === space) at++;
      at = isNull(bytes, at) ? at + 4 : slot.scan(bytes, at);
      if (at === notHere) return notHere;
      const next = bytes[at];
      if (next === closing) return endOfLine(bytes, at + 1);
      if (next !== comma) return notHere;
      at++;
      if (bytes[at] === space) at++;
    }
    return notHere;
  }
}

function scannerOf(builder: PacketBuilder, field: Field): ScanValue | undefined {
  return field.elements === undefined ? scanValue(builder, field) : scanList(builder, field, field.elements);
}

function prefixOf(key: string): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(key)}:`);
}

function isNull(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x6e && bytes[at + 1] === 0x75 && bytes[at + 2] === 0x6c && bytes[at + 3] === 0x6c;
}

function endOfLine(bytes: Uint8Array, at: number): number {
  if (bytes[at] === carriageReturn) at++;
  return bytes[at] === lineFeed ? at + 1 : notHere;
}
