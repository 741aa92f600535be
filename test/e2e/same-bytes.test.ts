import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gadget } from './command.ts';

const files = {
  'here/gadget/gadget.yaml': 'name: same\nversion: 1.0.0\ndescription: Uses a bit of everything\n',
  'here/gadget/gadget.ts': `
    import { defineGadget, every, log, openSource, params, subscribe } from '@gadget-api/guest';
    import later from 'pack';
    import { words } from './src/words.ts';

    const seen = new Map<string, Set<number>>([['some', new Set([1, 2, 3])]]);

    export default defineGadget({
      init() {
        const open = openSource('open');
        const pid = open.field('pid', 'uint32');
        subscribe(open, (packet) => {
          for (const row of packet) seen.get('some')?.add(pid.get(row) + Math.random());
        });
        every(params.duration('window', 1000), () => log.info(words, later, new Date(), seen));
      },
    });`,
  'here/gadget/src/words.ts': `export const words: RegExp = /^w+$/u;\n`,
  'here/node_modules/pack/package.json': '{ "name": "pack", "main": "index.js", "types": "index.d.ts" }',
  'here/node_modules/pack/index.js': `module.exports = require('./other.js') + globalThis.performance.now;\n`,
  'here/node_modules/pack/other.js': `module.exports = typeof TextEncoder;\n`,
  'here/node_modules/pack/index.d.ts': `declare const text: string;\nexport default text;\n`,
};

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'gadget-same-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(home, name)), { recursive: true });
    await writeFile(join(home, name), text);
  }
});
afterAll(() => rm(home, { recursive: true }));

async function built(folder: string, env: Record<string, string>): Promise<Buffer> {
  const output = join(home, 'built.wasm');
  expect(await gadget(['build', folder, '-o', output], { env })).toMatchObject({ code: 0 });
  return readFile(output);
}

test('a gadget has the same bytes from another folder, in another process', async () => {
  const deeper = join(home, 'some/where/else');
  await mkdir(join(deeper, 'node_modules'), { recursive: true });
  await cp(join(home, 'here/gadget'), join(deeper, 'copy'), { recursive: true });
  // As a workspace has its packages.
  await symlink(join(home, 'here/node_modules/pack'), join(deeper, 'node_modules/pack'), 'junction');
  const first = await built(join(home, 'here/gadget'), { TZ: 'UTC' });
  const second = await built(join(deeper, 'copy'), { TZ: 'Asia/Kolkata', TMPDIR: deeper, TEMP: deeper });
  expect(first.equals(second)).toBe(true);
  expect(first.includes(home)).toBe(false);
});
