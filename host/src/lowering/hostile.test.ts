import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../api/failure.ts';
import { coreGuest, type GuestText } from './core-guest.fixture.ts';
import { Trap } from './trap.ts';

const rows = [{ v: 7, t: 'seven' }];

/** The words of the trap in which on-packet must end, and leave an instance that nobody can enter. */
async function trapOf(text: GuestText): Promise<string> {
  const guest = await coreGuest(text);
  guest.init();
  guest.start();
  const words = thrownBy(() => guest.onPacket(rows)).message;
  expect(thrownBy(() => guest.onPacket(rows)).message).toBe('the instance is dead');
  expect(thrownBy(() => guest.start())).toBeInstanceOf(Trap);
  return words;
}

function thrownBy(call: () => unknown): Error {
  try {
    call();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it did not throw');
}

const field = '(global.get $field)';
const text = '(global.get $text)';
const packet = '(local.get $packet)';
const keep = '(i32.const 32)';

describe('handles', () => {
  it.each([
    ['one that was never given', `(drop (call $len (i32.const 9999)))`],
    ['zero', `(drop (call $len (i32.const 0)))`],
    ['a negative one', `(drop (call $len (i32.const -1)))`],
    ['a field for a packet', `(drop (call $len ${field}))`],
    ['a packet for a field', `(drop (call $kind ${packet}))`],
    ['a source for a field', `(drop (call $kind (global.get $source)))`],
    ['a field for a borrowed packet', `(call $get-u32 ${field} ${field} (i32.const 0) (i32.const 64))`],
    ['a dropped field', `(call $drop-field ${field}) (drop (call $kind ${field}))`],
    ['a dropped packet', `(call $drop-packet ${packet}) (drop (call $len ${packet}))`],
    ['a packet dropped twice', `(call $drop-packet ${packet}) (call $drop-packet ${packet})`],
    [
      'a dropped packet in a fast call',
      `(call $drop-packet ${packet})
      (call $get-u32 ${field} ${packet} (i32.const 0) (i32.const 64))`,
    ],
    ['an emitted packet', `(call $emit ${packet} (i32.const 64)) (call $emit ${packet} (i32.const 64))`],
    ['a source dropped as a field', `(call $drop-field (global.get $source))`],
    ['a bogus one in a column call', `(call $column-u32 (i32.const 77) ${packet} (i32.const 64))`],
    ['a bogus one in a text call', `(call $get-text ${text} (i32.const 77) (i32.const 0) (i32.const 64))`],
  ])('%s traps', async (_, body) => {
    expect(await trapOf({ onPacket: `${body} ${keep}` })).toMatch(
      /there is no (packet|field|data-source) with handle/,
    );
  });

  it('numbers that were freed are given again, to any resource', async () => {
    const guest = await coreGuest({
      onPacket: `(call $drop-field ${field})
        (call $get-field (global.get $source) (i32.const 28) (i32.const 1) (i32.const 64))
        (i32.store (i32.const 128) (i32.load (i32.const 68)))
        (i32.store (i32.const 132) ${field}) ${keep}`,
    });
    guest.init();
    guest.onPacket(rows);
    expect(guest.memory().getUint32(128, true)).toBe(guest.memory().getUint32(132, true));
  });
});

describe('pointers', () => {
  const get = (ret: string): string => `(call $get-u32 ${field} ${packet} (i32.const 0) (i32.const ${ret}))`;

  it.each([
    ['a result beyond memory', get('65536')],
    ['a result across the end', get('65524')],
    ['a result at a negative address', get('-4')],
    ['a wide result across the end', `(call $get-u64 ${field} ${packet} (i32.const 0) (i32.const 65520))`],
    ['an error beyond memory', `(call $get-u32 ${field} ${packet} (i32.const 99) (i32.const 65536))`],
    ['a string beyond memory', `(call $log (i32.const 0) (i32.const 65530) (i32.const 10))`],
    ['a string of 4 GiB', `(call $log (i32.const 0) (i32.const 8) (i32.const -1))`],
    ['an empty string outside', `(call $log (i32.const 0) (i32.const 70000) (i32.const 0))`],
    [
      'a text beyond memory',
      `(call $set-text ${text} ${packet} (i32.const 0) (i32.const 65530) (i32.const 10) (i32.const 64))`,
    ],
    ['a list beyond memory', `(call $discard-many ${packet} (i32.const 65532) (i32.const 2) (i32.const 64))`],
    ['a list of 2^32-1', `(call $discard-many ${packet} (i32.const 128) (i32.const -1) (i32.const 64))`],
    [
      'a column of 2^31',
      `(call $set-column-u32 ${field} ${packet} (i32.const 128) (i32.const 0x80000000) (i32.const 64))`,
    ],
    [
      'a list of texts with one outside',
      `(i32.store (i32.const 128) (i32.const 65535)) (i32.store (i32.const 132) (i32.const 2))
      (call $set-column-text ${text} ${packet} (i32.const 128) (i32.const 1) (i32.const 64))`,
    ],
  ])('%s traps', async (_, body) => {
    expect(await trapOf({ onPacket: `${body} ${keep}` })).toMatch(/outside of the guest's memory/);
  });

  it.each([
    ['a result', get('66')],
    ['a wide result', `(call $get-u64 ${field} ${packet} (i32.const 0) (i32.const 68))`],
    ['a list', `(call $discard-many ${packet} (i32.const 129) (i32.const 1) (i32.const 64))`],
    ['an empty list', `(call $discard-many ${packet} (i32.const 130) (i32.const 0) (i32.const 64))`],
    ['a record', `(call $usage (i32.const 65))`],
    ['an exported result', `(return (i32.const 33))`],
  ])('%s that is not aligned traps', async (_, body) => {
    expect(await trapOf({ onPacket: `${body} ${keep}` })).toMatch(/not aligned/);
  });

  it.each([
    ['a result outside', '(i32.const -16)', /outside/],
    [
      'a result with an unknown case',
      '(i32.store8 (i32.const 128) (i32.const 2)) (i32.const 128)',
      /no case 2/,
    ],
    ['an unknown verdict', '(i32.store8 (i32.const 132) (i32.const 2)) (i32.const 128)', /no case 2/],
    [
      'an unknown error',
      '(i32.store8 (i32.const 128) (i32.const 1)) (i32.store8 (i32.const 132) (i32.const 11)) (i32.const 128)',
      /no case 11/,
    ],
    [
      'an error whose text is outside',
      `(i32.store8 (i32.const 128) (i32.const 1)) (i32.store (i32.const 136) (i32.const 65535))
       (i32.store (i32.const 140) (i32.const 9)) (i32.const 128)`,
      /outside/,
    ],
  ])('%s traps when an export answers it', async (_, body, words) => {
    expect(await trapOf({ onPacket: body })).toMatch(words);
  });

  it.each([
    ['a log level', `(call $log (i32.const 5) (i32.const 16) (i32.const 3))`],
    ['a delivery', `(call $create (i32.const 16) (i32.const 3) (i32.const 3) (i32.const 64))`],
  ])('%s that does not exist traps', async (_, body) => {
    expect(await trapOf({ onPacket: `${body} ${keep}` })).toMatch(/an enum has no case/);
  });
});

describe('realloc', () => {
  const getText = `(call $get-text ${text} ${packet} (i32.const 0) (i32.const 64))`;

  it.each([
    ['beyond memory', '(i32.const 65534)', /outside/],
    ['at the end of the address space', '(i32.const -1)', /outside/],
  ])('an answer %s traps', async (_, realloc, words) => {
    expect(await trapOf({ realloc, onPacket: `${getText} ${keep}` })).toMatch(words);
  });

  it('an answer that is not aligned traps', async () => {
    const body = `(call $column-u32 ${field} ${packet} (i32.const 64)) ${keep}`;
    expect(await trapOf({ realloc: '(i32.const 4097)', onPacket: body })).toMatch(/not aligned/);
  });

  it('a trap inside it kills', async () => {
    expect(await trapOf({ realloc: '(unreachable)', onPacket: `${getText} ${keep}` })).toMatch(/unreachable/);
  });

  it.each([
    ['a fast import', `(call $get-u32 ${field} (i32.const 4) (i32.const 0) (i32.const 64))`],
    ['packet.len', `(drop (call $len (i32.const 4)))`],
    ['a drop', `(call $drop-field ${field})`],
    ['log', `(call $log (i32.const 0) (i32.const 16) (i32.const 3))`],
    [
      'text',
      `(call $set-text ${text} (i32.const 4) (i32.const 0) (i32.const 16) (i32.const 3) (i32.const 64))`,
    ],
    ['a column', `(call $column-u32 ${field} (i32.const 4) (i32.const 64))`],
    ['a text column', `(call $column-text ${text} (i32.const 4) (i32.const 64))`],
  ])('%s can not be called from inside', async (_, call) => {
    expect(await trapOf({ realloc: `${call} (i32.const 8192)`, onPacket: `${getText} ${keep}` })).toMatch(
      /inside realloc/,
    );
  });

  it('memory that grows in it is found again', async () => {
    // Every allocation gets pages of its own.
    const realloc = '(i32.mul (memory.grow (i32.const 2)) (i32.const 65536))';
    const guest = await coreGuest({
      realloc,
      onPacket: `(call $column-text ${text} ${packet} (i32.const 64))
        (call $set-column-text ${text} ${packet} (i32.load (i32.const 68)) (i32.load (i32.const 72)) (i32.const 128))
        ${keep}`,
    });
    guest.init();
    const long = 'x'.repeat(500);
    const draft = guest.onPacket([{ t: 'a' }, { t: long }, {}, { t: 'ä€😀' }]);
    expect([...draft.finish().rows()].map((row) => row['t'])).toEqual(['a', long, '', 'ä€😀']);
  });

  it('a result that it writes over is still stored afterwards', async () => {
    // Fills the result area while the host is about to answer there.
    const realloc = `(memory.fill (i32.const 64) (i32.const 255) (i32.const 16)) (i32.const 8192)`;
    const guest = await coreGuest({ realloc, onPacket: `${getText} ${keep}` });
    guest.init();
    guest.onPacket(rows);
    expect(guest.memory().getUint8(64)).toBe(0);
    expect(guest.memory().getUint32(68, true)).toBe(8192);
    expect(guest.memory().getUint32(72, true)).toBe(5);
  });
});

describe('text that is not UTF-8', () => {
  it.each([
    ['a lone byte', '\\ff'],
    ['a cut character', '\\e2\\82'],
    ['an overlong slash', '\\c0\\af'],
    ['a surrogate', '\\ed\\a0\\80'],
    ['beyond Unicode', '\\f4\\90\\80\\80'],
    ['one after many', `${'a'.repeat(200)}\\80`],
  ])('%s traps', async (_, bytes) => {
    const size = bytes.replace(/\\../g, 'x').length;
    const extra = `(data (i32.const 128) "${bytes}")`;
    const set = `(call $set-text ${text} ${packet} (i32.const 0) (i32.const 128) (i32.const ${size}) (i32.const 64))`;
    expect(await trapOf({ extra, onPacket: `${set} ${keep}` })).toMatch(/not UTF-8/);
    const log = `(call $log (i32.const 0) (i32.const 128) (i32.const ${size}))`;
    expect(await trapOf({ extra, onPacket: `${log} ${keep}` })).toMatch(/not UTF-8/);
    const column = `(i32.store (i32.const 1024) (i32.const 128)) (i32.store (i32.const 1028) (i32.const ${size}))
      (call $set-column-text ${text} ${packet} (i32.const 1024) (i32.const 1) (i32.const 64))`;
    expect(await trapOf({ extra, onPacket: `${column} ${keep}` })).toMatch(/not UTF-8/);
  });
});

describe('a dead instance', () => {
  it('is not entered again, for stop neither', async () => {
    const guest = await coreGuest({ onPacket: '(unreachable)' });
    guest.init();
    expect(() => guest.onPacket(rows)).toThrow(/unreachable/);
    expect(() => guest.init()).toThrow(/the instance is dead/);
  });

  it('is one that caught what the host threw and went on', async () => {
    const guest = await coreGuest({
      onPacket: `(block $caught
          (try_table (catch_all $caught) (drop (call $len (i32.const 9999)))))
        (call $set-u32 ${field} ${packet} (i32.const 0) (i32.const 1) (i32.const 64))
        (i32.const 32)`,
    });
    guest.init();
    expect(() => guest.onPacket(rows)).toThrow(/there is no packet with handle 9999/);
  });

  it('is one that caught what the host threw and answered', async () => {
    const guest = await coreGuest({
      onPacket: `(block $caught (try_table (catch_all $caught) (drop (call $len (i32.const 9999))))) (i32.const 32)`,
    });
    guest.init();
    expect(() => guest.onPacket(rows)).toThrow(/there is no packet with handle 9999/);
    expect(() => guest.onPacket(rows)).toThrow(/dead/);
  });

  it('is one that calls the host from post-return', async () => {
    expect(await trapOf({ postReturn: `(drop (call $kind ${field}))` })).toMatch(/post-return/);
  });

  it('is one that traps in post-return', async () => {
    expect(await trapOf({ postReturn: '(unreachable)' })).toMatch(/unreachable/);
  });
});

describe('calls', () => {
  it('post-return gets the result pointer once, also after an error', async () => {
    const guest = await coreGuest({
      onPacket: `(i32.store8 (i32.const 128) (i32.const 1)) (i32.store8 (i32.const 132) (i32.const 10))
        (i32.store (i32.const 136) (i32.const 16)) (i32.store (i32.const 140) (i32.const 3)) (i32.const 128)`,
      postReturn: `(i32.store (i32.const 200) (local.get $ret))
        (i32.store (i32.const 204) (i32.add (i32.load (i32.const 204)) (i32.const 1)))`,
    });
    guest.init();
    let thrown: unknown;
    try {
      guest.onPacket(rows);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ApiFailure);
    expect((thrown as ApiFailure).payload).toEqual({ tag: 'other', val: 'src' });
    expect([guest.memory().getUint32(200, true), guest.memory().getUint32(204, true)]).toEqual([128, 1]);
    expect(() => guest.onPacket(rows)).toThrow(ApiFailure);
  });

  it('the host never enters an instance that is running', async () => {
    const guest = await coreGuest({
      onPacket: `(call $log (i32.const 0) (i32.const 16) (i32.const 3)) ${keep}`,
    });
    guest.init();
    const services = guest.guest.services as unknown as { log: () => void };
    let inner: unknown;
    services.log = () => {
      try {
        guest.onPacket(rows);
      } catch (error) {
        inner = error;
      }
    };
    expect(() => guest.onPacket(rows)).toThrow(/entered while it was running/);
    expect(inner).toBeInstanceOf(Trap);
  });

  it('what the host throws and is no WIT error kills the instance', async () => {
    const guest = await coreGuest({
      onPacket: `(call $log (i32.const 0) (i32.const 16) (i32.const 3)) ${keep}`,
    });
    guest.init();
    (guest.guest.services as unknown as { log: () => void }).log = () => {
      throw new RangeError('out of luck');
    };
    expect(() => guest.onPacket(rows)).toThrow('out of luck');
    expect(() => guest.onPacket(rows)).toThrow(/dead/);
  });

  it('a module that calls the host before it has memory traps', async () => {
    const begin = '(func $begin (call $log (i32.const 0) (i32.const 16) (i32.const 3))) (start $begin)';
    await expect(coreGuest({ extra: begin })).rejects.toThrow(/outside of the guest's memory/);
  });
});

describe('the ledger', () => {
  it('counts handles that are given, dropped, emitted and forgotten', async () => {
    const guest = await coreGuest({
      onPacket: `(call $usage (i32.const 128))
        (call $get-field (global.get $source) (i32.const 24) (i32.const 1) (i32.const 64))
        (call $drop-field (i32.load (i32.const 68)))
        (call $usage (i32.const 144))
        ${keep}`,
    });
    guest.init();
    guest.onPacket(rows);
    const at = (address: number): number => guest.memory().getUint32(address, true);
    // A source, two fields, and the packet.
    expect([at(128), at(132)]).toEqual([4, 4]);
    expect([at(144), at(148)]).toEqual([4, 5]);
    // Forgotten, so still open.
    expect(guest.guest.ledger.open).toBe(4);
  });

  it('refuses more than there may be, and the guest lives', async () => {
    const guest = await coreGuest(
      {
        onPacket: `(call $get-field (global.get $source) (i32.const 24) (i32.const 1) (i32.const 64)) ${keep}`,
      },
      { limits: { maxHandles: 4 } },
    );
    guest.init();
    guest.onPacket(rows);
    const memory = guest.memory();
    // err(limit-exceeded(text))
    expect([memory.getUint8(64), memory.getUint8(68)]).toEqual([1, 7]);
    const text = Buffer.from(memory.buffer).toString(
      'utf8',
      memory.getUint32(72, true),
      memory.getUint32(72, true) + memory.getUint32(76, true),
    );
    expect(text).toBe('4 handles are the most (maxHandles), 4 are open');
  });
});
