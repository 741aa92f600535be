import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstApiWit, quickJsOnWasi } from '../support/components.ts';
import { gadget, rows } from './command.ts';
import { crashGadget } from './crash.ts';

/** A gadget in JavaScript whose runtime asks for all that QuickJS's C library wants. */
const source = `
  import { DataSource } from 'gadget:api/datasource@1.0.0';
  import { log } from 'gadget:api/logging@1.0.0';
  let pid;
  export const lifecycle = {
    init() {
      const open = DataSource.open('open');
      pid = open.getField('pid');
      open.subscribe();
      const ms = Date.now();
      log('info', ms > 1_700_000_000_000 ? 'the clock is real' : 'the clock says ' + ms);
    },
    start() {},
    stop() {},
  };
  export const handler = {
    onPacket(_, packet) {
      if (Number(pid.getU64(packet, 0)) === 13) throw new TypeError('unlucky');
      return 'keep';
    },
  };`;

let folder: string;
let bare: string;
let events: string;
const everything = ['cli', 'io', 'clocks', 'filesystem', 'random'].map((name) => `wasi:${name}/*`);
const allow = everything.flatMap((name) => ['--allow', name]);

/** A gadget's folder as it would be published: gadget.yaml and the component. */
async function published(name: string, requests: string, component?: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'gadget.wasm'), component ?? (await readFile(bare)));
  await writeFile(
    join(path, 'gadget.yaml'),
    `name: ${name}\nversion: 1.0.0\ndescription: Asks for much\n${requests}`,
  );
  return path;
}

async function policy(text: string): Promise<string> {
  const path = join(folder, 'policy.yaml');
  await writeFile(path, text);
  return path;
}

