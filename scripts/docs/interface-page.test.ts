import { expect, test } from 'vitest';
import { fixture } from './reference.fixture.ts';
import { indexPage } from './index-page.ts';
import { interfacePage, type PageSource } from './interface-page.ts';
import { Links } from './links.ts';

const source: PageSource = {
  reference: fixture,
  links: new Links(fixture),
  sdkNames: {
    'things/field.make': {
      typescript: ['make', 'Field.make'],
      rust: { inside: 'to make' },
      go: { raw: 'it is not' },
    },
  },
};
const page = interfacePage(
  fixture.interfaces.find(({ name }) => name === 'things')!,
  source,
);

test('a function has its signature, version, comment, errors and names', () => {
  const from = page.indexOf('### `field.make`');
  expect(page.slice(from, page.indexOf('### `field.size`'))).toBe(`### \`field.make\`

\`\`\`wit
make: static func(kind: kind) -> result<field, api-error>;
\`\`\`

Since 1.1.0.

Made during [\`init\`](lifecycle.md#init); [\`denied\`](words.md#api-error) afterwards. \`kind\` is what [\`go\`](#go) makes of it, see [\`field.size\`](#fieldsize) and \`size\`.

| Fails with | When |
| --- | --- |
| [\`denied\`](words.md#api-error) | when \`kind\` is \`large\`, or after [\`init\`](lifecycle.md#init) |
| [\`expired\`](words.md#api-error) | the thing is gone: it left |

| TypeScript | Rust | Go |
| --- | --- | --- |
| \`make\`, \`Field.make\` | by itself, to make | raw binding only: it is not |

`);
});

test('a page begins with what is on it, and leaves out what is unstable', () => {
  expect(page).toContain('| [`load`](#load) | What it holds |');
  expect(page).toContain('| [`field.size`](#fieldsize) | Its `size` |');
  expect(page).toContain('| `weight: list<u32>` | In kg, as `data`. |');
  expect(page).not.toContain('later');
  expect(page.match(/^#+ .+$/gm)).toEqual([
    '# Interface `things`',
    '## Types',
    '### `load`',
    '### `way`',
    '## Resource `field`',
    '### `field.make`',
    '### `field.size`',
    '## Functions',
    '### `go`',
    '### `make-up`',
  ]);
});

test('cells keep bars', () => {
  const words = interfacePage(
    fixture.interfaces.find(({ name }) => name === 'words')!,
    source,
  );
  expect(words).toContain('| `large` | Two \\| three. |');
  expect(words).toContain('| `denied(string)` | No, `other` than that. |');
});

test('the index has a line for each interface and world', () => {
  const index = indexPage(source);
  expect(index).toContain('| [`words`](words.md) | Words of all: short ones | 1.0.0 |');
  expect(index).toContain(
    '| [`things`](things.md) | Things for [`lifecycle`](lifecycle.md), see `things` | 1.0.0 |',
  );
  expect(index.slice(index.indexOf('## What a gadget exports'))).toContain('| [`lifecycle`](lifecycle.md) |');
  expect(index).toContain('| `all` | All of it | 1.0.0 |');
});
