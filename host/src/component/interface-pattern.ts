import { GadgetError } from '../errors.ts';
import { type InterfaceName, parseInterfaceName } from './interface-name.ts';

/** `wasi:clocks/wall-clock@0.2.3`, `wasi:clocks/wall-clock` for any version, or `wasi:clocks/*` for all of a package. */
export interface InterfacePattern {
  /** As written. */
  text: string;
  matches(name: Pick<InterfaceName, 'package' | 'interface' | 'version'>): boolean;
}

/** How a pattern is written, for messages. */
export const patternForm =
  'namespace:package/interface, such as wasi:clocks/wall-clock, or wasi:clocks/* for all of a package';

/** Undefined for what names no interface: `*`, `wasi:*`, `environment`. */
export function parseInterfacePattern(text: string): InterfacePattern | undefined {
  const wanted = parseInterfaceName(text);
  if (wanted.package === '' || wanted.interface === '' || !wanted.package.includes(':')) return undefined;
  return {
    text,
    matches: (name) =>
      name.package === wanted.package &&
      (wanted.interface === '*' || name.interface === wanted.interface) &&
      (wanted.version === undefined || name.version === wanted.version),
  };
}

/** As {@link parseInterfacePattern}, for who grants. Throws E_USAGE. */
export function parseGrant(text: string): InterfacePattern {
  const pattern = parseInterfacePattern(text);
  if (pattern !== undefined) return pattern;
  throw new GadgetError(
    'E_USAGE',
    `${JSON.stringify(text)} is not the name of an interface that could be granted`,
    { hint: `Write ${patternForm}.` },
  );
}
