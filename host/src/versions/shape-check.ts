import { GadgetError } from '../errors.ts';
import { shapes as known } from '../generated/shapes.ts';
import type { InterfaceNeed } from './interface-need.ts';

/** The types of functions, by interface with its version, and name. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, string>>>>;

export { known as knownShapes };

/**
 * Refuses functions whose types differ from those of the interface. Generated glue believes the component's own
 * types: without this, a component could say that `get-u32` takes a string, and host functions would be given one.
 *
 * @throws GadgetError E_INTERFACE_MISMATCH
 */
export function checkShapes(need: InterfaceNeed, offered: string, shapes: Shapes): void {
  const expected = Object.hasOwn(shapes, offered) ? shapes[offered] : undefined;
  if (expected === undefined || need.shapes === undefined) return;
  for (const [name, shape] of need.shapes) {
    const wanted = Object.hasOwn(expected, name) ? expected[name] : undefined;
    if (wanted === undefined || nameless(shape) === nameless(wanted)) continue;
    throw new GadgetError(
      'E_INTERFACE_MISMATCH',
      `${need.name} has another ${name} than the component was made for`,
      {
        hint: `Build it against the ${need.package} of this host.`,
        details: { interface: need.name, function: name, component: shape, host: wanted },
      },
    );
  }
}

/**
 * Without the names of resources: linkers give them names of their own, and handles of the wrong resource are caught
 * when they are used.
 */
function nameless(shape: string): string {
  return shape.replace(/\b(own|borrow)<[^<>]*>/g, '$1');
}
