import { ApiFailure } from '../api/failure.ts';
import type { Guest } from '../api/guest.ts';
import type { ApiError } from '../generated/gadget-api-types.ts';
import { apiErrorTags } from './enums.ts';
import { HandleTable } from './handles.ts';
import { InstanceState } from './instance-state.ts';
import { LastWords } from './last-words.ts';
import { GuestMemory } from './memory.ts';
import { storeString } from './strings.ts';

/** A function as a core module imports it: numbers, and bigints for 64-bit integers. */
export type CoreFunction = (...args: never[]) => number | bigint | void;

/** How a `result<T, api-error>` lies in memory; its tag is the first byte. */
export interface ResultShape {
  readonly size: number;
  readonly align: number;
  /** Where its payload begins. */
  readonly payload: number;
}

/** When no payload is aligned to more than 4 bytes. */
export const narrow: ResultShape = { size: 16, align: 4, payload: 4 };
/** With a 64-bit number as payload. */
export const wide: ResultShape = { size: 24, align: 8, payload: 8 };
/** With two lists as payload, such as a `packed`. */
export const twoLists: ResultShape = { size: 20, align: 4, payload: 4 };
/** With three, a `packed-lists`. */
export const threeLists: ResultShape = { size: 28, align: 4, payload: 4 };

/** One instance's side of every call: who calls, its memory, its handles. */
export class Context {
  readonly guest: Guest;
  readonly state: InstanceState;
  readonly memory: GuestMemory;
  readonly handles: HandleTable;
  readonly words: LastWords;

  constructor(guest: Guest) {
    this.guest = guest;
    this.state = new InstanceState();
    this.memory = new GuestMemory(this.state);
    this.handles = new HandleTable(this.state);
    this.words = new LastWords(guest.limits.maxLogBytes);
  }

  /**
   * What every import begins and ends with: it may be called now, and whatever it throws kills the instance. For
   * functions where some nanoseconds are nothing.
   */
  guarded<A extends (number | bigint)[]>(run: (...args: A) => number | bigint | void): CoreFunction {
    const { state } = this;
    return ((...args: A) => {
      if (!state.mayLeave) throw state.refusal();
      try {
        return run(...args);
      } catch (error) {
        throw state.die(error);
      }
    }) as unknown as CoreFunction;
  }

  /** Calls the API; its answer, stored by `store`, or its error goes to `pointer`. */
  result<T>(pointer: number, shape: ResultShape, run: () => T, store: (value: T, at: number) => void): void {
    const at = this.memory.range(pointer, shape.size, shape.align);
    let value: T;
    try {
      value = run();
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      this.storeError(error.payload, at + shape.payload);
      this.memory.u8[at] = 1;
      return;
    }
    store(value, at + shape.payload);
    this.memory.u8[at] = 0;
  }

  private storeError(error: ApiError, at: number): void {
    if (error.tag !== 'expired') storeString(this, error.val, at + 4);
    this.memory.u8[at] = apiErrorTags.indexOf(error.tag);
  }
}

/** For results without a payload. */
export function nothing(): void {}
