import type { Guest } from './guest.ts';

interface WebAssemblyErrors {
  RuntimeError: new (message: string) => Error;
}

const { RuntimeError } = (globalThis as unknown as { WebAssembly: WebAssemblyErrors }).WebAssembly;

/**
 * Unwinds through a guest that used a handle which it dropped, gave away or never had. It is wasm's own error class, which
 * bindings take for a trap.
 */
export function trap(): Error {
  return new RuntimeError('a handle was used that does not exist: dropped, consumed, or made up');
}

function untouchable(): never {
  throw trap();
}

/** What handles that do not exist point to: touching it traps. */
export const gone: never = new Proxy({}, { get: untouchable, set: untouchable }) as never;

/**
 * What every handle given to a guest is: it counts while it lives and is dropped once. jco calls `Symbol.dispose` when
 * the guest drops the handle. For a handle that it does not know, jco makes an object of the class without calling the
 * constructor: what such an object reads is {@link gone}, see {@link trapWithout}.
 */
export abstract class Resource {
  readonly guest: Guest;
  private dropped = false;

  constructor(guest: Guest) {
    this.guest = guest;
  }

  /** Whether the handle still exists. */
  get live(): boolean {
    return this.dropped === false;
  }

  [Symbol.dispose](): void {
    if (this.dropped) return;
    this.guest.ledger.drop();
    this.dropped = true;
    this.release();
  }

  /** What dropping does besides counting. */
  protected abstract release(): void;
}

/** Makes objects that were not constructed trap when a method reads `key`; costs the others nothing. */
export function trapWithout(resource: { prototype: object }, key: string): void {
  Object.defineProperty(resource.prototype, key, { value: gone, writable: true, configurable: true });
}

trapWithout(Resource, 'guest');
