import { expect, test } from 'vitest';
import type { OfferedInterface } from './offer.ts';
import { indexModule, offerModule, typesModule } from './typescript.ts';

const made = `/** @module Interface a:b/things@1.0.0 **/
/**
 * Go.
 * 
 */
export function go(size: Size): void;
export type Size = import('./a-b-words.js').Size;
export type Word = import('./a-b-words.js').Length;
export type Choice = 'one' | 'two';

export class Thing {
  private constructor();
  size(): Size;
}
`;

test('a declaration file becomes a module of types', () => {
  expect(typesModule(made))
    .toBe(`/** Types of the interface a:b/things@1.0.0. Made from wit/ by \`npm run gen\`; edit the WIT instead. */
import type { Size, Length as Word } from './a-b-words.ts';
export type { Size, Word };

/**
 * Go.
 *
 */
export declare function go(size: Size): void;
export type Choice = 'one' | 'two';

export declare class Thing {
  private constructor();
  size(): Size;
}
`);
});

test.each([
  { name: 'no interface', text: 'export type A = 1;', message: /not the text of one interface/ },
  {
    name: 'an import in another place',
    text: `${made}export type B = Array<import('./c.js').C>;`,
    message: /import\(/,
  },
  {
    name: 'an export it does not know',
    text: `${made}export * as c from './c.js';`,
    message: /export \* as c/,
  },
])('$name is refused', ({ text, message }) => {
  expect(() => typesModule(text)).toThrow(message);
});

function offered(
  name: string,
  direction: OfferedInterface['direction'],
  functions: string[],
): OfferedInterface {
  return {
    interface: name,
    package: 'a:b',
    version: '1.0.0',
    direction,
    since: '1.0.0',
    functions: functions.map((each) => ({ name: each, since: '1.0.0' })),
    resources: [],
  };
}

test('the index maps names of interfaces to types; only required exports are not optional', () => {
  const offer = [
    offered('words', 'import', []),
    offered('two-things', 'import', ['go']),
    offered('must', 'export', ['x']),
    offered('may', 'export', ['y']),
  ];
  const modules = new Map([['a-b-two-things', typesModule(made)]]);
  const text = indexModule(offer, modules, new Set(['must']));
  expect(text).toContain("import type * as twoThings from './a-b-two-things.ts';");
  expect(text).toContain("export type { Choice, Thing } from './a-b-two-things.ts';");
  expect(text).toContain(
    "export interface Imports {\n'a:b/words@1.0.0': typeof words;\n'a:b/two-things@1.0.0': typeof twoThings;\n}",
  );
  expect(text).toContain(
    "export interface Exports {\n'a:b/must@1.0.0': typeof must;\n'a:b/may@1.0.0'?: typeof may;\n}",
  );
});

test('two interfaces may not declare one name', () => {
  const offer = [offered('c', 'import', ['go']), offered('d', 'import', ['go'])];
  const modules = new Map([
    ['a-b-c', typesModule(made)],
    ['a-b-d', typesModule(made)],
  ]);
  expect(() => indexModule(offer, modules, new Set())).toThrow('Choice is declared by c and by d');
});

test('the offer is written as data', () => {
  const offer = [offered('c', 'import', ['go'])];
  expect(offerModule(offer)).toContain(
    `export const offer: readonly OfferedInterface[] = ${JSON.stringify(offer)};`,
  );
});
