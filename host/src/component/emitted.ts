import vm from 'node:vm';
import { GadgetError } from '../errors.ts';
import type { CoreInstance, CoreModule } from './webassembly.ts';

/**
 * Turns the module that jco writes into a script whose value is its `instantiate`. A script can be run from the very
 * text whose hash was checked, stays collectable, and needs no file; a module offers none of that.
 */
export function toScript(emitted: string): string {
  let text = emitted.replace(/^export (?=(?:async )?function |const |let |class )/gm, '');
  if (/^(?:export|import)\b/m.test(text) || !/^function instantiate\(/m.test(text)) {
    throw new GadgetError('E_TRANSPILE', 'the JavaScript made from the component does not look as expected', {
      blame: 'host',
      hint: 'Please report this, with the component.',
    });
  }
  text = withStrictText(withoutTracing(text));
  return `(function () { "use strict";\n${text}\nreturn instantiate; })`;
}

/**
 * The generated code asks the environment at every step whether to trace; that alone is half of a call's cost, as
 * reading `process.env` leaves JavaScript. Without the question there is no tracing, and with text other than
 * expected there is only the cost.
 */
function withoutTracing(text: string): string {
  return text.replace('if (!globalThis?.process?.env?.JCO_DEBUG) { return; }', 'return;');
}

/**
 * The generated code decodes a guest's strings as browsers decode pages: it drops a byte order mark, and bytes that are
 * not UTF-8 become U+FFFD. Strings of the component model are UTF-8 or trap, and nothing of them is dropped.
 */
function withStrictText(text: string): string {
  return text.replace(
    '= new TextDecoder();',
    "= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });",
  );
}

/** What jco's `instantiate` takes: how to get a core module, the imports, and how to instantiate core modules. */
export type EmittedInstantiate = (
  getCoreModule: (name: string) => CoreModule,
  imports: Record<string, unknown>,
  instantiateCore?: InstantiateCore,
) => Record<string, unknown>;

/** Instantiates one core module of the component; the place where its imports can be replaced. */
export type InstantiateCore = (
  module: CoreModule,
  imports: Record<string, Record<string, unknown>>,
) => CoreInstance;

/** What V8 makes of the script: with it, loading takes none of the 3 to 15 ms that reading so much text does. */
export function scriptCode(source: string): Uint8Array {
  return new vm.Script(source).createCachedData();
}

/**
 * Compiles the script, or takes its code; V8 looks whether it can use it, and compiles otherwise. Functions are compiled when
 * they are first called.
 */
export function loadScript(source: string, name: string, code?: Uint8Array): EmittedInstantiate {
  const script = new vm.Script(source, { filename: name, cachedData: code });
  const outer = script.runInThisContext() as () => EmittedInstantiate;
  return outer();
}
