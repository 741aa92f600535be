import type { Shapes } from './api-offer.ts';
import type { InterfaceNeed } from './interface-need.ts';

/** A function whose types differ, and how. */
export interface ShapeDifference {
  name: string;
  /** The component's. */
  component: string;
  host: string;
}

/**
 * The first function whose types are not those of the interface. Generated glue believes the component's own types:
 * without this, a component could say that `get-u32` takes a string, and host functions would be given one.
 */
export function shapeDifference(
  need: InterfaceNeed,
  offered: string,
  shapes: Shapes,
): ShapeDifference | undefined {
  const expected = Object.hasOwn(shapes, offered) ? shapes[offered] : undefined;
  if (expected === undefined || need.shapes === undefined) return undefined;
  for (const [name, component] of need.shapes) {
    const host = Object.hasOwn(expected, name) ? expected[name] : undefined;
    if (host !== undefined && nameless(component) !== nameless(host)) return { name, component, host };
  }
  return undefined;
}

/**
 * Without the names of resources: linkers give them names of their own, and handles of the wrong resource are caught
 * when they are used.
 */
function nameless(shape: string): string {
  return shape.replace(/\b(own|borrow)<[^<>]*>/g, '$1');
}
