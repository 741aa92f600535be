import type { Instantiate } from '../../../host/src/run/options.ts';
import { Adapter, valueOf } from './adapter.ts';
import { camel, Imports } from './imports.ts';
import type { Wheel } from './install.ts';

/** A component that wasmtime runs. */
export interface WasmtimeGadget {
  /** Makes an instance, for `createRun`. The first one starts the process and compiles the component. */
  instantiate: Instantiate;
  /** Ends the process and with it all instances. Doing it again does nothing. */
  close(): void;
}

type Exports = Record<string, Record<string, (...given: unknown[]) => unknown>>;

/**
 * A component, its bytes or the path of a file, in wasmtime: it compiles, links, lifts and lowers, while what the component
 * imports is the object that `createRun` gives to instances. `wheel` is what `findWasmtime` or `installWasmtime` found.
 *
 * What the component traps with, and whatever else goes wrong here, is thrown by its exports as an ordinary Error: the run
 * reports `E_GADGET_TRAP`.
 */
export function wasmtimeGadget(component: Uint8Array | string, wheel: Wheel): WasmtimeGadget {
  let loaded: { adapter: Adapter; component: number } | undefined;
  let closed = false;
  return {
    instantiate(given) {
      if (closed) throw new Error('this component was closed');
      loaded ??= load(component, wheel);
      return instanceOf(loaded.adapter, loaded.component, new Imports(given));
    },
    close() {
      closed = true;
      loaded?.adapter.close();
    },
  };
}

function load(component: Uint8Array | string, wheel: Wheel): { adapter: Adapter; component: number } {
  const adapter = new Adapter(wheel);
  try {
    return { adapter, component: adapter.load(component) };
  } catch (error) {
    adapter.close();
    throw error;
  }
}

function instanceOf(adapter: Adapter, component: number, imports: Imports): Exports {
  const request = { instantiate: component, offered: imports.offered };
  const { instance, exports } = valueOf(adapter.ask(request, imports)) as {
    instance: number;
    exports: Record<string, string[]>;
  };
  let over = false;

  function call(from: string, name: string, given: readonly unknown[]): unknown {
    if (over) throw new Error('this instance has trapped or was stopped');
    const lowered = given.map((argument) => imports.lower(argument));
    const answer = adapter.ask(
      { call: instance, interface: from, function: name, arguments: lowered },
      imports,
    );
    // After these nobody calls it, and its memory is let go.
    const lifecycle = from.startsWith('gadget:api/lifecycle@');
    over = 'trap' in answer || (lifecycle && ('err' in answer || name === 'stop'));
    if (over) adapter.ask({ free: instance });
    if ('err' in answer) throw new AnsweredError(imports.lift(answer.err));
    return imports.lift(valueOf(answer));
  }

  return Object.fromEntries(
    Object.entries(exports).map(([from, names]) => [
      from,
      Object.fromEntries(
        names.map((name) => [camel(name), (...given: unknown[]) => call(from, name, given)]),
      ),
    ]),
  );
}

/** An error of WIT that an export answered, as jco throws it. */
class AnsweredError extends Error {
  readonly payload: unknown;

  constructor(payload: unknown) {
    super(JSON.stringify(payload));
    this.payload = payload;
  }
}
