import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureInstall } from '../../bench/install-size.ts';
import { run } from '../../scripts/package/compile.ts';
import { blocksOf } from '../docs/blocks.ts';
import { canBuild as goTests } from '../go/go.fixture.ts';
import { rustTests } from '../support/rust.ts';
import { emptyProject, install, pack, scratch, type Tarball } from './installed.ts';
import { testNewGadgets } from './new-gadget.fixture.ts';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
const devDependency = (name: string): string => `${name}@${manifest.devDependencies[name]}`;
const megabyte = 1024 * 1024;

let temporary: Awaited<ReturnType<typeof scratch>>;
let host: Tarball;
let guest: Tarball;
beforeAll(async () => {
  temporary = await scratch();
  host = await pack('host', temporary.folder);
  guest = await pack('guest-js', temporary.folder);
}, 300_000);
afterAll(() => temporary?.remove());

describe('the tarballs', () => {
  it('hold no tests and no sources, but what is made from them', () => {
    for (const { files } of [host, guest]) {
      const ours = files.filter((path) => !path.startsWith('templates/'));
      expect(ours.filter((path) => /\.test\.|\.fixture\.|_test\.go$|(?<!\.d)\.ts$/.test(path))).toEqual([]);
      expect(files).toContain('README.md');
      expect(files).toContain('LICENSE');
      expect(files).toContain('lib/index.js');
      expect(files).toContain('lib/index.d.ts');
      expect(files).toContain('wit/gadget-api/world.wit');
    }
  });

  it('hold the command and the gadgets that are shipped with it', () => {
    expect(host.files).toContain('bin/gadget.js');
    for (const name of ['hello', 'redact', 'processes', 'heartbeat', 'top-users']) {
      for (const file of ['gadget.yaml', 'README.md', 'gadget.wasm']) {
        expect(host.files).toContain(`gadgets/${name}/${file}`);
      }
    }
  });

  it('hold the templates of new gadgets, as they are in the checkout', () => {
    const known = execFileSync('git', ['ls-files', 'templates'], {
      cwd: join(root, 'host'),
      encoding: 'utf8',
    });
    const packed = host.files.filter((path) => path.startsWith('templates/'));
    expect(packed).toEqual(known.trim().split('\n').toSorted());
  });

  it('hold the older versions of the interface that gadgets are built against', () => {
    expect(guest.files).toContain('wit/frozen/1.0.0/world.wit');
    expect(host.files.filter((path) => path.startsWith('wit/frozen'))).toEqual([]);
  });

  it('hold the SDKs for Rust and Go, and of them what a gadget needs', () => {
    const sdk = guest.files.filter((path) => path.startsWith('sdk/'));
    const tops = new Set(
      sdk.map((path) => path.replace(/^(sdk\/\w+\/[^/]*).*$/, '$1')).filter((top) => !top.endsWith('.go')),
    );
    expect([...tops].toSorted()).toEqual([
      ...['go/README.md', 'go/adapter', 'go/go.mod', 'go/internal'].map((path) => `sdk/${path}`),
      ...['rust/Cargo.toml', 'rust/README.md', 'rust/src', 'rust/wit'].map((path) => `sdk/${path}`),
    ]);
    const wit = (folder: string): string[] =>
      guest.files.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
    expect(wit('sdk/rust/wit/')).toEqual(wit('wit/gadget-api/'));
    expect(sdk).toEqual(expect.arrayContaining(['sdk/go/gadget.go', 'sdk/rust/src/lib.rs']));
  });
});

