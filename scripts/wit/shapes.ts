import { componentEmbed, componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';
import { inspectComponent } from '../../host/src/component/inspect.ts';

/**
 * The type of every function of the WIT package in this folder, as `inspectComponent` writes it, by interface and
 * name. Read from components that wasm-tools makes for the worlds, so it is what real components are compared with.
 */
export async function shapesOf(
  witPath: string,
  worlds: readonly string[],
): Promise<Map<string, ReadonlyMap<string, string>>> {
  const shapes = new Map<string, ReadonlyMap<string, string>>();
  for (const world of worlds) {
    const core = await componentEmbed({ dummy: true, witPath, world });
    const info = inspectComponent(await componentNew(core, []));
    for (const use of [...info.imports, ...info.exports]) shapes.set(use.name, use.shapes);
  }
  return shapes;
}

/** `generated/shapes.ts`. */
export function shapesModule(shapes: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const table = Object.fromEntries(
    [...shapes].map(([name, functions]) => [name, Object.fromEntries(functions)]),
  );
  return `/** What the functions of gadget:api take and give, as components write it. Made from wit/ by \`npm run gen\`; edit the WIT instead. */
export const shapes: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(table)};
`;
}
