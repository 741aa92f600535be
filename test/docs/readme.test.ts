import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canBuild } from '../go/go.fixture.ts';
import { rustTests } from '../support/rust.ts';
import { blocksOf, codeOf, commandsOf, type Block } from './blocks.ts';
import { createWorkspace, type Ended, type Workspace } from './workspace.ts';

const root = join(import.meta.dirname, '../..');
const patterns = ['README.md', 'CONTRIBUTING.md', 'host/README.md', 'guest-js/README.md', 'docs/*.md'];
const paths = [...patterns, 'gadgets/*/README.md'].flatMap((pattern) => globSync(pattern, { cwd: root }));
const documents = paths.toSorted().map((path) => ({
  path,
  blocks: blocksOf(readFileSync(join(root, path), 'utf8')),
}));
const scripts: ReadonlySet<string> = new Set(['ts', 'js']);
const checked: ReadonlySet<string> = new Set(['sh', 'ts', 'js', 'json', 'yaml']);
/** What a block may need, and whether it is there. */
const tools: Readonly<Record<string, boolean>> = { go: canBuild, rust: rustTests };
/** The first build in Rust compiles what every gadget depends on, and may wait for another build. */
const timeoutMs = 900_000;

/** Settings for code that a reader has in a folder of their own. Types that jco writes need those of the web. */
const settings = {
  extends: join(root, 'tsconfig.json'),
  compilerOptions: {
    noEmit: true,
    declaration: false,
    allowJs: true,
    checkJs: true,
    lib: ['es2024', 'esnext', 'dom'],
    noUnusedLocals: false,
    noUnusedParameters: false,
    typeRoots: [join(root, 'node_modules/@types')],
  },
  include: [] as string[],
  exclude: [],
};

describe.each(documents)('$path', ({ blocks }) => {
  let workspace: Workspace;
  let last: Ended | undefined;
  beforeAll(async () => {
    if (blocks.some((block) => block.notRun === undefined)) workspace = await createWorkspace();
  });
  afterAll(() => workspace?.remove());

  const live = blocks.filter(
    (block) =>
      block.notRun === undefined &&
      (block.prints || (block.file ?? block.shows) !== undefined || checked.has(block.language)),
  );
  it.for(live)('line $line: $language', { timeout: timeoutMs }, async (block, { skip }) => {
    for (const tool of block.needs?.split(', ') ?? []) {
      expect(Object.keys(tools)).toContain(tool);
      skip(tools[tool] === false, `${tool} is not there`);
    }
    if (block.shows !== undefined) {
      expect(await readFile(join(workspace.folder, block.shows), 'utf8')).toContain(block.text);
      return;
    }
    if (block.prints) {
      expect(last?.stdout).toBe(block.text);
      return;
    }
    if (block.file !== undefined) await workspace.save(block.file, codeOf(block));
    if (block.language === 'sh') {
      last = await workspace.run(commandsOf(block), timeoutMs);
      expect(last.code, `${block.text}\n${last.stdout}\n${last.stderr}`).toBe(0);
    } else if (scripts.has(block.language)) {
      expect(await typeCheck(workspace, block)).toBe('');
    } else if (block.language === 'json') {
      expect(() => JSON.parse(block.text)).not.toThrow();
    } else if (block.language === 'yaml') {
      expect(parseDocument(block.text).errors).toEqual([]);
    }
  });

  it('says why a block is not run', () => {
    for (const { line, notRun } of blocks.filter((block) => block.notRun !== undefined)) {
      console.log(`not run, line ${line}: ${notRun}`);
      expect(notRun?.length).toBeGreaterThan(9);
    }
  });
});

/** What the compiler has against a block, where its reader saves it. */
async function typeCheck(workspace: Workspace, block: Block): Promise<string> {
  const file = block.file ?? `block-${block.line}.${block.language}`;
  await workspace.save(file, codeOf(block));
  await workspace.save('tsconfig.block.json', JSON.stringify({ ...settings, include: [file] }));
  const { stdout } = await workspace.run('tsc -p tsconfig.block.json --pretty false');
  // The checkout's own types are held by `npm run check`.
  return stdout.includes(`${file}(`) ? stdout : '';
}

it('finds the documents', () => {
  expect(paths).toContain('host/README.md');
});
