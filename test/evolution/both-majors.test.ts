/** One component that imports both majors. */
import { beforeAll, describe, expect, test } from 'vitest';
import { rustTests } from '../support/rust.ts';
import { build, buildMs, play, playBoth, type Scene } from './scene.ts';

describe.runIf(rustTests)('a component of both majors', () => {
  let component: Uint8Array;

  beforeAll(async () => {
    component = await build('both-majors');
  }, buildMs);

  const scene = (what: string): Scene => ({
    gadgets: [{ name: 'both', component, params: { do: what } }],
    sources: { open: { schema: { filename: 'text' } } },
    packets: [['open', [{ filename: 'a' }, {}, { filename: '' }]]],
    printed: ['open', 'copies'],
  });

  test('reads by one and writes by the other, and of two lifecycles the newest is called', async () => {
    const { rows, logs, result } = await playBoth(() => scene('copy'));
    expect(result.failure).toBeUndefined();
    expect(rows['copies']).toEqual(
      [{ filename: 'a' }, {}, { filename: '' }].map(({ filename }) =>
        filename === undefined ? {} : { name: filename },
      ),
    );
    expect(logs).toEqual(['both info: init of 2.0', 'both info: StopReason::Finished']);
  });

  test.each(['direct', 'reference'] as const)(
    'traps with a handle of the other major (%s)',
    async (bindings) => {
      const { rows, logs, result } = await play(scene('mix'), bindings);
      expect(result.failure).toMatchObject({ code: 'E_GADGET_TRAP', gadget: 'both' });
      expect(result.failure!.message).toMatch(/handle/);
      expect(rows).toEqual({ open: [], copies: [] });
      expect(logs).toEqual(['both info: init of 2.0']);
    },
  );

  test('is refused without the flag, for what it imports', async () => {
    const refused = play({ ...scene('copy'), options: { previewApi: false } }, 'direct');
    await expect(refused).rejects.toMatchObject({ code: 'E_API_PRERELEASE' });
  });
});
