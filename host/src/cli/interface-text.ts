import { clean } from '../clean.ts';
import type { InterfaceUse } from '../component/inspect.ts';
import { functionName } from '../function-name.ts';
import type { Side } from '../versions/interface-need.ts';

/** An interface that a gadget imports or exports, as `-o json` prints it. */
export interface NamedInterface {
  side: Side;
  /** `gadget:api/field@1.0.0` */
  interface: string;
  /** `1.0.0`; not there when the component says none. */
  version?: string;
  /** As components write them: `[method]field.get-u32`. */
  functions: string[];
  /** Those it declares. */
  resources: string[];
}

/** What `-o json` tells of an interface. */
export function namedInterface(side: Side, use: InterfaceUse): NamedInterface {
  return {
    side,
    interface: use.name,
    ...(use.version !== undefined && { version: use.version }),
    functions: use.functions,
    resources: use.resources,
  };
}

/** Lines of text are cut before they are longer, where they can be. */
const width = 100;

/** `import gadget:api/field@1.0.0 (resource field): verdict`, and below it the functions that are used. */
export function interfaceLines(each: NamedInterface, verdict?: string): string[] {
  const { side, functions, resources } = each;
  const notes = [
    ...resources.map((name) => `resource ${name}`),
    ...(functions.length === 0 ? ['no functions'] : []),
  ];
  const about = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  const head = `${side} ${each.interface}${about}${verdict === undefined ? '' : `: ${verdict}`}`;
  return [clean(head), ...nameLines(functions.map((name) => functionName(each.interface, name)))];
}

/** Names with commas between, two spaces in. */
export function nameLines(names: readonly string[]): string[] {
  const lines: string[] = [];
  let line = ' ';
  for (const [place, name] of names.entries()) {
    const word = ` ${clean(name)}${place < names.length - 1 ? ',' : ''}`;
    if (line !== ' ' && line.length + word.length > width) {
      lines.push(line);
      line = ' ';
    }
    line += word;
  }
  return names.length === 0 ? [] : [...lines, line];
}

/** Keys and what they say, side by side. */
export function keyLines(lines: readonly (readonly [key: string, value: string])[]): string[] {
  const widest = Math.max(...lines.map(([key]) => key.length));
  return lines.map(([key, value]) => `${key.padEnd(widest)}  ${clean(value)}`);
}
