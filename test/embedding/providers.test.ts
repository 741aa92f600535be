import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRun, type Isolation, type RunOptions } from '@gadget-api/host';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crashGadget } from '../e2e/crash.ts';

const name = 'evil:network/sockets@1.0.0';
let folder: string;
let component: Uint8Array;

async function moduleOf(file: string, text: string): Promise<URL> {
  await writeFile(join(folder, file), text);
  return pathToFileURL(join(folder, file));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-providers-'));
  component = await crashGadget({ network: true });
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the gadget, which calls the provider in its init; gives what came of it. */
async function play(provider: unknown, isolation: Isolation): Promise<unknown> {
  const options: RunOptions = {
    gadgets: [{ name: 'g', component }],
    grants: [name],
    providers: { [name]: provider },
    isolation,
  };
  try {
    const run = await createRun(options);
    await run.start();
    return (await run.close()).failure;
  } catch (error) {
    return error;
  }
}

describe.each(['inline', 'worker'] as const)('a module as the provider of an interface, %s', (isolation) => {
  test('answers with what it exports', async () => {
    expect(
      await play(await moduleOf('fine.mjs', 'export const connect = () => {};'), isolation),
    ).toBeUndefined();
    const throws = `import { threadId } from 'node:worker_threads';
      export const connect = () => { throw new Error(\`called in thread \${threadId}\`); };`;
    const failure = await play(await moduleOf('throws.mjs', throws), isolation);
    expect(failure).toMatchObject({
      code: 'E_GADGET_TRAP',
      message: expect.stringContaining('called in thread'),
    });
  });

  test('that lacks a function is refused', async () => {
    const lacking = await moduleOf('lacking.mjs', 'export const listen = () => {};');
    expect(await play(lacking, isolation)).toMatchObject({
      code: 'E_IMPORT_MISSING',
      gadget: 'g',
      details: { interface: name, missing: ['connect'] },
    });
  });

  test('that can not be imported is told', async () => {
    const broken = await moduleOf('broken.mjs', 'throw new Error("no luck");');
    expect(await play(broken, isolation)).toMatchObject({
      code: 'E_EMBEDDER',
      message: expect.stringContaining('no luck'),
    });
  });
});

test('an object answers inline, and can not go to a thread', async () => {
  let calls = 0;
  const provider = { connect: () => void calls++ };
  expect(await play(provider, 'inline')).toBeUndefined();
  expect(await play(provider, 'worker')).toMatchObject({ code: 'E_USAGE', gadget: 'g' });
  expect(calls).toBe(1);
});
