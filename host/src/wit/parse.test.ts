import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WitSyntaxError, type WitItem } from './item.ts';
import { parseWit } from './parse.ts';

const sample = `/// About the package.
package a:b@1.2.0-preview.1;

/**
 * Things.
 */
@since(version = 1.0.0)
interface things {
  @since(version = 1.0.0)
  use a:b/words@1.0.0.{word, other as more};
  /// One of two. // not a comment
  @since(version = 1.0.0)
  variant choice { /// A list.
    many(list<tuple<u32, string>>), none }
  @unstable(feature = api-x)
  %type: func(a: u32, /* why /* not */ */ b: option<string>) -> result<_, choice>;
  /// Doc.
  ///
  /// More.
  resource thing {
    constructor(size: u32);
    make: static func() -> thing;
    @since(version = 1.1.0)
    @deprecated(version = 1.2.0)
    %list: func() -> list<u8>;
  }
  resource bare;
  type size = u64;
}
world w {
  include other with { x as y }
  import things;
  export run: func();
  export inner: interface { go: func(); }
}
`;

function outline(item: WitItem): unknown {
  const { kind, name, text, line, children } = item;
  return [`${line} ${kind} ${name}${text === '' ? '' : ` = ${text}`}`, ...children.map(outline)];
}

test('items come with kind, name, text and line', () => {
  const file = parseWit(sample, 'x.wit');
  expect(file.package).toMatchObject({
    name: 'a:b',
    text: '1.2.0-preview.1',
    line: 2,
    doc: 'About the package.',
  });
  expect(file.items.map(outline)).toEqual([
    [
      '8 interface things',
      ['10 use a:b/words@1.0.0.{word, other as more}'],
      ['13 variant choice', ['14 case many = (list<tuple<u32, string>>)'], ['14 case none']],
      ['16 function type = func(a: u32, b: option<string>) -> result<_, choice>'],
      [
        '20 resource thing',
        ['21 constructor constructor = (size: u32)'],
        ['22 static make = func() -> thing'],
        ['25 method list = func() -> list<u8>'],
      ],
      ['27 resource bare'],
      ['28 type size = u64'],
    ],
    [
      '30 world w',
      ['31 include other with { x as y }'],
      ['32 import things'],
      ['33 export run: func()'],
      ['34 export inner = interface', ['34 function go = func()']],
    ],
  ]);
});

test('doc comments and gates belong to the item that follows', () => {
  const things = parseWit(sample, 'x.wit').items[0];
  const [, choice, type, thing] = things?.children ?? [];
  expect(things?.doc).toBe('Things.');
  expect(things?.gates).toEqual([{ kind: 'since', value: '1.0.0', line: 7 }]);
  expect(choice?.doc).toBe('One of two. // not a comment');
  expect(choice?.children[0]?.doc).toBe('A list.');
  expect(type?.gates).toEqual([{ kind: 'unstable', value: 'api-x', line: 15 }]);
  expect(thing?.doc).toBe('Doc.\n\nMore.');
  expect(thing?.children[2]?.gates.map((gate) => gate.kind)).toEqual(['since', 'deprecated']);
});

test.each([
  {
    name: 'a file that ends too early',
    text: 'interface a {\n  b: func(',
    line: 2,
    message: /ends too early/,
  },
  { name: 'a comment without an end', text: 'interface a {}\n/* x', line: 2, message: /no end/ },
  { name: 'a character that is none of WIT', text: '\n\n$', line: 3, message: /unexpected character "\$"/ },
  { name: 'an unknown gate', text: '@new(version = 1.0.0) interface a {}', line: 1, message: /@new/ },
  {
    name: 'a gate with the wrong word',
    text: '@since(feature = x) interface a {}',
    line: 1,
    message: /version/,
  },
  { name: 'a name missing', text: 'interface {', line: 1, message: /expected a name/ },
  {
    name: 'cases without a comma',
    text: 'interface a {\nenum b { c\nd }\n}',
    line: 3,
    message: /expected , or }/,
  },
])('$name is refused with its line', ({ text, line, message }) => {
  const refused = (): unknown => parseWit(text, 'x.wit');
  expect(refused).toThrow(message);
  expect(refused).toThrow(expect.objectContaining({ name: 'WitSyntaxError', file: 'x.wit', line }));
});

test('any text is read or refused, and never hangs', () => {
  const words = [
    'interface',
    'world',
    'use',
    '@since',
    '(',
    ')',
    '{',
    '}',
    ';',
    ':',
    '=',
    '.',
    '1.0',
    '/*',
    '///',
    '\n',
    'a',
    '%',
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string())), (parts) => {
      try {
        parseWit(parts.join(' '), 'x.wit');
      } catch (error) {
        expect(error).toBeInstanceOf(WitSyntaxError);
      }
    }),
  );
});
