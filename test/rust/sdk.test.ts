import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runRows, type TestResult, type TestRow } from '@gadget-api/guest/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { inspectComponent } from '../../host/src/component/inspect.ts';
import { gadget } from '../e2e/command.ts';
import { rustTests } from '../support/rust.ts';

const schema = { open: { pid: 'uint32', name: 'text' } } as const;
const rows: TestRow[] = [{ pid: 1, name: 'a' }, { pid: 2 }, { name: '' }, { pid: 1, name: 'ä' }];

describe.runIf(rustTests)('the SDK in Rust', () => {
  let component: Uint8Array;

  beforeAll(async () => {
    const scratch = await mkdtemp(path.join(tmpdir(), 'gadget-rust-test-'));
    const file = path.join(scratch, 'hooks.wasm');
    const { code, stderr } = await gadget([
      'build',
      path.join(import.meta.dirname, 'fixtures/hooks'),
      '-o',
      file,
    ]);
    expect(stderr.replace(/^building .*$/m, '').trim()).toBe('');
    expect(code).toBe(0);
    component = await readFile(file);
    await rm(scratch, { recursive: true });
  }, 900_000);

  const attempt = (what: string, advance?: number): Promise<TestResult> =>
    runRows(component, rows, { schema, params: { do: what }, logLevel: 'info', ...(advance && { advance }) });
  const logged = ({ logs }: TestResult): string[] => logs.map(({ level, message }) => `${level}: ${message}`);

  test('what was in 1.0 asks for no more than 1.0, fields as the kind they have included', () => {
    const { imports, exports } = inspectComponent(component);
    const newer = [...imports, ...exports].filter(({ name }) => !name.endsWith('@1.0.0'));
    expect(newer).toEqual([]);
  });

  test('update changes what is set, and leaves unset what is not', async () => {
    const { rows: out, error } = await attempt('update');
    expect(error).toBeUndefined();
    expect(out['open']).toEqual([{ pid: 2, name: 'a!' }, { pid: 3 }, { name: '!' }, { pid: 2, name: 'ä!' }]);
  });

  test('update is all or none', async () => {
    // 1 - 2 wraps to what uint32 still holds; the narrower field of the source decides.
    const narrow = { open: { pid: 'uint8', name: 'text' } } as const;
    const { rows: out, failures } = await runRows(component, rows, {
      schema: narrow,
      params: { do: 'update-out-of-range' },
      onFailure: 'keep',
    });
    expect(failures[0]?.error.message).toContain('out-of-range');
    expect(out['open']).toEqual(rows);
  });

  test('columns as blocks, and as numbers', async () => {
    expect((await attempt('packed')).rows['open']!.map(({ name }) => name)).toEqual(['A', '', '', 'Ä']);
    expect((await attempt('columns')).rows['open']!.map(({ pid }) => pid)).toEqual([2, 1, 1, 2]);
  });

  test('rows are read, written, discarded and appended', async () => {
    expect((await attempt('rows')).rows['open']).toEqual([
      { pid: 2, name: 'row 1 is 2' },
      { name: 'row 2 is 0' },
      { pid: 99 },
    ]);
  });

  test('fields as the kind they have', async () => {
    expect(logged(await attempt('any'))).toEqual([
      'info: [Uint(1), Text("a")]',
      'info: [Uint(2), Text("")]',
      'info: [Uint(0), Text("")]',
      'info: [Uint(1), Text("ä")]',
    ]);
  });

  test.each([
    ['wrong-kind', 'wrong-kind: field pid is uint32, not u8: ask for u32 or u64 or i64 or f64'],
    ['not-a-number', 'out-of-range: parameter do is "not-a-number", not u32'],
    ['standard-error', 'invalid digit found in string'],
  ])('an error of init is the run’s: %s', async (what, text) => {
    const { error } = await attempt(what);
    expect(error).toMatchObject({ code: 'E_GADGET_ERROR' });
    expect(error?.message).toContain(text);
  });

  test.each([
    ['denied', 'denied: not today'],
    ['too-few', 'out-of-range'],
  ])('an error of a call is that call’s: %s', async (what, text) => {
    const { failures, rows: out } = await attempt(what);
    expect(failures.map(({ error }) => error.code)).toEqual(['E_GADGET_ERROR']);
    expect(failures[0]?.error.message).toContain(text);
    expect(out['open'] ?? []).toEqual([]);
  });

  test.each([
    ['panic', /^error: panic at src\/lib\.rs:\d+:\d+: no way out of panic$/],
    ['index', /^error: panic at src\/lib\.rs:\d+:\d+: index out of bounds: the len is 0 but the index is 4$/],
  ])('a panic leaves its words in the log: %s', async (what, words) => {
    const result = await attempt(what);
    expect(result.error).toMatchObject({ code: 'E_GADGET_TRAP' });
    expect(logged(result)).toEqual([expect.stringMatching(words)]);
  });

  test('lines that nobody sees are not put together; seeds and handles are the host’s', async () => {
    expect(logged(await attempt('log'))).toEqual([
      'error: counted 0',
      expect.stringMatching(/^info: [1-9]\d* of 4096 handles$/),
      'info: same numbers: true',
    ]);
  });

  test('a packet can be discarded', async () => {
    expect((await attempt('discard')).rows['open'] ?? []).toEqual([]);
  });

  test('timers tick until they are cancelled', async () => {
    const result = await attempt('ticks', 100);
    expect(result.rows['ticks']).toEqual([{ tick: 1n }, { tick: 2n }, { tick: 3n }]);
    expect(logged(result)).toEqual(['info: stopped after 3 ticks']);
  });
});
