import type { Gadget } from '../define-gadget.ts';
import { handlerOf } from '../hooks/handler.ts';
import { lifecycleOf } from '../hooks/lifecycle.ts';
import { lossesOf } from '../hooks/losses.ts';
import { tickerOf } from '../hooks/ticker.ts';
import { newState } from '../state.ts';
import { inside, outside } from './outside.ts';

/** What a component exports, keyed by versioned interface name. */
export type GadgetExports = Record<string, Record<string, (...parameters: never[]) => unknown>>;

/**
 * Makes instances of a gadget that run as plain JavaScript, without a component: give it the imports that a component
 * would get, keyed like `gadget:api/field@1.1.0`, and it answers what the component would export. Every call makes an
 * instance of its own. It runs with all rights of this process.
 *
 * While a hook runs, `console`, `Date`, `performance` and `Math.random` are the gadget's, as in a component.
 *
 * @example
 * const run = await createRun({ gadgets: [{ name: 'mine', instantiate: nativeGadget(mine) }], … });
 */
export function nativeGadget(gadget: Gadget): (imports: Record<string, unknown>) => GadgetExports {
  return (imports) => {
    const known = Object.entries(imports).flatMap(([key, one]) => {
      const name = apiInterface.exec(key)?.[1];
      return name === undefined ? [] : [[name, fromOutside(one)]];
    });
    const state = newState(Object.fromEntries(known));
    return {
      'gadget:api/lifecycle@1.1.0': fromInside(lifecycleOf(gadget, state)),
      'gadget:api/handler@1.1.0': fromInside(handlerOf(state)),
      'gadget:api/losses@1.1.0': fromInside(lossesOf(state)),
      'gadget:api/ticker@1.1.0': fromInside(tickerOf(state)),
    };
  };
}

/** An interface that gadgets in JavaScript know; a host may have other majors besides. */
const apiInterface = /^gadget:api\/([a-z-]+)@1\./;

type AnyFunction = (...parameters: unknown[]) => unknown;

function fromInside(hooks: object): GadgetExports[string] {
  return mapFunctions(
    hooks,
    (hook) =>
      (...parameters) =>
        inside(() => hook(...parameters)),
  ) as GadgetExports[string];
}

/** An interface whose functions run outside of the gadget; its resources stay the classes they are. */
function fromOutside(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  return mapFunctions(given, (function_, name) =>
    /^[A-Z]/.test(name) ? function_ : (...parameters) => outside(() => function_.apply(given, parameters)),
  );
}

function mapFunctions(
  of: object,
  map: (one: AnyFunction, name: string) => AnyFunction,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(of).map(([name, one]) => [
      name,
      typeof one === 'function' ? map(one as AnyFunction, name) : one,
    ]),
  );
}
