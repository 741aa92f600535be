import { GadgetError } from '../errors.ts';

/** The object, when it has all functions of the interface. `from` is what the embedder calls it. Throws E_IMPORT_MISSING. */
export function checkedProvider(
  use: { readonly name: string; readonly functions: readonly string[] },
  from: string,
  provider: unknown,
): unknown {
  const missing = missingFrom(provider, use.functions);
  if (missing.length === 0) return provider;
  throw new GadgetError(
    'E_IMPORT_MISSING',
    `the component imports ${missing.join(', ')} of ${use.name}, which what was given for it lacks`,
    {
      hint: `Give a complete ${use.name} (option providers).`,
      details: { interface: use.name, provider: from, missing },
    },
  );
}

/**
 * Which of these functions an object given for an interface lacks. What every object or function has by nature
 * (`toString`, `constructor`, `call`) does not count: a component must not reach it by importing its name.
 */
export function missingFrom(provider: unknown, functions: readonly string[]): string[] {
  return functions.filter((name) => !hasFunction(provider, name));
}

function hasFunction(provider: unknown, name: string): boolean {
  const member = /^\[(constructor|method|static)\]([a-z0-9-]+)(?:\.([a-z0-9-]+))?$/i.exec(name);
  if (member === null) return isFunction(given(provider, camel(name)));
  const [, kind, resource, method] = member;
  const owner = given(provider, pascal(resource as string));
  if (kind === 'constructor') return isFunction(owner);
  const holder = kind === 'method' ? given(owner, 'prototype') : owner;
  return isFunction(given(holder, camel(method ?? '')));
}

const natural: readonly unknown[] = [Object.prototype, Function.prototype];

/** The property, its own or inherited from anything but the language's own prototypes. */
function given(holder: unknown, key: string): unknown {
  if (
    (typeof holder !== 'object' && typeof holder !== 'function') ||
    holder === null ||
    key === 'constructor'
  )
    return undefined;
  for (
    let at: object | null = holder;
    at !== null && !natural.includes(at);
    at = Object.getPrototypeOf(at) as object | null
  ) {
    if (Object.hasOwn(at, key)) return (holder as Record<string, unknown>)[key];
  }
  return undefined;
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

/** `get-environment` as jco calls it: `getEnvironment`. */
function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  const text = camel(name);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
