import { expect, test } from 'vitest';
import { offerOf } from './offer.ts';
import { parseWit } from '../../host/src/wit/parse.ts';

const gate = '@since(version = 1.0.0)';
const interfaces = `
${gate} interface things {
  ${gate} resource thing {
    ${gate} constructor(size: u32);
    @since(version = 1.1.0) make: static func() -> thing;
    ${gate} size: func() -> u32;
    @unstable(feature = x) later: func();
  }
  ${gate} go: func();
  ${gate} type size = u32;
  @unstable(feature = x) resource other;
}
@since(version = 1.1.0) interface hooks { @since(version = 1.1.0) run: func(); }
@unstable(feature = x) interface more { @unstable(feature = x) f: func(); }`;
const worlds = `package a:b@1.1.0;
${gate} world all {
  ${gate} include some;
  @since(version = 1.1.0) export hooks;
  @unstable(feature = x) import more;
}
${gate} world some { ${gate} import things; }`;

test('functions come with component-model names and versions; unstable ones do not', () => {
  const offer = offerOf([parseWit(interfaces, 'i.wit'), parseWit(worlds, 'w.wit')]);
  const base = { package: 'a:b', version: '1.1.0' };
  expect(offer).toEqual([
    {
      ...base,
      interface: 'things',
      direction: 'import',
      since: '1.0.0',
      functions: [
        { name: '[constructor]thing', since: '1.0.0' },
        { name: '[static]thing.make', since: '1.1.0' },
        { name: '[method]thing.size', since: '1.0.0' },
        { name: 'go', since: '1.0.0' },
      ],
      resources: ['thing'],
    },
    {
      ...base,
      interface: 'hooks',
      direction: 'export',
      since: '1.1.0',
      functions: [{ name: 'run', since: '1.1.0' }],
      resources: [],
    },
  ]);
});

test.each([
  { name: 'no package line', text: `${gate} world w {}`, message: /no file has a package line/ },
  {
    name: 'an unknown interface',
    text: `package a:b@1.0.0; ${gate} world w { ${gate} import x; }`,
    message: /x.wit:1: there is no interface x/,
  },
  {
    name: 'an unknown world',
    text: `package a:b@1.0.0; ${gate} world w { ${gate} include x; }`,
    message: /x.wit:1: there is no world x/,
  },
  {
    name: 'an ungated function',
    text: `package a:b@1.0.0; ${gate} interface x { f: func(); } ${gate} world w { ${gate} import x; }`,
    message: /x.wit:1: f has no gate/,
  },
])('$name is refused', ({ text, message }) => {
  expect(() => offerOf([parseWit(text, 'x.wit')])).toThrow(message);
});
