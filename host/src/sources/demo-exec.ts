import type { BytesColumn } from '../data/bytes-column.ts';
import type { DataSource } from '../data/data-source.ts';
import type { Field } from '../data/field.ts';
import type { NumberColumn } from '../data/number-column.ts';
import { PacketBuilder } from '../data/packet-builder.ts';
import type { Kind } from '../data/kind.ts';
import { GadgetError } from '../errors.ts';
import type { Feed, FieldSpec, Source } from './source.ts';
import { wait } from './wait.ts';

/** What {@link demoExecSource} takes. */
export interface DemoExecOptions {
  /** The same seed gives the same rows. A whole number from 0 to 4,294,967,295. Default 1. */
  seed?: number;
  /** How many rows, then the source ends. Default: it never ends. */
  rows?: number;
  /**
   * How many rows a second, spread evenly; none is left out when they are taken late, but they then come together. Default: as
   * fast as they are taken.
   */
  ratePerSecond?: number;
  /** Rows of a packet, at most. Default 1024. */
  batchRows?: number;
}

function spec(name: string, kind: Kind, description: string): FieldSpec {
  return { name, kind, tags: ['demo'], annotations: { description: `${description} Made up.` } };
}

/** The fields of `demo:exec`, all tagged `demo`. */
export const demoExecFields: readonly FieldSpec[] = [
  spec('timestamp', 'uint64', 'Nanoseconds since 1970; the first row is at the begin of 2026.'),
  spec('pid', 'uint32', 'Number of the process.'),
  spec('ppid', 'uint32', 'Number of its parent.'),
  spec('uid', 'uint32', 'Number of its user.'),
  spec('comm', 'text', 'Name of the program.'),
  spec('filename', 'text', 'Path of the program, many of them in /home/<user>/.'),
  spec('args', 'text', 'Its arguments, separated by spaces.'),
];

const epochNs = 1_767_225_600_000_000_000n;
const users = ['root', 'ann', 'bob', 'chidi', 'dunja', 'émile', 'fatou', 'grace'];
const programs = ['bash', 'curl', 'git', 'make', 'node', 'python3', 'sh', 'ssh', 'tar', 'vim'];
const folders = ['.local/bin', 'bin', 'projects/api/scripts', 'projects/site/node_modules/.bin', 'tmp'];
const args = ['', '-c true', '--version', '-la /home/ann', 'status --short', '-fsSL https://example.org/x'];

/**
 * Made-up rows that look like programs being started, for tests, benches and a first look. Nothing of them comes from a
 * machine: every field has the tag `demo`.
 */
export function demoExecSource(options: DemoExecOptions = {}): Source {
  const { seed = 1, rows = Infinity, ratePerSecond, batchRows = 1024 } = options;
  check('seed', seed, 0, 0xffff_ffff);
  check('batchRows', batchRows, 1);
  if (rows !== Infinity) check('rows', rows, 0);
  if (ratePerSecond !== undefined && !(ratePerSecond > 0 && Number.isFinite(ratePerSecond)))
    throw new GadgetError('E_SOURCE_SPEC', `ratePerSecond must be above 0, not ${ratePerSecond}`);
  return {
    delivery: 'events',
    open: () => Promise.resolve(demoExecFields),
    run: (feed) => runDemo(feed, seed, rows, ratePerSecond, batchRows),
    close: () => Promise.resolve(),
  };
}

async function runDemo(
  feed: Feed,
  seed: number,
  rows: number,
  ratePerSecond: number | undefined,
  batchRows: number,
): Promise<void> {
  const maker = new ExecMaker(feed.source, seed);
  const most = Math.min(batchRows, feed.maxRows);
  const start = performance.now();
  let made = 0;
  while (made < rows && !feed.signal.aborted) {
    let count = Math.min(most, rows - made);
    if (ratePerSecond !== undefined) {
      const due = Math.floor(((performance.now() - start) / 1000) * ratePerSecond) + 1 - made;
      count = Math.min(count, due);
      if (count <= 0) {
        const nextAt = start + (made / ratePerSecond) * 1000;
        await wait(undefined, Math.max(1, nextAt - performance.now()), feed.signal);
        continue;
      }
    }
    for (let i = 0; i < count; i++) maker.add();
    made += count;
    await feed.push(maker.builder.take());
  }
}

/** Text made once; rows copy its bytes. */
const encoded = {
  comm: programs.map((program) => Buffer.from(program)),
  /** By user, program and folder. */
  filename: users.flatMap((user) =>
    programs.flatMap((program) =>
      folders.map((folder) =>
        Buffer.from(user === 'root' ? `/usr/bin/${program}` : `/home/${user}/${folder}/${program}`),
      ),
    ),
  ),
  args: args.map((text) => Buffer.from(text)),
};

class ExecMaker {
  readonly builder: PacketBuilder;
  private readonly fields: readonly Field[];
  private state: number;
  private timestamp = epochNs;
  private pid = 1000;

  constructor(source: DataSource, seed: number) {
    this.builder = new PacketBuilder(source);
    this.fields = demoExecFields.map(({ name }) => source.field(name)!);
    this.state = seed;
  }

  add(): void {
    this.builder.addRow();
    const bits = this.next();
    const user = bits % users.length;
    const program = (bits >>> 3) % programs.length;
    const folder = (bits >>> 10) % folders.length;
    this.timestamp += BigInt(1000 + (bits >>> 12));
    this.pid = this.pid >= 4_194_304 ? 1000 : this.pid + 1 + (bits >>> 30);
    this.number(0, this.timestamp);
    this.number(1, this.pid);
    this.number(2, 1 + (bits >>> 22));
    this.number(3, user === 0 ? 0 : 999 + user);
    this.text(4, encoded.comm[program]!);
    this.text(5, encoded.filename[(user * programs.length + program) * folders.length + folder]!);
    this.text(6, encoded.args[(bits >>> 16) % args.length]!);
  }

  private number(place: number, value: number | bigint): void {
    (this.builder.column(this.fields[place]!) as NumberColumn).set(this.builder.length - 1, value);
  }

  private text(place: number, value: Uint8Array): void {
    (this.builder.column(this.fields[place]!) as BytesColumn).set(this.builder.length - 1, value);
  }

  /** 32 bits that look random: mulberry32. */
  private next(): number {
    this.state = (this.state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

function check(name: string, value: number, min: number, max: number = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isInteger(value) || value < min || value > max)
    throw new GadgetError(
      'E_SOURCE_SPEC',
      `${name} must be a whole number from ${min} to ${max}, not ${value}`,
    );
}
