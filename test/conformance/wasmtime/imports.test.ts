import { describe, expect, test } from 'vitest';
import { camel, type ImportCall, Imports } from './imports.ts';

class LineFile {
  readonly text: string;
  dropped = 0;

  constructor(text: string) {
    this.text = text;
  }

  [Symbol.dispose](): void {
    this.dropped++;
  }

  getSize(): number {
    return this.text.length;
  }

  sameAs(other: LineFile): boolean {
    return this.text === other.text;
  }

  static read(text: string): LineFile {
    return new LineFile(text);
  }

  static consume(file: LineFile): string {
    return file.text;
  }
}

const failed = { payload: { tag: 'denied', val: 'it' } };
const newImports = (): Imports =>
  new Imports({
    'test:files/files@1.0.0': {
      LineFile,
      listAll: () => [new LineFile('a'), new LineFile('b')],
      fail: () => {
        throw failed;
      },
      failOddly: () => {
        throw { payload: () => 1 };
      },
      trap: () => {
        throw new Error('broken');
      },
    },
  });

const call = (name: string, ...given: unknown[]): ImportCall => ({
  import: 'test:files/files@1.0.0',
  function: name,
  arguments: given,
});
const own = (handle: number): unknown => ({ $: 'own', value: handle });
const borrow = (handle: number): unknown => ({ $: 'borrow', value: handle });

describe('a call', () => {
  test('is found by its name in WIT', () => {
    const imports = newImports();
    expect(imports.call(call('[static]line-file.read', 'one'))).toEqual({ ok: own(1) });
    expect(imports.call(call('list-all'))).toEqual({ ok: [own(2), own(3)] });
    expect(imports.call(call('[method]line-file.get-size', borrow(1)))).toEqual({ ok: 3 });
    expect(imports.call(call('[method]line-file.same-as', borrow(1), borrow(2)))).toEqual({ ok: false });
  });

  test('of what is not there traps', () => {
    const imports = newImports();
    for (const name of ['no-such', '[static]no-such.read', '[static]line-file.no-such'])
      expect(imports.call(call(name))).toEqual({ trap: `test:files/files@1.0.0 has no ${name}` });
    expect(imports.call({ ...call('read'), import: 'test:no/such' })).toHaveProperty('trap');
  });

  test('answers with the error that was thrown, and traps for anything else', () => {
    const imports = newImports();
    expect(imports.call(call('fail'))).toEqual({ err: failed.payload });
    expect(imports.call(call('trap'))).toEqual({ trap: 'broken' });
    expect(imports.call(call('fail-oddly'))).toEqual({ trap: expect.stringContaining('function') });
  });
});

describe('a handle', () => {
  test('is over when it was given away, without being dropped', () => {
    const imports = newImports();
    const file = new LineFile('one');
    expect(imports.lower(file)).toEqual(own(1));
    expect(imports.call(call('[static]line-file.consume', own(1)))).toEqual({ ok: 'one' });
    expect(imports.call(call('[method]line-file.get-size', borrow(1)))).toHaveProperty('trap');
    expect(imports.drop(1)).toHaveProperty('trap');
    expect(file.dropped).toBe(0);
  });

  test('is dropped once', () => {
    const imports = newImports();
    const file = new LineFile('one');
    imports.lower(file);
    expect(imports.drop(1)).toEqual({ ok: null });
    expect(imports.drop(1)).toHaveProperty('trap');
    expect(file.dropped).toBe(1);
  });
});

test('names', () => {
  expect(camel('set-column-u32')).toBe('setColumnU32');
  expect(camel('-data-source')).toBe('DataSource');
});
