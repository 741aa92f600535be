/**
 * A resource class as one gadget sees it: static functions know who calls, `instanceof` and methods are those of the
 * real class. Guests can't construct it.
 */
export function bound(
  resource: { prototype: object; name: string },
  statics: Record<string, unknown>,
): unknown {
  const Bound = function (): never {
    throw new TypeError(`${resource.name} has no public constructor`);
  };
  Bound.prototype = resource.prototype;
  return Object.assign(Bound, statics);
}
