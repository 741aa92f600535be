import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { privateFolder } from '../../../test/support/private-folder.ts';
import { openCache } from './cache.ts';
import type { TranspileCache } from './cache.ts';
import { cacheFolder } from './cache-folder.ts';

const key = 'ab'.repeat(32);
const content = {
  source: '(function () {})',
  coreModules: new Map([
    ['component.core.wasm', new Uint8Array([1, 2, 3])],
    ['component.core2.wasm', new Uint8Array(0)],
  ]),
};
const plain = (
  kept: typeof content | { source: string; coreModules: ReadonlyMap<string, Uint8Array> } | undefined,
): unknown => kept && [kept.source, [...kept.coreModules].map(([name, bytes]) => [name, [...bytes]])];

let base: string;
let folder: string;
let warnings: string[];
const warn = (message: string): void => void warnings.push(message);

async function opened(): Promise<TranspileCache> {
  const cache = await openCache(folder, warn);
  if (cache === undefined) throw new Error(warnings.join());
  return cache;
}

beforeEach(async () => {
  base = await privateFolder();
  folder = path.join(base, 'deep', 'components');
  warnings = [];
});

const entryFile = (): string => path.join(folder, `${key}.component`);

describe('entries', () => {
  it('come back as they were stored', async () => {
    const cache = await opened();
    expect(await cache.load(key)).toBeUndefined();
    await cache.store(key, content);
    expect(plain(await cache.load(key))).toEqual(plain(content));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(entryFile()).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual([`${key}.component`]);
  });

  it('keep the code of the script, when there is some', async () => {
    const cache = await opened();
    await cache.store(key, { ...content, code: new Uint8Array([7, 8]) });
    expect([...(await cache.load(key))!.code!]).toEqual([7, 8]);
    await cache.store(key, content);
    expect((await cache.load(key))!.code).toBeUndefined();
  });

  it('are not believed when a single byte differs, and are replaced', async () => {
    const cache = await opened();
    await cache.store(key, content);
    const whole = readFileSync(entryFile());
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] as number) ^ 0x20;
      writeFileSync(entryFile(), damaged);
      expect([at, await cache.load(key)]).toEqual([at, undefined]);
    }
    await cache.store(key, content);
    expect(plain(await cache.load(key))).toEqual(plain(content));
  });

  it('are not believed when cut short, longer, empty, another key’s, or a link', async () => {
    const cache = await opened();
    await cache.store(key, content);
    const whole = readFileSync(entryFile());
    for (let size = 0; size < whole.length; size += 7) {
      truncateSync(entryFile(), 0);
      writeFileSync(entryFile(), whole.subarray(0, size));
      expect(await cache.load(key)).toBeUndefined();
    }
    writeFileSync(entryFile(), Buffer.concat([whole, Buffer.from([0])]));
    expect(await cache.load(key)).toBeUndefined();
    const other = 'cd'.repeat(32);
    writeFileSync(path.join(folder, `${other}.component`), whole);
    expect(await cache.load(other)).toBeUndefined();
    const linked = 'ef'.repeat(32);
    symlinkSync(path.join(folder, `${other}.component`), path.join(folder, `${linked}.component`));
    expect(await cache.load(linked)).toBeUndefined();
  });

  it('survive many writers and readers at once', async () => {
    const cache = await opened();
    const other = await opened();
    const all = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => {
        await (n % 2 ? cache : other).store(key, content);
        return plain(await (n % 2 ? other : cache).load(key));
      }),
    );
    for (const each of all) expect(each).toEqual(plain(content));
    expect(readdirSync(folder)).toEqual([`${key}.component`]);
  });

  it('go when there are more than 64, the least recently used first, and so do leavings', async () => {
    const cache = await opened();
    const keys = Array.from({ length: 70 }, (_, n) => n.toString(16).padStart(64, '0'));
    for (const [n, each] of keys.entries()) {
      await cache.store(each, content);
      const long = new Date(Date.now() - (1000 - n) * 60_000);
      utimesSync(path.join(folder, `${each}.component`), long, long);
      // Used again, so the newest of all.
      if (n === 30) for (const old of keys.slice(0, 3)) await cache.load(old);
    }
    const old = path.join(folder, '.0123.tmp');
    const young = path.join(folder, '.4567.tmp');
    writeFileSync(old, '');
    writeFileSync(young, '');
    utimesSync(old, 1, 1);
    await cache.store(key, content);
    expect(readdirSync(folder).filter((name) => name.endsWith('.component'))).toHaveLength(64);
    expect(await cache.load(keys[0] as string)).toBeDefined();
    expect(await cache.load(keys[3] as string)).toBeUndefined();
    expect(await cache.load(keys[69] as string)).toBeDefined();
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });
});

