import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseWit } from '../../host/src/wit/parse.ts';
import { readWit } from '../../host/src/wit/read.ts';
import { goldenHits, readGolden } from './golden-hits.ts';
import { offerOf } from './offer.ts';

const root = join(import.meta.dirname, '../..');
const golden = readGolden(join(root, 'golden'));
const offer = offerOf(readWit(join(root, 'wit/frozen/1.1.0')).map(({ path, text }) => parseWit(text, path)));
const hit = (item: string): string[] => goldenHits({ item }, offer, golden);

test('a function hits who names it', () => {
  expect(hit('gadget:api/lists.get-text')).toEqual([
    '1.1.0/behaviours-go.wasm',
    '1.1.0/behaviours-js.wasm',
    '1.1.0/behaviours-rust.wasm',
  ]);
  expect(hit('gadget:api/random.seed')).not.toContain('1.0.0/redact-rust.wasm');
  expect(hit('gadget:api/handler.on-packet')).toContain('1.0.0/redact-go.wasm');
});

test('a type, a resource and an interface hit who uses the interface', () => {
  for (const item of ['gadget:api/packet.packet', 'gadget:api/types.kind', 'gadget:api/lifecycle'])
    expect(hit(item), item).toEqual([...golden.keys()]);
  expect(hit('gadget:api/losses.loss-cause')).toHaveLength(3);
});

test('what nobody has hits nobody', () => {
  expect(hit('gadget:api/lists.s32-lists')).not.toContain('1.0.0/redact-js.wasm');
  expect(hit('acme:store/items.find')).toEqual([]);
});
