/** `gadget:api/field@1.0.0` in its parts. */
export interface InterfaceName {
  /** As written. */
  name: string;
  /** `gadget:api`; empty for a plain name. */
  package: string;
  /** `field`. */
  interface: string;
  /** `1.0.0`; undefined if none is written. */
  version: string | undefined;
}

/** Takes a name apart at its first `@` and the first `/` before it. Never fails: a plain name is all interface. */
export function parseInterfaceName(name: string): InterfaceName {
  const at = name.indexOf('@');
  const path = at < 0 ? name : name.slice(0, at);
  const version = at < 0 ? undefined : name.slice(at + 1);
  const slash = path.indexOf('/');
  if (slash < 0) return { name, package: '', interface: path, version };
  return { name, package: path.slice(0, slash), interface: path.slice(slash + 1), version };
}
