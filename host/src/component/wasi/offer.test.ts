import { WASIShim } from '@bytecodealliance/preview2-shim/instantiation';
import { describe, expect, it } from 'vitest';
import { newGuest, type TestGuest, type TestGuestOptions } from '../../api/guest.fixture.ts';
import { Trap } from '../../lowering/trap.ts';
import type { Pollable } from './poll.ts';
import type { InputStream, OutputStream } from './streams.ts';
import { wasiFor } from './offer.ts';

type Functions = Record<string, (...given: unknown[]) => unknown>;

/** One interface of a new instance. */
function wasi(name: string, { guest }: TestGuest = newGuest()): Functions {
  return wasiFor(guest, [name])[name] as Functions;
}

/** Several of the same instance. */
function seated(options: TestGuestOptions = {}): { of(name: string): Functions; logged: unknown[] } {
  const { guest, seen } = newGuest(options);
  const names = ['wasi:cli/stdout', 'wasi:cli/stderr', 'wasi:cli/stdin', 'wasi:io/poll'].concat(
    'wasi:clocks/monotonic-clock',
  );
  const all = wasiFor(guest, names);
  return { of: (name) => all[name] as Functions, logged: seen.logged };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it("has every function that jco's own wasi has, but for the network", () => {
  const theirs = new WASIShim().getImportObject() as Record<string, Record<string, unknown>>;
  const lacking = Object.entries(theirs)
    .filter(([name]) => !/^wasi:(?:sockets|http)\//.test(name))
    .flatMap(([name, members]) => {
      const own = wasiFor(newGuest().guest, [name])[name];
      return Object.entries(members).flatMap(([key, value]) => {
        if (key.startsWith('_') || typeof value !== 'function') return [];
        const methods = Object.getOwnPropertyNames((value as { prototype?: object }).prototype ?? {});
        const wanted = methods.filter((method) => !/^(?:_|constructor$)/.test(method));
        const found = own?.[key] as { prototype?: Record<string, unknown> } | undefined;
        if (found === undefined) return [`${name} ${key}`];
        return wanted
          .filter((method) => typeof found.prototype?.[method] !== 'function')
          .map((method) => `${name} ${key}.${method}`);
      });
    });
  expect(lacking).toEqual([]);
});

describe('output', () => {
  it('is lines of the log, standard error as warnings', () => {
    const { of, logged } = seated();
    const out = of('wasi:cli/stdout')['getStdout']!() as OutputStream;
    const err = of('wasi:cli/stderr')['getStderr']!() as OutputStream;
    out.write(bytes('one\ntw'));
    err.blockingWriteAndFlush(bytes('careful\r\n'));
    (of('wasi:cli/stdout')['getStdout']!() as OutputStream).write(bytes('o\n\n'));
    expect(logged).toEqual([
      ['info', 'one'],
      ['warn', 'careful'],
      ['info', 'two'],
      ['info', ''],
    ]);
  });

  it('without an end of line is told once the call is over', async () => {
    const { of, logged } = seated();
    const out = of('wasi:cli/stdout')['getStdout']!() as OutputStream;
    out.write(bytes('half'));
    out.write(bytes(' a line'));
    expect(logged).toEqual([]);
    await Promise.resolve();
    expect(logged).toEqual([['info', 'half a line']]);
  });

  it('keeps no more of a line than is shown, and nothing where nothing is', () => {
    const { of, logged } = seated({ limits: { maxLogBytes: 20 }, shown: ['info'] });
    const out = of('wasi:cli/stdout')['getStdout']!() as OutputStream;
    for (let n = 0; n < 10; n++) out.write(bytes('0123456789'));
    out.write(bytes('\n'));
    (of('wasi:cli/stderr')['getStderr']!() as OutputStream).write(bytes('unseen\n'));
    expect(logged).toEqual([['info', '0123456789 … [cut]']]);
  });

  it('is taken in parts of what it says', () => {
    const out = wasi('wasi:cli/stdout')['getStdout']!() as OutputStream;
    const most = Number(out.checkWrite());
    out.write(new Uint8Array(most));
    expect(() => out.write(new Uint8Array(most + 1))).toThrow(Trap);
    expect(() => out.writeZeroes(2n ** 63n)).toThrow(Trap);
  });
});

it('has an empty standard input', () => {
  const { of } = seated();
  const input = of('wasi:cli/stdin')['getStdin']!() as InputStream;
  const out = of('wasi:cli/stdout')['getStdout']!() as OutputStream;
  for (const call of [() => input.read(1n), () => input.blockingSkip(1n), () => out.splice(input, 1n)]) {
    expect(call).toThrow(expect.objectContaining({ payload: { tag: 'closed' } }) as Error);
  }
  expect(input.subscribe().ready()).toBe(true);
});

it('has neither environment nor arguments nor folders', () => {
  const environment = wasi('wasi:cli/environment');
  expect(environment['getEnvironment']!()).toEqual([]);
  expect(environment['getArguments']!()).toEqual([]);
  expect(environment['initialCwd']!()).toBeUndefined();
  expect(wasi('wasi:filesystem/preopens')['getDirectories']!()).toEqual([]);
});

it("has the run's clocks, and real randomness within reason", () => {
  expect(wasi('wasi:clocks/wall-clock')['now']!()).toEqual({ seconds: 1_700_000_000n, nanoseconds: 1 });
  expect(wasi('wasi:clocks/monotonic-clock')['now']!()).toBe(42n);
  const random = wasi('wasi:random/random');
  const [one, other] = [random['getRandomBytes']!(16n), random['getRandomBytes']!(16n)] as Uint8Array[];
  expect(one).toHaveLength(16);
  expect(one).not.toEqual(other);
  expect(random['getRandomU64']!()).not.toBe(random['getRandomU64']!());
  expect(() => random['getRandomBytes']!(2n ** 40n)).toThrow(Trap);
});

describe('poll', () => {
  it('sleeps until the first is ready, also when the clock stands still', () => {
    const { of } = seated();
    const later = (ns: bigint): Pollable =>
      of('wasi:clocks/monotonic-clock')['subscribeDuration']!(ns) as Pollable;
    const list = [later(10n ** 18n), later(5_000_000n), later(10n ** 18n)];
    const began = performance.now();
    expect(of('wasi:io/poll')['poll']!(list)).toEqual(Uint32Array.of(1));
    expect(performance.now() - began).toBeGreaterThan(4);
    expect(list.map((each) => each.ready())).toEqual([false, true, false]);
  });

  it('tells all that are ready at once, and takes no empty list', () => {
    const { of } = seated();
    const past = of('wasi:clocks/monotonic-clock')['subscribeInstant']!(42n) as Pollable;
    const future = of('wasi:clocks/monotonic-clock')['subscribeInstant']!(43n) as Pollable;
    const stream = (of('wasi:cli/stdout')['getStdout']!() as OutputStream).subscribe();
    expect(of('wasi:io/poll')['poll']!([past, future, stream])).toEqual(Uint32Array.of(0, 2));
    expect(() => of('wasi:io/poll')['poll']!([])).toThrow(Trap);
  });
});

describe('a hostile guest', () => {
  it('has so many handles, and gets them back', () => {
    const stdin = wasi('wasi:cli/stdin', newGuest({ limits: { maxHandles: 2 } }));
    const take = (): InputStream => stdin['getStdin']!() as InputStream;
    const first = take();
    take();
    expect(take).toThrow(/maxHandles/);
    first[Symbol.dispose]();
    first[Symbol.dispose]();
    take();
    expect(take).toThrow(Trap);
  });

  it('says other types than wasi has', () => {
    expect(() => wasi('wasi:random/random')['getRandomBytes']!('1e9')).toThrow(Trap);
    expect(() => wasi('wasi:clocks/monotonic-clock')['subscribeDuration']!(5)).toThrow(Trap);
    const out = wasi('wasi:cli/stdout')['getStdout']!() as OutputStream;
    expect(() => out.write('text' as never)).toThrow(Trap);
    expect(() => out.writeZeroes('1e9' as never)).toThrow(Trap);
  });

  it('makes up a handle', () => {
    const { OutputStream: Class } = wasi('wasi:io/streams') as unknown as {
      OutputStream: { prototype: object };
    };
    const madeUp = Object.create(Class.prototype) as OutputStream;
    expect(() => madeUp.write(bytes('x\n'))).toThrow(TypeError);
    expect(() => madeUp.subscribe()).toThrow(TypeError);
  });

  it('ends itself, and not the process', () => {
    const exit = wasi('wasi:cli/exit');
    expect(() => exit['exit']!({ tag: 'err' })).toThrow('exit code 1');
    expect(() => exit['exitWithCode']!(3)).toThrow('exit code 3');
  });
});
