import type { FrameWriter } from './frame-writer.ts';

/**
 * Frames up to so many bytes cross in shared memory, larger ones by transfer, which costs some microseconds and fresh memory. A
 * call's columns are read where they lie; an answer is kept by others, so that of a large one the copy would cost more.
 */
const callBytes = 1024 * 1024;
const answerBytes = 64 * 1024;

/** Words before the areas, and which is which. */
const headWords = 16;
const turnWord = 0;
const asksWord = 1;
const callWord = 2;
const replyWord = 4;
const awakeWord = 6;
const sleptWord = 7;

/** How long an end that is to stay awake does so before it sleeps. Milliseconds. */
const awakeMs = 0.2;
/** How often it is looked whose turn it is before the clock is read. */
const looksBetween = 32;
/** Leaves the processor to others for a moment, where it can. */
const pause = (Atomics as { pause?: () => void }).pause ?? ((): void => {});

/** Whose turn it is; the other one waits. */
export const caller = 0;
export const answerer = 1;
type Turn = typeof caller | typeof answerer;

/** Memory for {@link SharedTurn}, with the turn at the calling end. Can be sent to a thread. */
export function createTurnMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(headWords * 4 + callBytes + answerBytes);
}

/** Memory that two threads use in turns: whoever has the turn writes there, gives the turn away and waits until it is back. */
export class SharedTurn {
  /** What the calling end writes. */
  readonly call: Mail;
  /** What the answering end writes. */
  readonly reply: Mail;
  private readonly words: Int32Array<SharedArrayBuffer>;

  constructor(memory: SharedArrayBuffer) {
    this.words = new Int32Array(memory, 0, headWords);
    this.call = new Mail(this.words, callWord, new Uint8Array(memory, headWords * 4, callBytes));
    this.reply = new Mail(
      this.words,
      replyWord,
      new Uint8Array(memory, headWords * 4 + callBytes, answerBytes),
    );
  }

  /** Whether the answering end has not answered but asks for something. */
  get asks(): boolean {
    return this.words[asksWord] === 1;
  }

  set asks(asks: boolean) {
    this.words[asksWord] = asks ? 1 : 0;
  }

  /** Whether both ends stay awake for a moment while they wait for each other. */
  get awake(): boolean {
    return this.words[awakeWord] === 1;
  }

  set awake(awake: boolean) {
    this.words[awakeWord] = awake ? 1 : 0;
  }

  /** Whether the end that is called had fallen asleep before the last call, though it was to stay awake. */
  get slept(): boolean {
    return this.words[sleptWord] === 1;
  }

  /** Gives the turn to the other end. */
  give(to: Turn): void {
    Atomics.store(this.words, turnWord, to);
    Atomics.notify(this.words, turnWord);
  }

  /** Whether it is the turn of this end. */
  isOf(end: Turn): boolean {
    return Atomics.load(this.words, turnWord) === end;
  }

  /** Blocks this thread until it may be the turn of `end`, at most so long. Milliseconds. Look with {@link isOf}: the last notification may come late. */
  wait(end: Turn, ms: number = Infinity): void {
    const slept = this.awake && !this.comesSoon(end);
    if (end === answerer) this.words[sleptWord] = slept ? 1 : 0;
    if (!this.isOf(end)) Atomics.wait(this.words, turnWord, end === caller ? answerer : caller, ms);
  }

  private comesSoon(end: Turn): boolean {
    const began = performance.now();
    do {
      for (let look = 0; look < looksBetween; look++) {
        if (this.isOf(end)) return true;
        pause();
      }
    } while (performance.now() - began < awakeMs);
    return false;
  }
}

/** What one end tells the other with the turn: a frame, and how many messages it has posted. */
export class Mail {
  private readonly words: Int32Array;
  private readonly at: number;
  private readonly area: Uint8Array;

  constructor(words: Int32Array, at: number, area: Uint8Array) {
    this.words = words;
    this.at = at;
    this.area = area;
  }

  /** Messages that were posted since the turn was given away last. */
  get posted(): number {
    return this.words[this.at]!;
  }

  set posted(count: number) {
    this.words[this.at] = count;
  }

  /** Writes a frame, here or into memory of its own that is to be posted as the last message. */
  put(frame: FrameWriter): ArrayBuffer | undefined {
    const { size } = frame;
    if (size <= this.area.length) {
      frame.write(this.area);
      this.words[this.at + 1] = size;
      return undefined;
    }
    const memory = new Uint8Array(size);
    frame.write(memory);
    this.words[this.at + 1] = 0;
    return memory.buffer;
  }

  /** The frame where it lies, until the turn is given away; nothing when it was posted. */
  get frame(): Uint8Array | undefined {
    const size = this.words[this.at + 1]!;
    return size < 4 || size > this.area.length ? undefined : this.area.subarray(0, size);
  }

  /** A copy of the frame; nothing when it was posted. */
  take(): Uint8Array | undefined {
    const { frame } = this;
    if (frame === undefined) return undefined;
    const copy = new Uint8Array(frame.length);
    copy.set(frame);
    return copy;
  }
}
