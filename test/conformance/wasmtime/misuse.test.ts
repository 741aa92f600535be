import { beforeAll, describe, expect, test } from 'vitest';
import { misuses, misusingComponent } from './misuses.fixture.ts';
import { inWasmtime, play, type Seen, type Way, wasmtimeTests } from './wasmtime.fixture.ts';

const schema = { v: 'uint32', t: 'text' } as const;

describe.runIf(wasmtimeTests)('what a component does wrong traps in wasmtime as it does in our host', () => {
  let ours: Way;
  let theirs: Way;

  beforeAll(async () => {
    const component = await misusingComponent();
    ours = { component };
    theirs = inWasmtime(component);
  });

  const commit = (way: Way, v: number): Promise<Seen> =>
    play(way, { source: 'src', schema, packets: [[{ v, t: 'seven' }], [{ v: 0, t: '' }]] });

  test('and when it only forgets its packets, it runs in both, and as many are counted', async () => {
    const seen = await commit(theirs, 0);
    expect(seen).toMatchObject({
      failures: [],
      rows: [
        { v: 0, t: 'seven' },
        { v: 0, t: '' },
      ],
      // A source, two fields, two packets.
      handles: { leaked: 2, open: 5, peak: 5 },
    });
    expect(seen).toEqual(await commit(ours, 0));
  });

  test.each(misuses.map((misuse, index) => ({ ...misuse, number: index + 1 })))(
    '$what',
    async ({ number, words }) => {
      const [here, there] = [await commit(ours, number), await commit(theirs, number)];
      // And it is not entered again: neither of the two packets passes.
      expect(here).toMatchObject({ failures: ['E_GADGET_TRAP'], rows: [] });
      expect(there).toMatchObject({ failures: ['E_GADGET_TRAP'], rows: [] });
      expect(there.words[0]).toMatch(words);
    },
  );
});
