import { expect, test } from 'vitest';
import { type Accessor, accessorsOf, kinds } from '../../host/src/data/kind.ts';
import { readReference } from '../generate-docs.ts';
import { fixture } from './reference.fixture.ts';
import { kindsPage, kindTableOf } from './kinds-page.ts';

test('the table in the comment of field is the one that the host goes by', () => {
  const { kinds: told, accessors } = kindTableOf(readReference());
  expect(told).toEqual(kinds);
  // The host has one word for text and bytes one by one and as a block.
  const named = [...accessors.keys()].map((name) => (name === 'packed' ? 'bytes' : name) as Accessor);
  const ofHost = new Set(kinds.flatMap(accessorsOf));
  expect(new Set(named)).toEqual(ofHost);
  for (const [name, fitting] of accessors) {
    const word = (name === 'packed' ? 'bytes' : name) as Accessor;
    const held = kinds.filter((kind) => accessorsOf(kind).includes(word));
    expect(fitting.toSorted(), name).toEqual(held.toSorted());
  }
});

test('marks what fits, and links the functions there are', () => {
  const page = kindsPage(fixture);
  expect(page).toContain(
    '| kind | `s32` | `u32` | `text` |\n| --- | --- | --- | --- |\n| `small` | ✓ | ✓ | ✓ |\n| `large` |  |  | ✓ |',
  );
  const real = kindsPage(readReference());
  expect(real).toContain(
    '| `bytes` | [`get-bytes`](field.md#fieldget-bytes) | [`set-bytes`](field.md#fieldset-bytes) |  |  |',
  );
});

test('a kind that is none is refused', () => {
  const field = fixture.interfaces.flatMap(({ resources }) => resources)[0]!;
  const wrong = { ...field, doc: '- `s32`: tiny' };
  const interfaces = fixture.interfaces.map((each) => ({
    ...each,
    resources: each.resources.map(() => wrong),
  }));
  expect(() => kindTableOf({ ...fixture, interfaces })).toThrow('kinds that are none: tiny');
});
