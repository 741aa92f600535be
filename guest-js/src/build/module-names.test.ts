import { join } from 'node:path';
import { expect, it } from 'vitest';
import { placelessNames } from './module-names.ts';
import { sdkFolder } from './package-files.ts';

const named = (path: string): string => `var a=__commonJS({${JSON.stringify(path)}(exports){}});`;

it.each([
  ['src/a.js', 'src/a.js'],
  ['../shared/a.js', '../shared/a.js'],
  ['..a/b.js', '..a/b.js'],
  ['node_modules/pack/a.js', 'pack/a.js'],
  ['../../node_modules/@s/pack/a.js', '@s/pack/a.js'],
  ['../x/node_modules/one/node_modules/two/a.js', 'two/a.js'],
  ['C:/x/node_modules/pack/a "b".js', 'pack/a "b".js'],
  [join(sdkFolder, 'log.ts').replaceAll('\\', '/'), '@gadget-api/guest/log.ts'],
])('%s is %s in a bundle', (path, name) => {
  expect(placelessNames(named(path), '/home/ann/gadget')).toBe(named(name));
});

it('leaves the text of a gadget alone', () => {
  const source = 'x({"node_modules/pack/a.js"(exports){}});y="node_modules/pack/a.js"';
  expect(placelessNames(source, '/home/ann/gadget')).toBe(source);
});
