import { buildGuests } from './build/component.ts';
import type { Case, Language } from './case.ts';

/** Gives the component that plays the guests of a language; built at the first call. */
export type Components = (language: Language) => Promise<Uint8Array>;

/** The components of these cases. */
export function componentsOf(cases: readonly Case[]): Components {
  const made = new Map<Language, Promise<Uint8Array>>();
  return (language) => {
    let component = made.get(language);
    if (component === undefined) {
      component = buildGuests(cases, language);
      made.set(language, component);
    }
    return component;
  };
}
