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

  /** Calls what is imported: an error of WIT is an answer, whatever else is thrown traps the component. */
  call(call: ImportCall): Answer {
    return answerOf(
      () => {
        const given = call.arguments.map((argument) => this.lift(argument));
        const { owner, name, method } = this.find(call);
        const self = method ? given.shift() : owner;
        const implementation = (self as Functions)[name];
        if (typeof implementation !== 'function')
          throw new TypeError(`${call.import} has no ${call.function}`);
        return this.lower(implementation.apply(self, given));
      },
      (payload) => this.lower(payload),
    );
  }

  /** The component has dropped a handle. */
  drop(handle: number): Answer {
    return answerOf(() => {
      (this.handles.take(handle) as Disposable)[Symbol.dispose]();
      return null;
    }, String);
  }

  private find(call: ImportCall): { owner: unknown; name: string; method: boolean } {
    const owner = this.interfaces[call.import] as Functions;
    const named = /^\[(method|static)\](.+)\.(.+)$/.exec(call.function);
    if (named === null) return { owner, name: camel(call.function), method: false };
    const [, sort, resource = '', name = ''] = named;
    const Class = camel(`-${resource}`);
    return { owner: owner[Class], name: camel(name), method: sort === 'method' };
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

function answerOf(call: () => unknown, lowerError: (payload: unknown) => unknown): Answer {
  try {
    return { ok: call() };
  } catch (thrown) {
    if (typeof thrown === 'object' && thrown !== null && Object.hasOwn(thrown, 'payload'))
      return { err: lowerError((thrown as { payload: unknown }).payload) };
    return { trap: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** `get-u32` is `getU32`, and `-data-source` is `DataSource`. */
export function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
