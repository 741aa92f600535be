import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comparePackages } from '../../../host/src/wit/compare.ts';
import { comparisonText } from '../../../host/src/wit/comparison-text.ts';
import { readPackage } from '../../../host/src/wit/read-package.ts';
import { firstApiWit, gadgetApiWit } from '../../support/components.ts';
import { mutateText } from '../mutate/text.ts';
import { refusalOf } from '../refusal.ts';
import type { Target } from '../target.ts';

const words = [
  ...['package', 'interface', 'world', 'record', 'variant', 'enum', 'flags', 'resource', 'use', 'include'],
  ...['func', 'async func', 'static', 'constructor', 'type', 'import', 'export', 'borrow<', 'own<', 'list<'],
  ...['option<', 'result<', 'tuple<', 'stream<u8>', 'future', '->', '@since(version = 1.0.0)', '@deprecated'],
  ...[
    '@unstable(feature = x)',
    '/// ',
    '/*',
    '*/',
    '//',
    '%',
    '_',
    'u32',
    'string',
    '{',
    '}',
    ';',
    '@1.0.0-rc.1',
  ],
  ...['list<'.repeat(200), '{'.repeat(100), '9'.repeat(40), 'gadget:api/field@1.0.0', 'packet', 'self'],
];

/** WIT, mutated: read as `gadget wit compat` reads it, and compared with what it was. */
export const wit: Target = {
  name: 'wit',
  extension: 'wit',
  inSuite: 300,
  async prepare() {
    const texts = [firstApiWit, gadgetApiWit].map(textOf);
    const folder = mkdtempSync(join(tmpdir(), 'gadget-fuzz-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'mutant.wit');
    writeFileSync(file, texts[0]!);
    const before = await readPackage(file);
    return {
      make: (random) => Buffer.from(mutateText(random.pick(texts), words, random)),
      attempt: async (input) => {
        writeFileSync(file, input);
        try {
          const after = await readPackage(file);
          comparisonText(comparePackages(before, after));
          return comparePackages(after, before).compatible ? 'compatible' : 'compared';
        } catch (error) {
          return refusalOf(error, ['E_WIT']);
        }
      },
    };
  },
};

/** A package as one text: its line, then every file without its own. */
function textOf(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.wit'));
  const texts = files.toSorted().map((name) => readFileSync(join(folder, name), 'utf8'));
  const line = /^package [^;]*;/m;
  return [
    line.exec(texts.find((text) => line.test(text)) ?? '')?.[0],
    ...texts.map((text) => text.replace(line, '')),
  ].join('\n');
}
