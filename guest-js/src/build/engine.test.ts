import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jsEngines } from '../../../host/src/gadget/js-engine.ts';
import { bundle } from './bundle.ts';
import { type Engine, engineOf, engines } from './engine.ts';
import { buildGadget } from './index.ts';
import { typeCheck } from './type-check.ts';

it('has the names that the command knows', () => {
  expect(engines).toEqual(jsEngines);
});

it('is one of those that there are', () => {
  expect(engines.map(engineOf)).toEqual(engines);
  const failure = { code: 'E_BUILD', hint: 'engines are quickjs and starlingmonkey' };
  expect(() => engineOf('v8')).toThrow(expect.objectContaining(failure));
});

describe('a gadget', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gadget-test-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function bundled(body: string, engine: Engine): Promise<string> {
    const source = `import { defineGadget, log, openSource, subscribe } from '@gadget-api/guest';
      export default defineGadget({ init() { ${body} } });`;
    await writeFile(join(folder, 'gadget.js'), source);
    return (await bundle(folder, 'gadget.js', engine, false)).source;
  }

  it('has what its engine has and nothing else', async () => {
    const url = 'log.info(new URL("http://a/").href)';
    await expect(bundled(url, 'quickjs')).rejects.toMatchObject({
      diagnostics: [{ text: expect.stringContaining('engine starlingmonkey') as string }],
    });
    expect(await bundled(url, 'starlingmonkey')).toContain('new URL(');
    await expect(bundled('fetch("http://a/")', 'starlingmonkey')).rejects.toMatchObject({
      diagnostics: [{ text: expect.stringContaining('gadgets have no fetch') as string }],
    });
  });

  it('brings text coding to the engine without one', async () => {
    const decode = 'log.info(new TextDecoder().decode(new Uint8Array(1)))';
    expect(await bundled(decode, 'quickjs')).toContain('gadgets decode UTF-8 only');
    expect(await bundled(decode, 'starlingmonkey')).not.toContain('gadgets decode UTF-8 only');
  });

  it('asks the host for time and chance, whatever the engine', async () => {
    const ask = 'log.info(new Date(), Math.random(), performance.now()); console.log(1)';
    for (const engine of engines) {
      const source = await bundled(ask, engine);
      for (const name of ['clock', 'random', 'logging']) expect(source).toContain(`gadget:api/${name}@1.0.0`);
    }
  });

  it('may use what the types of its engine say', async () => {
    const use = `const url: URL = new URL('http://a/?b=c');
      export const copy: string[] = structuredClone([url.href, url.searchParams.get('b') ?? '']);`;
    await writeFile(join(folder, 'gadget.ts'), use);
    const check = (engine: Engine): Promise<unknown> =>
      typeCheck(folder, 'gadget.ts', engine, join(folder, engine), new AbortController().signal);
    expect(await check('starlingmonkey')).toEqual([]);
    expect(await check('quickjs')).toMatchObject([
      { text: expect.stringContaining("Cannot find name 'URL'") as string },
      {},
      {},
    ]);
  });

  it('whose types do not fit is not built by the engine that takes long', async () => {
    await writeFile(
      join(folder, 'gadget.ts'),
      `import { defineGadget } from '@gadget-api/guest';
      export default defineGadget({ init() { const n: number = 'x'; void n; } });`,
    );
    const error = await buildGadget(folder, { engine: 'starlingmonkey' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'E_BUILD', message: expect.stringContaining('TS2322') as string });
  });
});