describe('the host alone, in an empty folder', () => {
  let project: string;
  const here = (program: string, ...argv: string[]): Promise<string> =>
    run(join(project, 'node_modules/.bin', program), argv, project);

  beforeAll(async () => {
    project = join(temporary.folder, 'embedder');
    await emptyProject(project);
    await install(project, host.path);
  }, 300_000);

  it('brings neither the jco command nor an engine to build with', async () => {
    const { bytes, files, packages } = await measureInstall(join(project, 'node_modules'));
    console.log(
      `the host installed: ${(bytes / megabyte).toFixed(1)} MB, ${files} files, ${packages.length} packages`,
    );
    console.log(
      `its own package: ${(host.unpackedSize / megabyte).toFixed(1)} MB, ${host.files.length} files`,
    );
    expect(packages).toContain('@gadget-api/host');
    expect(
      packages.filter((name) => /^@bytecodealliance\/(jco|componentize-.*)$|^componentize-/.test(name)),
    ).toEqual([]);
    expect(packages).not.toContain('esbuild');
    expect(bytes).toBeLessThan(130 * megabyte);
  });

  it('has a command that helps', async () => {
    const help = await run('npx', ['--no-install', 'gadget', '--help'], project);
    expect(help).toMatch(/gadget run/);
    expect(await here('gadget', 'run', 'heartbeat', '--timeout', '1500ms', '-o', 'json')).not.toBe('');
  });

  const languages = ['js', ...(rustTests ? ['rust'] : []), ...(goTests ? ['go'] : [])];
  it.each(languages)('makes a new gadget in %s, and says that the SDK is missing', async (lang) => {
    const folder = join(temporary.folder, `new-${lang}`);
    const told = await here('gadget', 'new', folder, '--lang', lang);
    expect(told).toMatch(
      /^building needs the package @gadget-api\/guest, .*\n {2}next: npm install -D @gadget-api\/guest/m,
    );
    await expect(here('gadget', 'build', folder)).rejects.toThrow(/E_BUILD.*[^]*next: .*@gadget-api\/guest/);
  });

  it('type-checks and runs the lines of its README', async () => {
    await install(project, '--save-dev', devDependency('typescript'), devDependency('@types/node'));
    const embed = blocksOf(readFileSync(join(root, 'host/README.md'), 'utf8')).find(
      ({ file }) => file === 'embed.ts',
    );
    await writeFile(join(project, 'embed.ts'), embed!.text);
    const settings = { strict: true, noEmit: true, target: 'es2024', module: 'nodenext', types: ['node'] };
    const compilerOptions = { ...settings, exactOptionalPropertyTypes: true, skipLibCheck: false };
    await writeFile(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...compilerOptions, lib: ['es2024', 'esnext.disposable'] } }),
    );
    await here('tsc', '-p', '.');
    const shipped = join(project, 'node_modules/@gadget-api/host/gadgets/redact/gadget.wasm');
    await copyFile(shipped, join(project, 'redact.wasm'));
    expect(await run(process.execPath, ['embed.ts'], project)).toBe('1 /home/***/a.txt\nall went well\n');
  });
});

describe('with the SDK, in an empty folder', () => {
  let project: string;
  beforeAll(async () => {
    project = join(temporary.folder, 'author');
    await emptyProject(project);
    await install(project, host.path, guest.path, devDependency('@types/node'));
  }, 300_000);

  it('uses the host it came with, once', () => {
    expect(existsSync(join(project, 'node_modules/@gadget-api/guest/node_modules/@gadget-api'))).toBe(false);
  });

  it('builds a gadget and runs it', async () => {
    const folder = join(project, 'mine');
    await emptyProject(folder);
    for (const file of ['gadget.yaml', 'gadget.ts', 'redact.ts']) {
      await copyFile(join(root, 'gadgets/redact', file), join(folder, file));
    }
    await writeFile(join(project, 'in.ndjson'), '{"pid":1,"filename":"/home/ann/a.txt"}\n');
    const gadget = join(project, 'node_modules/.bin/gadget');
    await run(gadget, ['build', './mine', '-o', 'mine.wasm'], project);
    const argv = ['run', './mine.wasm', '--source', 'open=ndjson:in.ndjson', '-o', 'json'];
    expect(JSON.parse(await run(gadget, argv, project))).toEqual({ pid: 1, filename: '/home/***/a.txt' });
  });

  testNewGadgets(() => project);
});
