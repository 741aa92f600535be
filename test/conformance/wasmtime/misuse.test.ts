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

  test('and when it does nothing wrong, it runs in both', async () => {
    for (const way of [ours, theirs]) {
      const { rows, failures } = await commit(way, 0);
      expect(failures).toEqual([]);
      expect(rows).toEqual([
        { v: 0, t: 'seven' },
        { v: 0, t: '' },
      ]);
    }
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
