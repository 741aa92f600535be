import { PacketBuilder } from '../data/packet-builder.ts';
import { GadgetError } from '../errors.ts';
import { defaultLimits } from '../limits.ts';
import { type ByteInput, type ByteStream, openInput } from './byte-input.ts';
import { SchemaInference } from './infer.ts';
import type { LineBlock } from './line-block.ts';
import { LineReader } from './line-reader.ts';
import { NdjsonRows } from './ndjson-rows.ts';
import { ProblemCounter } from './problems.ts';
import { checkSchema } from './schema-text.ts';
import type { Feed, FieldSpec, Source } from './source.ts';
import { wait, type Waited } from './wait.ts';

/** What {@link ndjsonSource} takes. */
export interface NdjsonOptions {
  /** A file, a pipe or a terminal by path, `-` for standard input, or a stream of bytes. */
  path: string | ByteStream;
  /**
   * The fields to read; other keys are counted. Kind `bytes` is read from base64, lists from arrays of which all elements fit,
   * kind `other` takes any JSON. Default: learnt from the first 100 rows, or those that come within 200 ms of the first.
   */
  schema?: readonly FieldSpec[];
  /** Whether a line that holds no JSON object ends the run with E_SOURCE_ROW. Default false: it is counted. */
  strict?: boolean;
  /** Rows of a packet, at most. Default 1024. */
  batchRows?: number;
  /**
   * How long the rows of a pipe or terminal may wait for others to share their packet, in milliseconds. When nothing
   * comes for a tenth of it, they go on at once. 0: they never wait. Default 50.
   */
  batchMs?: number;
  /** Lines longer than this are counted as malformed and skipped. Bytes. Default 16 MiB. */
  maxLineBytes?: number;
  /** Called once, with words for people, when no line has come for two seconds. */
  onWaiting?: (message: string) => void;
}

const inferRows = 100;
const inferMs = 200;
/** Inference holds what it has read; more than this it does not look at. */
const inferBytes = 32 * 1024 * 1024;
/** Of a packet's lines, at most, but for the last line: bounds memory when lines are long. */
const batchBytes = 8 * 1024 * 1024;
/** What some programs begin UTF-8 with. */
const byteOrderMark = Buffer.from('\uFEFF');
const waitingMs = 2000;

/**
 * Rows from lines that hold one JSON object each. Keys of objects inside become paths (`a.b`); null and absent keys leave
 * a field unset. White space, blank lines, CRLF and a byte order mark are fine. What can't be read is reported, never
 * silent; numbers are never rounded into a whole-number kind.
 */
export function ndjsonSource(options: NdjsonOptions): Source {
  return new NdjsonSource(options);
}

class NdjsonSource implements Source {
  readonly delivery = 'events';
  private readonly options: NdjsonOptions;
  private readonly batchRows: number;
  private readonly batchMs: number;
  private readonly maxLineBytes: number;
  private input: ByteInput | undefined;
  private reader: LineReader | undefined;
  private pending: Promise<LineBlock | undefined> | undefined;
  private waitingTimer: NodeJS.Timeout | undefined;
  private specs: readonly FieldSpec[] = [];
  /** Read while the schema was learnt. */
  private readonly held: LineBlock[] = [];
  private atStart = true;

  constructor(options: NdjsonOptions) {
    this.options = options;
    this.batchRows = wholeNumber('batchRows', options.batchRows ?? 1024, 1);
    this.batchMs = wholeNumber('batchMs', options.batchMs ?? 50, 0);
    this.maxLineBytes = wholeNumber('maxLineBytes', options.maxLineBytes ?? 16 * 1024 * 1024, 1);
    if (options.schema !== undefined) checkSchema(options.schema);
  }

  async open(signal: AbortSignal): Promise<readonly FieldSpec[]> {
    this.input = await openInput(this.options.path);
    this.reader = new LineReader(this.input, this.maxLineBytes);
    this.specs = this.options.schema ?? (await this.infer(signal));
    return this.specs;
  }

