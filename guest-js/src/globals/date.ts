import { clock } from '../clock.ts';

const nanosecondsPerMillisecond = 1_000_000n;

function now(): number {
  return Number(clock.wall() / nanosecondsPerMillisecond);
}

/** `Date`, with "now" asked of the host. */
function make(): DateConstructor {
  const realm = globalThis;
  const Original = realm.Date;
  const GadgetDate = function (...parts: unknown[]): unknown {
    if (new.target === undefined) return new Original(now()).toString();
    return Reflect.construct(
      Original,
      parts.length === 0 ? [now()] : parts,
      (new.target as unknown) === GadgetDate ? Original : new.target,
    );
  };
  GadgetDate.prototype = Original.prototype;
  return Object.assign(GadgetDate, {
    now,
    parse: Original.parse,
    UTC: Original.UTC,
  }) as unknown as DateConstructor;
}

/** `Date` of a gadget. */
export const Date: DateConstructor = /* @__PURE__ */ make();