const run = (gadgetPath: string, ...flags: string[]): string[] => [
  'run',
  gadgetPath,
  '-s',
  `open=ndjson:${events}`,
  '-o',
  'json',
  ...flags,
];
const reasoned = `sources: { open: { fields: { pid: uint64 } } }
requests:
  - { interface: 'wasi:clocks/*', reason: Tells the time }
${everything.map((name) => `  - ${name}\n`).join('')}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-grants-'));
  bare = join(folder, 'bare.wasm');
  events = join(folder, 'events.json');
  await writeFile(events, '{"pid":1}\n{"pid":2}\n');
  await writeFile(bare, await quickJsOnWasi(firstApiWit, source, 'gadget'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a component without gadget.yaml', () => {
  test('imports what it is granted', async () => {
    const denied = await gadget(run(bare));
    expect(denied).toMatchObject({ code: 3, stdout: '' });
    expect(denied.stderr).toMatch(/^gadget: E_NOT_GRANTED \(user\): bare: .*wasi:cli\/environment@0\.2\./);
    const granted = await gadget(run(bare, ...allow));
    expect(granted).toMatchObject({ code: 0, stderr: 'info bare: the clock is real\n' });
    expect(rows(granted)).toEqual([{ pid: 1 }, { pid: 2 }]);
  });

  test('writes what it says to its log, and nothing to standard output', async () => {
    await writeFile(join(folder, 'unlucky.json'), '{"pid":13}\n');
    const argv = ['run', bare, '-s', `open=ndjson:${join(folder, 'unlucky.json')}`, '-o', 'json', ...allow];
    const { code, stdout, stderr } = await gadget(argv);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^warn bare: Exception \{ message: Some\("unlucky"\)/m);
    expect(stderr).toContain('E_GADGET_TRAP');
  });
});

describe('a component with gadget.yaml', () => {
  test('is refused what that does not request, granted or not', async () => {
    const path = await published('silent', '');
    for (const flags of [[], allow]) {
      const { code, stderr } = await gadget(run(path, ...flags));
      expect(code).toBe(3);
      expect(stderr).toMatch(/^gadget: E_NOT_REQUESTED \(guest\): silent: .*wasi:cli\/environment@0\.2\./);
      expect(stderr).toContain("adds to gadget.yaml: requests: ['wasi:cli/environment', ");
    }
    const checked = await gadget(['check', path, ...allow]);
    expect(checked).toMatchObject({ code: 3, stderr: expect.stringContaining('E_NOT_REQUESTED') });
    const inspected = await gadget(['inspect', path, ...allow]);
    expect(inspected.stdout).toMatch(/^not requested +wasi:cli\/environment@/m);
  });

  test('is told apart by what it requests it for, and the flags that grant that', async () => {
    const path = await published('asks', reasoned);
    const { code, stderr } = await gadget(run(path));
    expect(code).toBe(3);
    expect(stderr).toContain('wasi:clocks/* ("Tells the time")');
    expect(stderr).toContain("run it with --allow 'wasi:cli/*' --allow 'wasi:io/*' --allow 'wasi:clocks/*'");
    expect(await gadget(run(path, ...allow))).toMatchObject({ code: 0 });
    const inspected = await gadget(['inspect', path, '--init', '-o', 'json', ...allow]);
    expect(inspected).toMatchObject({ code: 0, stderr: 'info asks: the clock is real\n' });
    expect(JSON.parse(inspected.stdout)).toMatchObject({
      init: { sources: [{ name: 'open', subscribed: true }] },
    });
  });
});

describe('a policy file', () => {
  const grants = `allow: [${everything.map((name) => `'${name}'`).join(', ')}]`;

  test('grants by digest', async () => {
    const path = await published('asks', reasoned);
    const digest = `sha256:${createHash('sha256')
      .update(await readFile(bare))
      .digest('hex')}`;
    const file = await policy(`gadgets:\n  ${digest}: { ${grants} }\n`);
    expect(await gadget(run(path, '--policy', file))).toMatchObject({ code: 0 });
  });

  test('grants by a pattern of names, as check and inspect tell', async () => {
    const path = await published('asks', reasoned);
    const file = await policy(`gadgets: { 'as*': { ${grants} } }\n`);
    const checked = await gadget(['check', path, '--policy', file]);
    expect(checked.stdout).toMatch(/^runs +yes$/m);
    expect(checked.stdout).toMatch(/wasi:clocks\/\* \(Tells the time\): granted by the policy file$/m);
    expect(checked.stdout).toMatch(/^import wasi:clocks\/wall-clock@[\d.]+: answered by 0\.2\.\d+$/m);
    const argv = ['inspect', path, '--policy', file, '--allow', 'wasi:clocks/*', '-o', 'json'];
    expect(JSON.parse((await gadget(argv)).stdout)).toMatchObject({
      requests: expect.arrayContaining([
        { interface: 'wasi:clocks/*', reason: 'Tells the time', state: 'granted', grantedBy: 'flag' },
        { interface: 'wasi:cli/*', state: 'granted', grantedBy: 'policy' },
      ]),
    });
  });

  test('that speaks of others grants nothing, and what is narrower takes back', async () => {
    const path = await published('asks', reasoned);
    for (const text of [
      `gadgets: { other: { ${grants} } }`,
      `gadgets: { '*': { ${grants} }, asks: { allow: [] } }`,
    ]) {
      const { code, stderr } = await gadget(run(path, '--policy', await policy(text)));
      expect({ code, stderr }).toMatchObject({ code: 3, stderr: expect.stringContaining('E_NOT_GRANTED') });
    }
  });

  test('says how a gadget fails, and flags win', async () => {
    const traps = join(folder, 'traps.wasm');
    await writeFile(traps, await crashGadget({ onPacket: 'trap' }));
    const file = await policy('gadgets: { traps: { on-failure: bypass } }');
    expect(rows(await gadget(run(traps, '--policy', file)))).toHaveLength(2);
    expect(rows(await gadget(run(traps, '--policy', file, '--on-failure', 'discard')))).toHaveLength(0);
  });

  test('says what a gadget may use, and flags win', async () => {
    const loops = join(folder, 'loops.wasm');
    await writeFile(loops, await crashGadget({ onPacket: 'loopLater' }));
    const file = await policy('gadgets: { loops: { limits: { fuel: 5000000 } } }');
    const { stderr } = await gadget(run(loops, '--batch-rows', '1', '--policy', file));
    expect(stderr).toContain('used up its fuel in on-packet: 5000000 steps');
    const flag = await gadget(run(loops, '--batch-rows', '1', '--policy', file, '--fuel', '400000'));
    expect(flag.stderr).toContain('used up its fuel in on-packet: 400000 steps');
    const small = await policy('gadgets: { bare: { limits: { memory: 64KiB } } }');
    expect((await gadget(run(bare, ...allow, '--policy', small))).stderr).toContain('E_TOO_LARGE');
    const more = await policy('gadgets: { bare: { limits: { memory: 128MiB } } }');
    expect(await gadget(run(bare, ...allow, '--policy', more))).toMatchObject({ code: 0 });
  });

  test('with a slip is refused before anything is built', async () => {
    const file = await policy('gadgets: { asks: { alow: [] } }');
    for (const command of ['run', 'check']) {
      const { code, stdout, stderr } = await gadget([command, bare, '--policy', file]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('E_POLICY (user)');
      expect(stderr).toContain('did you mean allow?');
    }
  });
});
