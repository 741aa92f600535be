import type { Guest } from './guest.ts';

/** `params.get` */
export function get(guest: Guest, key: string): string | undefined {
  return guest.services.params.get(key);
}

/** `params.all`: in the order of declaration. */
export function all(guest: Guest): [string, string][] {
  return [...guest.services.params];
}
