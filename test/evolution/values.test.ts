/** What a gadget of the preview reads and writes, through a real component. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fakePlatform } from '../../host/src/run/fake-platform.fixture.ts';
import type { GadgetSpec } from '../../host/src/run/options.ts';
import { rustTests } from '../support/rust.ts';
import { build, buildMs, type Outcome, play, playBoth } from './scene.ts';

const sources = { open: { schema: { pid: 'uint32', filename: 'text' } } } as const;
const rows = [{ pid: 1, filename: 'a' }, { pid: 2 }];

describe.runIf(rustTests)('a gadget of the preview, reading and writing', () => {
  let component: Uint8Array;

  beforeAll(async () => {
    component = await build('next');
  }, buildMs);

  const next = (scene: string, params: Record<string, string> = {}, name = 'next'): GadgetSpec => ({
    name,
    component,
    params: { do: scene, ...params },
  });
  const said = ({ logs }: Outcome, name = 'next'): string[] =>
    logs.filter((line) => line.startsWith(`${name} `)).map((line) => line.replace(/^\S+ \S+ /, ''));

  test('is refused by a host that was not asked to offer it', async () => {
    const refused = play({ gadgets: [next('')], options: { previewApi: false } }, 'direct');
    await expect(refused).rejects.toMatchObject({
      code: 'E_API_PRERELEASE',
      gadget: 'next',
      hint: expect.stringContaining('previewApi') as string,
    });
  });

  test('reads and writes values that are there or not, and columns with their gaps', async () => {
    const schema = {
      flag: 'boolean',
      s32: 'int32',
      u32: 'uint32',
      s64: 'int64',
      u64: 'uint64',
      f64: 'float64',
      name: 'text',
      raw: 'bytes',
    } as const;
    const full = {
      flag: false,
      s32: -1,
      u32: 1,
      s64: -2n,
      u64: 2n,
      f64: 0.5,
      name: 'x',
      raw: Uint8Array.of(9),
    };
    const outcome = await playBoth(() => ({
      gadgets: [next('gaps')],
      sources: { open: { schema } },
      packets: [['open', [full, {}]]],
      printed: ['open'],
    }));
    expect(said(outcome)).toEqual([
      'Some(false) Some(-1) Some(1) Some(-2) Some(2) Some(0.5) Some("x") Some([9])',
      'None None None None None None None None',
      '[1] U32Column { values: [1, 0], gaps: [1] }',
      'S32Column { values: [0, -5, 0], gaps: [0, 2] }',
      'U32Column { values: [0, 4294967295, 0], gaps: [0, 2] }',
      `S64Column { values: [0, ${-(2n ** 63n)}, 0], gaps: [0, 2] }`,
      `U64Column { values: [0, ${2n ** 64n - 1n}, 0], gaps: [0, 2] }`,
      'F64Column { values: [0.0, 0.25, 0.0], gaps: [0, 2] }',
      'TextColumn { values: ["", "", ""], gaps: [0, 2] }',
      'PackedColumn { ends: [0, 2, 2], data: [0, 255], gaps: [0, 2] }',
      '[1, 1]: ErrorCode::OutOfRange',
      '[2, 0]: ErrorCode::OutOfRange',
      '[3]: ErrorCode::OutOfRange',
      'short: ErrorCode::OutOfRange',
      'none of another kind: ErrorCode::WrongKind',
      'none of no row: ErrorCode::OutOfRange',
      'stop: StopReason::Finished',
    ]);
    const [first, , third] = outcome.rows['open']!;
    expect(outcome.rows['open']).toEqual([first, { flag: true }, third]);
    expect(first).toEqual({ s32: 1, u32: 1, s64: 1n, u64: 1n, f64: 1, name: 'a', raw: Uint8Array.of(1) });
    expect(third).toEqual({ s32: 3, u32: 3, s64: 3n, u64: 3n, f64: 3, name: 'c', raw: Uint8Array.of(2, 3) });
  });

  test('answers errors with a code and a text', async () => {
    const { rows: out, result } = await playBoth(() => ({
      gadgets: [next('fail')],
      sources,
      packets: [['open', rows]],
      printed: ['open'],
    }));
    expect(result.failure).toMatchObject({
      code: 'E_GADGET_ERROR',
      message: 'next failed in on-packet: expired: as it was told to',
    });
    expect(out['open']).toEqual([]);
  });

  test('is told the time, its parameters, and all about fields', async () => {
    const outcome = await playBoth(() => ({
      gadgets: [next('tell')],
      sources: {
        open: {
          schema: [
            { name: 'comm', kind: 'text', fixedSize: 16, tags: ['name', 'short'] },
            { name: 'secret', kind: 'uint8', hidden: true, annotations: { description: 'hush', unit: 'x' } },
            { name: 'args', kind: 'other', elements: 'text' },
          ],
        },
      },
      options: { platform: { ...fakePlatform(), wallNs: () => 1_000n } },
    }));
    expect(said(outcome)).toEqual([
      'clock 1000 0',
      'param do=tell',
      'comm Kind::Text Some(16) ["name", "short"] [] false',
      'secret Kind::Uint8 None [] ["description=hush", "unit=x"] true',
      'args Kind::Other None [] [] false',
      'with details pid=42 ratio=0.5',
      'ErrorCode::NotFound there is no source nobody',
      'stop: StopReason::Finished',
    ]);
  });

  test('can be profiled', async () => {
    for (const bindings of ['direct', 'reference'] as const) {
      let profile: unknown;
      await play(
        {
          gadgets: [next('chain')],
          sources,
          packets: [['open', rows]],
          options: { profile: true },
          end: async (run) => {
            await run.close();
            profile = run.profile!.gadgets[0]!.functions.map(({ name, calls }) => `${name} ${calls}`);
          },
        },
        bindings,
      );
      expect(profile).toEqual(
        expect.arrayContaining([
          'field.column-text 1',
          'field.set-column-text 1',
          'packet.append 1',
          'packet.drop 1',
        ]),
      );
    }
  });
});
