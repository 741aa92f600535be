import { describe, expect, test } from 'vitest';
import { waysOf } from '../ways.fixture.ts';
import gadget from './gadget.ts';
import { redact } from './redact.ts';

test.each([
  ['/home/ann/a.txt', '/home/***/a.txt'],
  ['/home/ann', '/home/***'],
  ['/mnt/home/ann/home/bob/x', '/mnt/home/***/home/***/x'],
  ['/home//x', '/home//x'],
  ['/home/', '/home/'],
  ['/homes/ann', '/homes/ann'],
  ['', ''],
])('%s becomes %s', (path, redacted) => {
  expect(redact(path)).toBe(redacted);
});

const schema = { open: { pid: 'uint32', filename: 'text', other: 'text' } } as const;

describe.each(waysOf(import.meta.dirname, gadget))('as $way', ({ run }) => {
  test('redacts its field; what is unset stays unset', async () => {
    const rows = [
      { pid: 1, filename: '/home/ann/a.txt', other: '/home/ann' },
      { pid: 2 },
      { pid: 3, filename: '' },
      { pid: 4, filename: '/etc/passwd' },
    ];
    const result = await run(rows, { schema });
    expect(result.error).toBeUndefined();
    expect(result.rows['open']).toEqual([{ ...rows[0], filename: '/home/***/a.txt' }, ...rows.slice(1)]);
  });

  test('takes another field by parameter', async () => {
    const result = await run([{ filename: '/home/a', other: '/home/b' }], {
      schema,
      params: { field: 'other' },
    });
    expect(result.rows['open']).toEqual([{ filename: '/home/a', other: '/home/***' }]);
  });

  test('says which field is missing', async () => {
    const { error } = await run([], { schema, params: { field: 'path' } });
    expect(error).toMatchObject({ code: 'E_GADGET_ERROR' });
    expect(error?.message).toContain('not-found: open has no field path');
  });
});
