import { CodeWriter, readCode } from './code.ts';
import { coreFacts, reserved } from './facts.ts';
import { moveGlobals } from './move-globals.ts';
import { CoreSections, sectionIds } from './sections.ts';

/** Globals that a module may import from {@link reserved} once it was instrumented; all can be set. */
export interface CoreCounters<Global> {
  /** An i64: steps that are left to it. */
  fuel: Global;
  /** An i32: pages that are left for memories to grow by. */
  pages: Global;
  /** An i32: how often memory was refused because there were too few pages. */
  refused: Global;
}

const globalKind = 3;
const mutable = 1;
const i32 = 0x7f;
const i64 = 0x7e;

/**
 * A core module that computes the same, within bounds: `memory.grow` answers -1 when fewer pages are left than are asked
 * for; and with `fuel` it counts what it does. A step is one entry of a function, or one turn of a loop; what works on many
 * bytes at once costs one more for every 64 of them, on many elements of a table one for each. When less than no fuel is
 * left it traps, and wherever it is entered again. When it traps by itself, turns of the loop in which it does may not have been
 * taken off. The counters are imported, so that all modules of a component share
 * them. Numbers of functions, and with them names in backtraces, stay.
 *
 * @throws GadgetError E_CORE_FEATURE for an instruction that is not known, and what {@link coreFacts} refuses;
 * E_NOT_A_COMPONENT for bytes that are no module
 */
export function instrument(bytes: Uint8Array, { fuel }: { fuel: boolean }): Uint8Array {
  const sections = new CoreSections(bytes);
  const facts = coreFacts(sections);
  if (!sections.has(sectionIds.code)) return bytes;
  const section = sections.reader(sectionIds.code);
  const size = section.end - section.offset;
  const bodies = readCode(section, fuel);
  const grows = bodies.some(({ places }) => places.some(({ kind }) => kind === 'grow'));
  const imports: (readonly [name: keyof CoreCounters<unknown>, type: number])[] = [
    ...(fuel ? ([['fuel', i64]] as const) : []),
    ...(grows
      ? ([
          ['pages', i32],
          ['refused', i32],
        ] as const)
      : []),
  ];
  if (imports.length === 0) return bytes;
  const first = facts.importedGlobals;
  const numbered = (name: string): number => first + imports.findIndex(([each]) => each === name);
  const writer = new CodeWriter(
    {
      fuel: fuel ? first : undefined,
      pages: numbered('pages'),
      refused: numbered('refused'),
      movedFrom: first,
      movedBy: imports.length,
    },
    size,
  );
  writer.section(bodies, (func) => facts.params[facts.types[func]!] ?? 0);
  sections.put(sectionIds.code, writer.written);
  moveGlobals(sections, first, imports.length);
  sections.extend(sectionIds.import, imports.length, (more) => {
    for (const [name, type] of imports) {
      more.name(reserved);
      more.name(name);
      more.append([globalKind, type, mutable]);
    }
  });
  // What says where something is in the code is no longer true.
  sections.keepCustom((name) => name === 'name' || name === 'producers');
  return sections.join();
}
