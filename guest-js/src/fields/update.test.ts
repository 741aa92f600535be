import { expect, it } from 'vitest';
import { defineGadget, type Field, openSource, type Packet, type Source, subscribe } from '../index.ts';
import { runRows, startGadget } from '../testing/index.ts';

function updating(change: (source: Source) => (packet: Packet) => void) {
  return defineGadget({
    init() {
      const source = openSource('source');
      subscribe(source, change(source));
    },
  });
}

it('0 and -0 are two values', async () => {
  const gadget = updating((source) => {
    const share: Field<number, Float64Array> = source.field('share', 'float64');
    return (packet) => share.update(packet, () => -0);
  });
  const { rows } = await runRows(gadget, [{ share: 0 }, {}], { schema: { source: { share: 'float64' } } });
  expect(rows.source).toEqual([{ share: -0 }, {}]);
});

it('a text that stays is kept as it is stored', async () => {
  const stored: Uint8Array[] = [];
  const gadget = updating((source) => {
    const name = source.field('name', 'text');
    const bytes = source.field('name', 'bytes');
    return (packet) => {
      bytes.set(packet.row(0), Uint8Array.of(0xff, 0x61));
      name.update(packet, (value) => (value === 'a' ? 'ä' : value));
      stored.push(...bytes.column(packet));
    };
  });
  await runRows(gadget, [{}, { name: 'a' }], { schema: { source: { name: 'text' } } });
  expect(stored).toEqual([Uint8Array.of(0xff, 0x61), Uint8Array.of(0xc3, 0xa4)]);
});

it('in packets of one row, what is unset stays unset and what stays is kept as it is stored', async () => {
  const seen: unknown[] = [];
  const gadget = updating((source) => {
    const name = source.field('name', 'text');
    const bytes = source.field('name', 'bytes');
    return (packet) => {
      const row = packet.row(0);
      if (name.get(row) === 'broken') bytes.set(row, Uint8Array.of(0xff, 0x61));
      name.update(packet, (value, number) => (value === '' || value === 'a' ? `${number}!` : value));
      seen.push(name.isSet(row) ? bytes.get(row) : undefined);
    };
  });
  const run = await startGadget(gadget, { schema: { source: { name: 'text' } } });
  for (const row of [{}, { name: '' }, { name: 'a' }, { name: 'broken' }]) await run.push([row]);
  const { rows } = await run.stop();
  expect(seen).toEqual([
    undefined,
    Uint8Array.of(0x30, 0x21),
    Uint8Array.of(0x30, 0x21),
    Uint8Array.of(0xff, 0x61),
  ]);
  expect(rows.source?.slice(0, 3)).toEqual([{}, { name: '0!' }, { name: '0!' }]);
});
