import { Allowance } from '../component/bounds/allowance.ts';
import { withCompiled } from '../component/instance.ts';
import type { Life, MakeLife } from './life.ts';
import type { PreparedComponent } from './link-component.ts';
import { linkHere } from './load.ts';
import type { Bindings } from './options.ts';
import type { Place } from './place.ts';
import type { AllowanceTerms } from './thread-protocol.ts';

/** Instances of a component in the thread of the run. */
export function inlineMaker(
  place: Place,
  component: PreparedComponent,
  terms: AllowanceTerms,
  bindings: Bindings,
): MakeLife {
  const { name, meter, previewApi, context } = place;
  let prepared = component;
  return async (guest): Promise<Life> => {
    const allowance = new Allowance(terms.caps, terms.fuel);
    const exports = await linkHere(prepared, guest, {
      name,
      bindings,
      meter,
      previewApi,
      allowance,
      watch: context.options.watch,
      onWarning: (message) => context.log.host('warn', message),
    });
    // For the next one: without the bytes that are compiled now.
    prepared = { ...prepared, transpiled: await withCompiled(prepared.transpiled, terms.caps) };
    return { guest, hooks: place.hooksOf(exports, allowance), allowance };
  };
}
