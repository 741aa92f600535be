import { GadgetError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';
import { checkValue, type ParamRule } from './param-rule.ts';

/** A gadget's rules, as far as parameters go. */
export interface ParamTaker {
  name: string;
  /** Undefined for a component without gadget.yaml: nothing declares what it takes, so any text is let through. */
  params: ReadonlyMap<string, ParamRule> | undefined;
}

/** Reads `key=value`. Throws E_PARAM_INVALID without an equals sign or key. */
export function parseParam(text: string): [key: string, value: string] {
  const equals = text.indexOf('=');
  if (equals > 0) return [text.slice(0, equals), text.slice(equals + 1)];
  throw new GadgetError('E_PARAM_INVALID', `${text === '' ? 'an empty text' : text} is not key=value`, {
    hint: 'write --param key=value, or --param gadget.key=value for one gadget of a chain',
  });
}

/**
 * Checks the parameters of one gadget and fills in the defaults. What comes back is in the order of the declaration and
 * written as the gadget gets it; see `checkValue`. Throws E_PARAM_UNKNOWN, E_PARAM_DUPLICATE, E_PARAM_INVALID,
 * E_PARAM_MISSING.
 */
export function resolveParams(
  taker: ParamTaker,
  given: readonly (readonly [key: string, value: string])[],
): Map<string, string> {
  const { name, params } = taker;
  const values = new Map<string, string>();
  for (const [key, value] of given) {
    if (params?.has(key) === false) throw unknown(key, [taker]);
    if (values.has(key)) {
      throw new GadgetError('E_PARAM_DUPLICATE', `${name}: parameter ${key} is given more than once`, {
        gadget: name,
        hint: 'give it once',
      });
    }
    values.set(key, value);
  }
  if (params === undefined) return values;
  const resolved = new Map<string, string>();
  for (const [key, rule] of params) {
    const value = values.get(key) ?? rule.default;
    if (value === undefined) {
      throw new GadgetError('E_PARAM_MISSING', `${name}: parameter ${key} is not given and has no default`, {
        gadget: name,
        hint: `add --param ${key}=… (${rule.type}): ${rule.description}`,
      });
    }
    const checked = checkValue(rule, value);
    if (checked.value === undefined) {
      throw new GadgetError(
        'E_PARAM_INVALID',
        `${name}: parameter ${key}: ${quoted(value)} ${checked.problem}`,
        {
          gadget: name,
          hint: rule.description,
          details: { key, type: rule.type },
        },
      );
    }
    resolved.set(key, checked.value);
  }
  return resolved;
}

/** The defaults alone; a parameter without one is left out. */
export function defaultParams(taker: ParamTaker): Map<string, string> {
  const defaults = new Map<string, string>();
  for (const [key, rule] of taker.params ?? [])
    if (rule.default !== undefined) defaults.set(key, rule.default);
  return defaults;
}

/**
 * Gives each parameter to the gadgets of a chain: `gadget.key` to that one, `key` to every one that declares it, or has no declaration. Throws
 * E_PARAM_UNKNOWN when none does. In the chain's order.
 */
export function shareParams(
  takers: readonly ParamTaker[],
  given: readonly (readonly [key: string, value: string])[],
): [key: string, value: string][][] {
  const shares: [string, string][][] = takers.map(() => []);
  for (const [key, value] of given) {
    const dot = key.indexOf('.');
    const one = dot < 0 ? -1 : takers.findIndex(({ name }) => name === key.slice(0, dot));
    if (one >= 0) {
      shares[one]!.push([key.slice(dot + 1), value]);
      continue;
    }
    let taken = false;
    for (const [place, taker] of takers.entries()) {
      if (taker.params?.has(key) === false) continue;
      shares[place]!.push([key, value]);
      taken = true;
    }
    if (!taken) throw unknown(key, takers);
  }
  return shares;
}

const noneDeclared = 'gadget.yaml declares no parameters';

function unknown(key: string, takers: readonly ParamTaker[]): GadgetError {
  const known = takers.flatMap(({ name, params }) =>
    [...(params?.keys() ?? [])].map((each) => (key.includes('.') ? `${name}.${each}` : each)),
  );
  const names = takers.map(({ name }) => name).join(', ');
  const guess = didYouMean(key, known);
  const all = known.length === 0 ? noneDeclared : `parameters are ${known.join(', ')}`;
  return new GadgetError('E_PARAM_UNKNOWN', `${names}: there is no parameter ${key}`, {
    ...(takers.length === 1 && { gadget: names }),
    hint: guess === undefined ? all : `${guess} ${all}`,
    details: { key, known },
  });
}

/** In quotes and not too long. */
function quoted(value: string): string {
  return JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value);
}
