import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Case } from '../case.ts';
import { digestOf, manifest, root, suite, write } from './folder.ts';

/** A gadget in TypeScript that plays the guest of whichever case is asked for. */
export function assembleJs(cases: readonly Case[], folder: string): void {
  const from = (name: string): string =>
    JSON.stringify(relative(folder, join(suite, 'cases', name, 'guest.ts')));
  write(folder, 'gadget.yaml', manifest);
  write(
    folder,
    'gadget.ts',
    [
      `import { defineGadget, type Gadget, param } from '@gadget-api/guest';`,
      ...cases.map(({ name }, index) => `import guest${index} from ${from(name)};`),
      'const guests: Record<string, Gadget> = {',
      ...cases.map(({ name }, index) => `  ${JSON.stringify(name)}: guest${index},`),
      '};',
      `const asked = (): Gadget['hooks'] => guests[param('case')!]!.hooks;`,
      'export default defineGadget({',
      '  init: (info) => asked().init?.(info),',
      '  start: () => asked().start?.(),',
      '  stop: () => asked().stop?.(),',
      '});',
      '',
    ].join('\n'),
  );
  // The guests stay where they are, as the editor knows them; the builder looks for changes in the folder alone.
  const used = [
    ...globSync(join(suite, 'cases/*/guest.ts')),
    ...globSync(join(suite, 'kit/js/*.ts')),
    ...globSync(join(root, 'guest-js/src/**/*.ts')),
  ];
  write(folder, 'sources.txt', digestOf(used));
}
