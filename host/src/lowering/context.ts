import { ApiFailure } from '../api/failure.ts';
import type { Guest } from '../api/guest.ts';
import type { ApiError } from '../generated/gadget-api-types.ts';
import { type ErrorForm, errorsV1 } from './error-form.ts';
import { HandleTable } from './handles.ts';
import { InstanceState } from './instance-state.ts';
import { LastWords } from './last-words.ts';
import { GuestMemory } from './memory.ts';

/** A function as a core module imports it: numbers, and bigints for 64-bit integers. */
export type CoreFunction = (...args: never[]) => number | bigint | void;

/** How a `result` with an error lies in memory; its tag is the first byte. */
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

  private readonly errors: ErrorForm;

  /** `errors`: how they lie in memory. `beside`: another major's side of the same instance. */
  constructor(guest: Guest, errors: ErrorForm = errorsV1, beside?: Context) {
    this.guest = guest;
    this.errors = errors;
    this.state = beside?.state ?? new InstanceState();
    this.memory = beside?.memory ?? new GuestMemory(this.state);
    this.handles = new HandleTable(this.state, beside?.handles);
    this.words = beside?.words ?? new LastWords(guest.limits.maxLogBytes);
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
      this.errors.store(this, error.payload, at + shape.payload);
      this.memory.u8[at] = 1;
      return;
    }
    store(value, at + shape.payload);
    this.memory.u8[at] = 0;
  }

  /** An error that a hook answered. */
  liftError(at: number): ApiError {
    return this.errors.lift(this, at);
  }

  /** Where an error is part of something else. */
  storeError(error: ApiError, at: number): void {
    this.errors.store(this, error, at);
  }
}

/** For results without a payload. */
export function nothing(): void {}