describe('folders that cannot be trusted', () => {
  /** What is said when the cache is opened, twice. */
  async function warned(asked: string = folder): Promise<string[]> {
    for (let n = 0; n < 2; n++) {
      if ((await openCache(asked, warn)) !== undefined) throw new Error(`${asked} is trusted`);
    }
    return warnings;
  }

  it.each([0o777, 0o1777, 0o720, 0o702])('writable by others (%o)', async (mode) => {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, mode);
    expect(await warned()).toEqual([expect.stringMatching(/others can write to .*components/)]);
  });

  it('below one that is writable by others', async () => {
    mkdirSync(path.dirname(folder), { recursive: true });
    chmodSync(path.dirname(folder), 0o1777);
    expect(await warned()).toEqual([expect.stringMatching(/others can write to .*deep/)]);
  });

  it('behind a link', async () => {
    mkdirSync(path.join(base, 'open'));
    chmodSync(path.join(base, 'open'), 0o777);
    symlinkSync(path.join(base, 'open'), path.join(base, 'link'));
    expect(await warned(path.join(base, 'link', 'components'))).toEqual([
      expect.stringMatching(/others can write to .*open/),
    ]);
  });

  it.runIf(process.getuid?.() === 0)('of another user', async () => {
    mkdirSync(folder, { recursive: true });
    chownSync(folder, 65534, 65534);
    expect(await warned()).toEqual([expect.stringMatching(/belongs to another user/)]);
  });

  it('that are files', async () => {
    writeFileSync(path.join(base, 'deep'), '');
    expect(await warned()).toEqual([expect.stringMatching(/ENOTDIR|EEXIST/)]);
  });

  it('are no matter when no cache is wanted', async () => {
    expect(await openCache(false, warn)).toBeUndefined();
    expect(warnings).toEqual([]);
  });
});

describe('where it is', () => {
  const home = (): string => '/home/own';
  it.each([
    ['of a user', {}, 1000, '/home/own/.cache/gadget/components'],
    ['where the user keeps caches', { XDG_CACHE_HOME: '/caches' }, 1000, '/caches/gadget/components'],
    ['not at a relative path', { XDG_CACHE_HOME: 'caches' }, 1000, '/home/own/.cache/gadget/components'],
    ['of root', { XDG_CACHE_HOME: '/caches' }, 0, '/caches/gadget/components'],
    [
      'of root, not of who used sudo',
      { XDG_CACHE_HOME: '/home/ann/.cache', SUDO_UID: '1000' },
      0,
      '/home/own/.cache/gadget/components',
    ],
  ])('%s', (_, env, uid, expected) => {
    expect(cacheFolder(env, uid, home)).toBe(expected);
  });

  it.runIf(process.getuid?.() === 0)('asks the system for root’s home, not HOME', () => {
    const before = process.env['HOME'];
    process.env['HOME'] = '/home/ann';
    try {
      expect(cacheFolder({ SUDO_UID: '1000' })).not.toContain('/home/ann');
    } finally {
      process.env['HOME'] = before;
    }
  });
});
