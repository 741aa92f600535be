import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gadget, rows } from './command.ts';
import { type Body, crashGadget } from './crash.ts';

let folder: string;
let events: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-bounds-'));
  events = join(folder, 'events.json');
  await writeFile(events, '{"pid":1}\n{"pid":2}\n');
});
afterAll(() => rm(folder, { recursive: true }));

/** A gadget's folder as it would be published; its gadget.yaml asks for these limits. */
async function published(
  name: string,
  does: { init?: Body; onPacket?: Body },
  limits: string,
): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, 'gadget.wasm'), await crashGadget(does));
  await writeFile(
    join(path, 'gadget.yaml'),
    `name: ${name}\nversion: 1.0.0\ndescription: Has limits\nlimits: ${limits}\n`,
  );
  return path;
}

async function policy(text: string): Promise<string> {
  const path = join(folder, 'policy.yaml');
  await writeFile(path, text);
  return path;
}

describe.each(['inline', 'worker'])('a deadline, %s,', (isolation) => {
  const run = (paths: readonly string[], ...flags: string[]): string[] => [
    'run',
    ...paths,
    ...['-s', `open=ndjson:${events}`, '-o', 'json', '--batch-rows', '1', '--isolation', isolation, ...flags],
  ];

  test('of gadget.yaml holds for the gadget behind another', async () => {
    const path = await published('spins', { onPacket: 'loopLater' }, '{ deadlines: { on-packet: 300ms } }');
    const calm = await published('calm', {}, '{}');
    const ended = await gadget(run([calm, path]));
    expect(ended.stderr).toContain('E_DEADLINE (guest): spins did not return from on-packet within 300ms');
    expect(rows(ended)).toEqual([{ pid: 1 }]);
    expect(ended.code).toBe(1);
  });

  test('of the policy goes before it, and a flag before both', async () => {
    const path = await published('loops', { init: 'loop' }, '{ deadlines: { init: 100ms } }');
    const file = await policy('gadgets: { loops: { limits: { deadlines: { init: 200ms } } } }\n');
    const byPolicy = await gadget(run([path], '--policy', file));
    expect(byPolicy.stderr).toContain('loops did not return from init within 200ms');
    const byFlag = await gadget(run([path], '--policy', file, '--deadline', 'init=400ms'));
    expect(byFlag.stderr).toContain('loops did not return from init within 400ms');
  });
});

describe('gadget inspect', () => {
  test('tells the bounds that a run has', async () => {
    const path = await published('bounded', {}, '{ memory: 1MiB, deadlines: { init: 2s } }');
    const file = await policy('gadgets: { bounded: { limits: { fuel: 1000 } } }\n');
    const text = await gadget(['inspect', path, '--policy', file]);
    expect(text.stdout).toMatch(/^bounds +1 MiB of memory, 1000 steps a call, 2s for init$/m);
    const json = await gadget(['inspect', path, '--policy', file, '--max-memory', '2MiB', '-o', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      bounds: { maxMemoryBytes: 2_097_152, fuel: 1000, deadlines: { init: 2000, stop: 10_000 } },
    });
  });

  test.each([
    ['E_DEADLINE', '{ deadlines: { init: 300ms } }', []],
    ['E_DEADLINE', '{}', ['--deadline', '300ms']],
    ['E_FUEL', '{}', ['--fuel', '1000']],
  ])('--init of a loop ends with %s: %s, %j', async (code, limits, flags) => {
    const path = await published('loops-inspected', { init: 'loop' }, limits);
    const ended = await gadget(['inspect', path, '--init', '-o', 'json', ...flags]);
    expect(JSON.parse(ended.stdout)).toMatchObject({ init: { incomplete: { code } } });
    expect(ended.stderr).toContain(`gadget: ${code} (guest): loops-inspected`);
    expect(ended.code).toBe(1);
  });

  test.each([
    ['gadget.yaml', 'asks', '{ memory: 128KiB }', []],
    ['a flag', 'flagged', '{}', ['--max-memory', '128KiB']],
  ])('--init has the memory that %s says', async (_, name, limits, flags) => {
    const path = await published(name, { init: 'grow' }, limits);
    const ended = await gadget(['inspect', path, '--init', '-o', 'json', ...flags]);
    expect(JSON.parse(ended.stdout)).toMatchObject({ init: { incomplete: { code: 'E_MEMORY' } } });
    expect(ended.code).toBe(1);
    const enough = await gadget(['inspect', path, '--init', '-o', 'json', '--max-memory', '1MiB']);
    expect(enough.code).toBe(0);
  });

  test('a flag that is none is refused', async () => {
    const path = await published('calm-inspected', {}, '{}');
    for (const flags of [
      ['--fuel', '0'],
      ['--max-memory', '1'],
      ['--deadline', 'init'],
    ]) {
      const ended = await gadget(['inspect', path, ...flags]);
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toContain('E_USAGE');
    }
  });
});
