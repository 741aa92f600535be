/** Gadgets of 1.x and of the preview of 2.0 in one chain, on one source. */
import { beforeAll, describe, expect, test } from 'vitest';
import { gadget } from '../e2e/command.ts';
import { GoldenRelease, goldenFiles } from '../golden/release.ts';
import { rustTests } from '../support/rust.ts';
import { build, buildMs, playBoth } from './scene.ts';

const released = new GoldenRelease('1.0.0');
const javaScript = released.path(goldenFiles.redact('js'));
const go = released.path(goldenFiles.redact('go'));

const rows = [{ filename: '/home/ann/a' }, { filename: '/drop' }, {}, { filename: '/home/bob/b' }];
/** The first redacts what came; the one between tells that, takes a row out and adds one; the last redacts that. */
const expected = [
  { filename: '/home/***/a', between: '/home/***/a' },
  {},
  { filename: '/home/***/b', between: '/home/***/b' },
  { filename: '/home/***/added' },
];

describe.runIf(rustTests)('a chain of both majors', () => {
  let component: Uint8Array;

  beforeAll(async () => {
    component = await build('next');
  }, buildMs);

  test('each sees what those before it did', async () => {
    const { rows: out, result } = await playBoth(() => ({
      gadgets: [
        { name: 'first', component: javaScript },
        { name: 'between', component, params: { do: 'chain' } },
        { name: 'last', component: go },
      ],
      sources: { open: { schema: { filename: 'text' } } },
      packets: [
        ['open', rows],
        ['open', [{ filename: '/drop' }]],
      ],
      printed: ['open'],
    }));
    expect(result.failure).toBeUndefined();
    expect(out['open']).toEqual([...expected, { filename: '/home/***/added' }]);
    expect(result.stats.gadgets.map(({ rowsIn, rowsOut }) => [rowsIn, rowsOut])).toEqual([
      [5, 5],
      [5, 5],
      [5, 5],
    ]);
  });

  test('by the command, which has to be told', async () => {
    const chain = [javaScript, 'test/evolution/next/', go];
    const input = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    const run = (...flags: string[]): ReturnType<typeof gadget> =>
      gadget(['run', ...chain, '-s', 'open=ndjson:-', '-o', 'json', ...flags], { input });
    const { code, stdout, stderr } = await run('--preview-api');
    expect([code, stderr]).toEqual([0, 'info next: stop: StopReason::Finished\n']);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(expected);
    const refused = await run();
    expect([refused.code, refused.stdout]).toEqual([3, '']);
    expect(refused.stderr).toMatch(/E_API_PRERELEASE[^]*--preview-api/);
  });

  test('gadget check tells what would be', async () => {
    const check = (...flags: string[]): ReturnType<typeof gadget> =>
      gadget(['check', 'test/evolution/next/', '-o', 'json', ...flags]);
    const [without, asked] = await Promise.all([check(), check('--preview-api')]);
    expect(JSON.parse(without.stdout)).toMatchObject({ runs: false, runsWithPreviewApi: true });
    expect(JSON.parse(asked.stdout)).toMatchObject({ runs: true, oldestHost: '2.0.0-preview.1' });
    expect(JSON.parse(asked.stdout)).not.toHaveProperty('runsWithPreviewApi');
    expect([without.code, asked.code]).toEqual([3, 0]);
  });

  test('gadget inspect calls its init', async () => {
    const inspected = await gadget([
      'inspect',
      'test/evolution/next/',
      '--init',
      '-o',
      'json',
      '--preview-api',
    ]);
    expect(JSON.parse(inspected.stdout)).toMatchObject({
      apiVersions: ['2.0.0-preview.1'],
      init: { needs: ['open'] },
    });
  });
});
