/** For tests only: one scenario over both bindings, and which functions were called that way. */
import { expect } from 'vitest';
import { offer } from '../generated/offer.ts';
import { observe, type Op, type Scenario, type Seen } from './script-guest.fixture.ts';

const called = new Set<string>();

/** Runs it over both bindings; what is seen must be the same. The guest comes to the end of its script unless it `traps`. */
export async function agree(scenario: Scenario, traps: boolean = false): Promise<Seen> {
  for (const ops of Object.values(scenario.script)) for (const op of ops) called.add(functionOf(op));
  const direct = await observe('direct', scenario);
  expect(direct).toEqual(await observe('reference', scenario));
  if (!traps) expect(direct.lines.filter((line) => line.endsWith(': trap'))).toEqual([]);
  return direct;
}

/** The functions of these interfaces that nobody called by way of {@link agree}. */
export function neverCalled(interfaces: (name: string) => boolean): string[] {
  return offer
    .filter((each) => each.direction === 'import' && interfaces(each.interface))
    .flatMap((each) =>
      each.functions.map(({ name }) =>
        name.startsWith('[') ? camel(name.replace(/^.*\./, '')) : `${each.interface}.${camel(name)}`,
      ),
    )
    .filter((name) => !called.has(name));
}

/** Functions that belong to no resource are told apart by their interface, others are methods of some register. */
function functionOf([, target]: Op): string {
  return offer.some((each) => target.startsWith(`${each.interface}.`) && each.resources.length === 0) ||
    target.startsWith('datasource.')
    ? target
    : target.replace(/^.*\./, '');
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
