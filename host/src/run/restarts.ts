import { GadgetError } from '../errors.ts';
import type { Place } from './place.ts';
import type { Platform } from './options.ts';

/** How long restarts count against the most there may be. Milliseconds. */
const spanMs = 60_000;
/** The wait before the second restart within that time; each further one waits twice as long. The first does not wait. Milliseconds. */
const firstWaitMs = 100;

/** What restarts need of their run. */
export interface RestartsContext {
  /** Most restarts of one gadget within a minute. */
  perMinute: number;
  platform: Platform;
  /** Has a place get another instance, behind what goes on now. */
  begin(place: Place): void;
}

/** When gadgets that have fallen are started again: at once, then with ever longer waits, and not too often. */
export class Restarts {
  private readonly context: RestartsContext;
  /** When each place had its restarts of the last minute. Milliseconds of the monotonic clock. */
  private readonly times = new Map<Place, number[]>();
  /** Takes back what waits. */
  private readonly waiting = new Map<Place, () => void>();
  private stopped = false;

  /** Throws E_USAGE. */
  constructor(context: RestartsContext) {
    const { perMinute } = context;
    if (!Number.isSafeInteger(perMinute) || perMinute < 0) {
      throw new GadgetError('E_USAGE', `maxRestarts can't be ${perMinute}`, {
        hint: 'give a whole number from 0',
      });
    }
    this.context = context;
  }

  /** How many gadgets wait for another instance. */
  get pending(): number {
    return this.waiting.size;
  }

  /** Whether a gadget that falls may be started again. */
  allows({ make, gadget }: Place): boolean {
    return this.context.perMinute > 0 && make !== undefined && gadget?.policy !== 'stop-run';
  }

  /** A gadget has fallen: milliseconds until it is started again, or undefined when it is not. */
  fell(place: Place): number | undefined {
    const { perMinute, platform, begin } = this.context;
    if (this.stopped || !this.allows(place)) return undefined;
    const now = Number(platform.monotonicNs()) / 1e6;
    const times = (this.times.get(place) ?? []).filter((time) => now - time < spanMs);
    if (times.length >= perMinute) return undefined;
    const wait = times.length === 0 ? 0 : firstWaitMs * 2 ** (times.length - 1);
    this.times.set(place, [...times, now]);
    this.waiting.set(place, nothing);
    if (wait === 0) begin(place);
    else
      this.waiting.set(
        place,
        platform.setTimer(wait, () => begin(place)),
      );
    return wait;
  }

  /** A place has its new instance, or has not got one. */
  over(place: Place): void {
    this.waiting.delete(place);
  }

  /** The run ends: nobody is started any more. */
  stop(): void {
    this.stopped = true;
    for (const takeBack of this.waiting.values()) takeBack();
    this.waiting.clear();
  }
}

function nothing(): void {}
