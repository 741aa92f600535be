import type { CallClock } from '../quarantine/record.ts';
import type { Hooks } from './hooks.ts';
import type { Life } from './life.ts';
import type { Platform } from './options.ts';

/** What stands between one gadget and its run, to keep what it got or to give it that again. */
export interface CallTape {
  /** The clocks and the seed that the gadget is given. */
  readonly platform: Platform;
  /** An instance of the gadget, with hooks as the run is to call them. */
  around(life: Life): Life;
}

/** The same hook, if there is one; the clocks are told before each call that it begins. */
export function clocked(onPacket: Hooks['onPacket'], clocks: { begin(): void }): Hooks['onPacket'] {
  return (
    onPacket &&
    ((subscription, packet) => {
      clocks.begin();
      return onPacket(subscription, packet);
    })
  );
}

/** Reads of one clock that are kept of a call. One that waits by looking at the clock reads it without end. */
const mostReads = 1024;

/** Clocks that keep what they said during a call. */
export class RecordedClocks implements Platform {
  private readonly platform: Platform;
  /** Of the instance that there is now. */
  drawn: readonly [bigint, bigint] = [0n, 0n];
  private wall: bigint[] = [];
  private monotonic: bigint[] = [];
  private more = 0;

  constructor(platform: Platform) {
    this.platform = platform;
  }

  /** A call begins. */
  begin(): void {
    if (this.wall.length > 0) this.wall = [];
    if (this.monotonic.length > 0) this.monotonic = [];
    this.more = 0;
  }

  /** What was said since. */
  get said(): CallClock {
    const { platform, wall, monotonic, more } = this;
    return {
      wallNs: wall.length > 0 ? wall : [platform.wallNs()],
      monotonicNs: monotonic.length > 0 ? monotonic : [platform.monotonicNs()],
      more,
    };
  }

  wallNs(): bigint {
    return this.keep(this.wall, this.platform.wallNs());
  }

  monotonicNs(): bigint {
    return this.keep(this.monotonic, this.platform.monotonicNs());
  }

  seed(): readonly [bigint, bigint] {
    this.drawn = this.platform.seed();
    return this.drawn;
  }

  setTimer(milliseconds: number, callback: () => void): () => void {
    return this.platform.setTimer(milliseconds, callback);
  }

  private keep(reads: bigint[], now: bigint): bigint {
    if (reads.length < mostReads) reads.push(now);
    else this.more++;
    return now;
  }
}

/** Clocks that say in a call what they said in another. Before it they stand at its first time, and behind its last at that. */
export class PlayedClocks implements Platform {
  private readonly clock: CallClock;
  private readonly drawn: readonly [bigint, bigint];
  private began = false;
  private wallReads = 0;
  private monotonicReads = 0;

  constructor(clock: CallClock, seed: readonly [bigint, bigint]) {
    this.clock = clock;
    this.drawn = seed;
  }

  /** The call begins. */
  begin(): void {
    this.began = true;
  }

  wallNs(): bigint {
    const { wallNs } = this.clock;
    return wallNs[Math.min(this.began ? this.wallReads++ : 0, wallNs.length - 1)]!;
  }

  monotonicNs(): bigint {
    const { monotonicNs } = this.clock;
    return monotonicNs[Math.min(this.began ? this.monotonicReads++ : 0, monotonicNs.length - 1)]!;
  }

  seed(): readonly [bigint, bigint] {
    return this.drawn;
  }

  /** Nothing is due in a call that is done again. */
  setTimer(): () => void {
    return () => {};
  }
}
