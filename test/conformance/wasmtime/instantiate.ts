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

/** What {@link wasmtimeGadget} may be told. */
export interface WasmtimeOptions {
  /** Gives the component wasmtime's own `wasi`, with nothing in it. Default false: a gadget imports gadget:api alone. */
  wasi?: boolean;
}

type Exports = Record<string, Record<string, (...given: unknown[]) => unknown>>;

/**
 * A component, its bytes or the path of a file, in wasmtime: it compiles, links, lifts and lowers, while what the component
 * imports is the object that `createRun` gives to instances. `wheel` is what `findWasmtime` or `installWasmtime` found.
 *
 * What the component traps with, and whatever else goes wrong here, is thrown by its exports as an ordinary Error: the run
 * reports `E_GADGET_TRAP`.
 */
export function wasmtimeGadget(
  component: Uint8Array | string,
  wheel: Wheel,
  { wasi = false }: WasmtimeOptions = {},
): WasmtimeGadget {
  let adapter: Adapter | undefined;
  let loaded = 0;
  return {
    instantiate(given) {
      if (adapter === undefined) {
        adapter = new Adapter(wheel);
        loaded = adapter.load(component);
      }
      return instanceOf(adapter, loaded, new Imports(given), wasi);
    },
    close: () => adapter?.close(),
  };
}

function instanceOf(adapter: Adapter, component: number, imports: Imports, wasi: boolean): Exports {
  const request = { instantiate: component, offered: imports.offered, wasi };
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
    // After these nobody may call it, and its memory is let go.
    over = 'trap' in answer || (from.startsWith('gadget:api/lifecycle@') && name === 'stop');
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
