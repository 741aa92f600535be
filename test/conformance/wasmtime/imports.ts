import { messageOf } from '../../../host/src/errors.ts';
import { fromWire, type Handles, toWire } from './wire.ts';

/** A function that a component calls, by its names in WIT. */
export interface ImportCall {
  import: string;
  /** `seed`, `[method]field.get-u32`, `[static]packet.emit`. */
  function: string;
  arguments: readonly unknown[];
}

/** How a call ended. */
export type Answer = { ok: unknown } | { err: unknown } | { trap: string };

type Functions = Readonly<Record<string, unknown>>;

/**
 * Answers the imports of one instance from the objects that jco's glue would get, and keeps what the instance has handles
 * of.
 */
export class Imports {
  private readonly interfaces: Readonly<Record<string, unknown>>;
  private readonly handles: Handles = new HandleTable();

  constructor(interfaces: Readonly<Record<string, unknown>>) {
    this.interfaces = interfaces;
  }

  /** The interfaces that there are. */
  get offered(): string[] {
    return Object.keys(this.interfaces);
  }

  /** A value on its way to the component, which owns the handles in it from then on. */
  lower(value: unknown): unknown {
    return toWire(value, this.handles);
  }

  /** A value from the component. */
  lift(value: unknown): unknown {
    return fromWire(value, this.handles);
  }

  /** Calls what is imported: an error of WIT is an answer, whatever else is thrown traps the component. Never throws. */
  call(call: ImportCall): Answer {
    try {
      return this.answer(call);
    } catch (thrown) {
      return { trap: messageOf(thrown) };
    }
  }

  /** The component has dropped a handle. Never throws. */
  drop(handle: number): Answer {
    try {
      (this.handles.take(handle) as Disposable)[Symbol.dispose]();
      return { ok: null };
    } catch (thrown) {
      return { trap: messageOf(thrown) };
    }
  }

  private answer(call: ImportCall): Answer {
    const given = call.arguments.map((argument) => this.lift(argument));
    const { owner, name, method } = this.find(call);
    const self = method ? given.shift() : owner;
    const implementation = (self as Functions | undefined)?.[name];
    if (typeof implementation !== 'function') throw new TypeError(`${call.import} has no ${call.function}`);
    try {
      return { ok: this.lower(implementation.apply(self, given)) };
    } catch (thrown) {
      if (!Object.hasOwn(Object(thrown), 'payload')) throw thrown;
      return { err: this.lower((thrown as { payload: unknown }).payload) };
    }
  }

  private find(call: ImportCall): { owner: unknown; name: string; method: boolean } {
    const owner = this.interfaces[call.import] as Functions | undefined;
    const named = /^\[(method|static)\](.+)\.(.+)$/.exec(call.function);
    if (named === null) return { owner, name: camel(call.function), method: false };
    const [, sort, resource = '', name = ''] = named;
    const Class = camel(`-${resource}`);
    return { owner: owner?.[Class], name: camel(name), method: sort === 'method' };
  }
}

class HandleTable implements Handles {
  private readonly objects = new Map<number, object>();
  private next = 1;

  give(object: object): number | undefined {
    if (!(Symbol.dispose in object)) return undefined;
    this.objects.set(this.next, object);
    return this.next++;
  }

  take(handle: number): object {
    const object = this.lend(handle);
    this.objects.delete(handle);
    return object;
  }

  lend(handle: number): object {
    const object = this.objects.get(handle);
    if (object === undefined) throw new Error(`the host has nothing with the handle ${handle}`);
    return object;
  }
}

/** `get-u32` is `getU32`, and `-data-source` is `DataSource`. */
export function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