  async run(feed: Feed): Promise<void> {
    const problems = new ProblemCounter((problem) => feed.report(problem));
    const rows = new NdjsonRows({
      fields: this.specs.map(({ name }) => feed.source.field(name)!),
      builder: new PacketBuilder(feed.source),
      problems,
      strict: this.options.strict ?? false,
    });
    const most = Math.min(this.batchRows, feed.maxRows);
    let firstAt = 0;
    try {
      for (;;) {
        if (this.mayPause(rows.length) && (await this.pauses(firstAt, feed.signal)))
          await feed.push(rows.take());
        const block = await this.nextBlock(feed.signal);
        if (block === undefined) break;
        if (rows.length === 0) firstAt = performance.now();
        if (block.tooLong > 0) rows.addTooLong(block.tooLong, this.maxLineBytes);
        for (const line of block.invalid) rows.notUtf8(line);
        while (!block.done) {
          rows.add(block);
          if (rows.length < most && rows.bytes < batchBytes) continue;
          await feed.push(rows.take());
          if (feed.signal.aborted) return;
          firstAt = performance.now();
        }
      }
      if (rows.length > 0 && !feed.signal.aborted) await feed.push(rows.take());
    } catch (error) {
      // The rows before a broken line are good.
      if (rows.length > 0 && error instanceof GadgetError && error.code === 'E_SOURCE_ROW')
        await feed.push(rows.take());
      throw error;
    } finally {
      problems.flush();
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.waitingTimer);
    await this.input?.close();
  }

  private mayPause(rows: number): boolean {
    return rows > 0 && this.held.length === 0 && this.input?.live === true;
  }

  /** Whether the rows gathered should go on because nothing more has come, or because they have waited long enough. */
  private async pauses(firstAt: number, signal: AbortSignal): Promise<boolean> {
    const left = firstAt + this.batchMs - performance.now();
    if (left <= 0) return true;
    return (await wait(this.read(), Math.min(left, this.batchMs / 10), signal)) === 'late';
  }

  /** The next lines; nothing at the end and once the run is over. */
  private async nextBlock(signal: AbortSignal): Promise<LineBlock | undefined> {
    const held = this.held.shift();
    if (held !== undefined) return signal.aborted ? undefined : held;
    if ((await this.waitForLines(undefined, signal)) === 'aborted') return undefined;
    return this.takePending();
  }

  private async takePending(): Promise<LineBlock | undefined> {
    const block = await this.read();
    this.pending = undefined;
    if (!this.atStart || block === undefined) return block;
    this.atStart = false;
    if (byteOrderMark.equals(block.bytes.subarray(0, byteOrderMark.length))) block.at = byteOrderMark.length;
    return block;
  }

  /** The read under way; begins one. */
  private read(): Promise<LineBlock | undefined> {
    if (this.pending === undefined) {
      this.pending = this.reader!.next();
      // It may fail while a packet is pushed; who awaits it then learns of it.
      this.pending.catch(() => {});
    }
    return this.pending;
  }

  private async waitForLines(milliseconds: number | undefined, signal: AbortSignal): Promise<Waited> {
    const { onWaiting } = this.options;
    const patient = this.atStart && onWaiting !== undefined && this.waitingTimer === undefined;
    if (patient)
      this.waitingTimer = setTimeout(
        () => onWaiting(`waiting for the first row from ${this.input!.label}`),
        waitingMs,
      );
    const how = await wait(this.read(), milliseconds, signal);
    if (how === 'settled') clearTimeout(this.waitingTimer);
    return how;
  }

  private async infer(signal: AbortSignal): Promise<FieldSpec[]> {
    const inference = new SchemaInference();
    let rows = 0;
    let bytes = 0;
    let firstAt = 0;
    while (rows < inferRows && bytes < inferBytes) {
      const left = rows === 0 ? undefined : firstAt + inferMs - performance.now();
      if ((await this.waitForLines(left, signal)) !== 'settled') break;
      const block = await this.takePending();
      if (block === undefined) break;
      this.held.push(block.keep());
      bytes += block.bytes.length;
      while (!block.done) {
        if (!inference.add(block.takeLine())) continue;
        if (rows++ === 0) firstAt = performance.now();
        if (rows >= inferRows) break;
      }
    }
    return inference.fields(defaultLimits);
  }
}

function wholeNumber(name: string, value: number, min: number): number {
  if (Number.isSafeInteger(value) && value >= min) return value;
  throw new GadgetError('E_SOURCE_SPEC', `${name} must be a whole number of at least ${min}, not ${value}`);
}
