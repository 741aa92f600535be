import { expect, it } from 'vitest';
import { defineGadget, type Field, openSource, type Packet, type Source, subscribe } from '../index.ts';
import { runRows } from '../testing/index.ts';

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
