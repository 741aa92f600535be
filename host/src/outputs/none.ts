import type { Output } from './output.ts';
import { type PrintOptions, Printed } from './printed.ts';

/**
 * Takes rows and prints nothing. It wants no fields, so gadgets need not compute any for it; those asked for by name it
 * does want.
 */
export function noOutput(options: PrintOptions = {}): Output {
  const named = options.fields !== undefined;
  const printed = new Printed<true>(options, () => true, named ? undefined : () => true);
  return {
    fields: (source) => printed.fields(source),
    write() {},
    close() {},
  };
}
