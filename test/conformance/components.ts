import { buildGuests, type OtherEngine } from './build/component.ts';
import type { Case, Language } from './case.ts';

/** Gives the component that plays the guests of a language; built at the first call. */
export type Components = (language: Language, engine?: OtherEngine) => Promise<Uint8Array>;

/** The components of these cases. */
export function componentsOf(cases: readonly Case[]): Components {
  const made = new Map<string, Promise<Uint8Array>>();
  return (language, engine) => {
    const name = engine ?? language;
    let component = made.get(name);
    if (component === undefined) {
      component = buildGuests(cases, language, engine);
      made.set(name, component);
    }
    return component;
  };
}
