import { type Field, hostPlace } from '../data/field.ts';
import type { PacketBuilder } from '../data/packet-builder.ts';
import type { Packet } from '../data/packet.ts';
import { GadgetError } from '../errors.ts';
import { isBlank, parseLine } from './json-line.ts';
import { locateValues } from './json-slices.ts';
import { type KeyNode, keyTree } from './key-tree.ts';
import type { LineBlock } from './line-block.ts';
import type { ProblemCounter } from './problems.ts';
import { RowScanner } from './row-scanner.ts';
import { valueWriter } from './value-writers.ts';

/** Most keys of one object whose counts are kept at hand. */
const maxUnknown = 64;

/** What {@link NdjsonRows} needs to know. */
export interface NdjsonRowsOptions {
  /** The fields to fill, all of the source that the builder is for. */
  fields: readonly Field[];
  builder: PacketBuilder;
  problems: ProblemCounter;
  /** Whether a line without a row is an error. */
  strict: boolean;
}

/** Turns lines of JSON into rows of a packet. */
export class NdjsonRows {
  /** Lines seen, blank and broken ones included; the number of the current one. */
  lines = 0;
  /** Bytes of the lines gathered in the packet begun, a measure of its size. */
  bytes = 0;
  private readonly builder: PacketBuilder;
  private readonly problems: ProblemCounter;
  private readonly strict: boolean;
  private readonly root: KeyNode;
  private readonly scanner: RowScanner;
  private readonly readsAll: boolean;
  private line = '';
  /** Whether the nodes know where their values stand in {@link line}. */
  private located = false;

  constructor(options: NdjsonRowsOptions) {
    this.builder = options.builder;
    this.problems = options.problems;
    this.strict = options.strict;
    this.root = keyTree(options.fields);
    this.addWriters(this.root);
    this.scanner = new RowScanner(this.builder, options.fields);
    this.readsAll = options.fields.every((field) => field.requestedBehind(hostPlace));
  }

  /** Rows gathered. */
  get length(): number {
    return this.builder.length;
  }

  /** The rows gathered as a packet; begins a new one. Fields that nobody reads are unset. Rows that are missing in it are reported. */
  take(): Packet {
    this.bytes = 0;
    this.problems.settle();
    const packet = this.builder.take();
    return this.readsAll ? packet : packet.only((field) => field.requestedBehind(hostPlace));
  }

  /** Reads the next line of a block. Throws E_SOURCE_ROW for a broken one when strict. */
  add(block: LineBlock): void {
    const start = block.at;
    const end = block.regular ? this.scanner.scan(block.bytes, start) : -1;
    if (end < 0) this.addText(block.takeLine());
    else {
      this.lines++;
      block.at = end;
    }
    this.bytes += block.at - start;
  }

  private addText(line: string): void {
    this.lines++;
    if (line.charCodeAt(0) !== 0x7b && isBlank(line)) return;
    const { object, problem } = parseLine(line);
    if (object === undefined) {
      this.broken(problem);
      return;
    }
    this.line = line;
    this.located = false;
    this.builder.addRow();
    this.writeObject(this.root, object);
    this.scanner.learn(object);
  }

  /** A line that was too long to be kept. */
  addTooLong(bytes: number, maxBytes: number): void {
    this.lines++;
    // The length differs from line to line; said in full only where there is one message for one line.
    if (this.strict) this.broken(`longer than ${maxBytes} bytes: ${bytes}`);
    else this.broken(`longer than ${maxBytes} bytes`);
  }

  /** Counts the line that comes `ahead` lines after the current one for its bytes that are not UTF-8. */
  notUtf8(ahead: number): void {
    this.problems.add('wrong-type', 'bytes that are not UTF-8, read as U+FFFD', this.lines + 1 + ahead);
  }

  private broken(problem: string): void {
    if (!this.strict) {
      this.problems.add('malformed', problem, this.lines);
      return;
    }
    throw new GadgetError('E_SOURCE_ROW', `line ${this.lines}: ${problem}`, {
      hint: 'mend the line, or run without --strict to skip and count such lines',
      details: { line: this.lines },
    });
  }

  private writeObject(node: KeyNode, object: object): void {
    const { order } = node;
    let place = 0;
    for (const key in object) {
      const value = (object as Record<string, unknown>)[key];
      let child = order[place];
      if (child === undefined || child.key !== key) {
        child = node.children.get(key);
        if (place < node.children.size) order[place] = child;
      }
      place++;
      if (child === undefined) this.unknown(node, key);
      else if (value !== null) this.writeValue(child, value);
    }
  }

  private writeValue(node: KeyNode, value: unknown): void {
    const { write } = node;
    if (write !== undefined) {
      if (!write(value)) this.wrongType(node);
    } else if (typeof value === 'object' && !Array.isArray(value)) this.writeObject(node, value as object);
    else this.wrongType(node);
  }

  private addWriters(node: KeyNode): void {
    for (const child of node.children.values()) this.addWriters(child);
    if (node.field === undefined) return;
    node.write = valueWriter(this.builder, node.field, () => {
      if (!this.located) locateValues(this.line, this.root);
      this.located = true;
      return this.line.slice(node.start, node.end);
    });
  }

  private wrongType(node: KeyNode): void {
    node.wrongType ??= this.problems.tally(
      'wrong-type',
      node.field === undefined
        ? `${node.path} should be an object`
        : `${node.path} does not fit ${node.field.type}`,
      this.lines,
    );
    this.problems.count(node.wrongType, this.lines);
  }

  private unknown(node: KeyNode, key: string): void {
    let tally = node.unknown.get(key);
    if (tally === undefined) {
      const shown = key.length > 80 ? `${key.slice(0, 80)}…` : key;
      const inside = node.path === '' ? '' : ` in ${node.path}`;
      tally = this.problems.tally(
        'unknown-field',
        `key ${JSON.stringify(shown)}${inside} is not in the schema`,
        this.lines,
      );
      if (node.unknown.size < maxUnknown) node.unknown.set(key, tally);
    }
    this.problems.count(tally, this.lines);
  }
}
