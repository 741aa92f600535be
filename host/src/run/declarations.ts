import { isDeepStrictEqual } from 'node:util';
import type { Guest } from '../api/guest.ts';
import type { Registry } from '../data/registry.ts';
import { GadgetError } from '../errors.ts';
import { schemaState, type SourceState } from '../isolate/schema-state.ts';

/** The schema before and after the init of a gadget, and what it subscribed to. */
export interface Declarations {
  before: readonly SourceState[];
  after: readonly SourceState[];
  /** By subscription; undefined: it has ended. */
  subscriptions: readonly (string | undefined)[];
}

/** The schema now. What is as in `known`, an earlier state, is not kept twice. */
export function schemaNow(registry: Registry, known: readonly SourceState[]): readonly SourceState[] {
  const now = schemaState(registry);
  const kept = now.map((source, place) => (isDeepStrictEqual(source, known[place]) ? known[place]! : source));
  return kept.length === known.length && kept.every((source, place) => source === known[place])
    ? known
    : kept;
}

/** Names of the sources it subscribed to. */
export function subscriptionsOf(guest: Guest): (string | undefined)[] {
  return guest.subscriptions.map(({ name }, number) => (guest.isSubscribed(number) ? name : undefined));
}

/**
 * An instance that takes the place of one that has fallen must declare what that one has: others count on it. `guest` has
 * declared in a registry of its own, which was as the first one had found it.
 *
 * @throws GadgetError E_RESTART_SCHEMA
 */
export function checkSame(guest: Guest, { after, subscriptions }: Declarations): void {
  const now = schemaState(guest.services.registry);
  const difference =
    schemaDifference(after, now) ?? subscriptionDifference(subscriptions, subscriptionsOf(guest));
  if (difference === undefined) return;
  throw new GadgetError('E_RESTART_SCHEMA', `${guest.name} can't be started again: ${difference}`, {
    gadget: guest.name,
    hint: 'init must declare the same each time; it stays down, tell its author',
    details: { difference },
  });
}

function schemaDifference(was: readonly SourceState[], is: readonly SourceState[]): string | undefined {
  for (let place = 0; place < Math.max(was.length, is.length); place++) {
    const [before, now] = [was[place], is[place]];
    if (isDeepStrictEqual(before, now)) continue;
    if (now === undefined) return `its init has not created the source ${before!.name} again`;
    if (before?.name !== now.name) return `its init has created another source, ${now.name}`;
    return `its init has declared ${now.name} differently: ${sourceDifference(before, now)}`;
  }
  return undefined;
}

function sourceDifference(was: SourceState, is: SourceState): string {
  for (let index = 0; index < Math.max(was.fields.length, is.fields.length); index++) {
    const [before, now] = [was.fields[index], is.fields[index]];
    if (isDeepStrictEqual(before, now)) continue;
    if (now === undefined) return `without the field ${before!.name}`;
    if (before?.name !== now.name) return `with another field, ${now.name}`;
    const keys = Object.keys(now) as (keyof typeof now)[];
    const key = keys.find((each) => !isDeepStrictEqual(before[each], now[each]))!;
    return `${key === 'obtainedBy' ? 'it asks for other fields' : `other ${key}`}, at ${now.name}`;
  }
  return was.hidden === is.hidden ? 'its delivery' : 'whether it is hidden';
}

function subscriptionDifference(
  was: readonly (string | undefined)[],
  is: readonly (string | undefined)[],
): string | undefined {
  if (isDeepStrictEqual(was, is)) return undefined;
  const names = (list: readonly (string | undefined)[]): string =>
    list.map((name) => name ?? 'one that it ended').join(', ') || 'nothing';
  return `its init has subscribed to ${names(is)} instead of ${names(was)}`;
}
