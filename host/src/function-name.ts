/**
 * How a function of an interface is called where people read it: `field.get-text` for `[method]field.get-text`, `field.drop`
 * for `[resource-drop]field`, `logging.log` for `log` of `gadget:api/logging@1.0.0`.
 */
export function functionName(interfaceName: string, name: string): string {
  const [, kind, rest] = /^\[([a-z-]+)\](.*)$/.exec(name) ?? [];
  if (kind === 'resource-drop') return `${rest}.drop`;
  if (rest !== undefined) return rest;
  return `${interfaceName.replace(/^.*\/|@.*$/g, '')}.${name}`;
}
