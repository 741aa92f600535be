import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../scripts/package/compile.ts';
import { canBuild as goTests } from '../go/go.fixture.ts';
import { rustTests } from '../support/rust.ts';

const root = join(import.meta.dirname, '../..');

/** What is compiled for tests of the crate itself: much the same is compiled for a new gadget's. */
const target = join(root, 'guest-rust/target');

const languages = [
  { language: 'js', runs: true, own: [process.execPath, '--test'] },
  {
    language: 'rust',
    runs: rustTests,
    own: ['env', `CARGO_TARGET_DIR=${target}`, 'cargo', 'test', '--locked', '-q'],
  },
  { language: 'go', runs: goTests, own: ['go', 'test', './...'] },
] as const;

/**
 * Declares tests of `gadget new` as it is installed in the folder that `project` gives: beside and below it, each gadget builds, runs
 * and passes its own tests as it is.
 */
export function testNewGadgets(project: () => string): void {
  let elsewhere: string;
  beforeAll(async () => {
    elsewhere = await mkdtemp(join(tmpdir(), 'gadget-elsewhere-'));
  });
  afterAll(() => rm(elsewhere, { recursive: true }));

  const gadget = (...argv: string[]): Promise<string> =>
    run(join(project(), 'node_modules/.bin/gadget'), argv, project());

  describe.each(languages.filter(({ runs }) => runs))('a new gadget in $language', ({ language, own }) => {
    const [program, ...argv] = own;

    it.each([
      ['below the folder it is installed in', () => join(project(), 'gadgets', language, 'mine')],
      ['somewhere else', () => join(elsewhere, language, 'mine')],
    ])(
      '%s runs, and passes its own test',
      async (_, place) => {
        const folder = place();
        const told = await gadget('new', folder, '--lang', language);
        expect(told).toContain(`${join(folder, 'gadget.yaml')}\n`);
        const [first] = /printf .*$/m.exec(told)!;
        const PATH = `${join(project(), 'node_modules/.bin')}:${process.env['PATH']}`;
        const row = await run('env', [`PATH=${PATH}`, 'sh', '-c', first], project());
        expect(JSON.parse(row)).toEqual({ pid: 1, filename: '/home/***/a.txt' });
        await run(program, argv, folder);
      },
      900_000,
    );

    it('builds, to the same bytes in both places', async () => {
      const near = join(project(), 'gadgets', language, 'mine');
      const file = join(near, 'gadget.wasm');
      expect(await gadget('build', near)).toContain(`${file}: mine 0.1.0, `);
      // What `gadget run` built.
      const far = await readFile(join(elsewhere, language, 'mine/.gadget/gadget.wasm'));
      expect(Buffer.compare(await readFile(file), far)).toBe(0);
    }, 900_000);
  });

  it('in TypeScript has types for its editor', async () => {
    const tsc = join(project(), 'node_modules/typescript/bin/tsc');
    for (const folder of [join(project(), 'gadgets/js/mine'), join(elsewhere, 'js/mine')]) {
      const listed = await run(process.execPath, [tsc, '-p', folder, '--listFiles'], folder);
      expect(listed).toContain('/@gadget-api/guest/lib/index.d.ts\n');
      expect(listed).toContain('/@gadget-api/guest/globals.d.ts\n');
    }
    await run(process.execPath, [tsc, '-p', join(project(), 'gadgets/js/mine/test')], project());
  });
}
