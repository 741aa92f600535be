import { expect, test } from 'vitest';
import { shapes } from '../generated/shapes.ts';
import { narrow, threeLists, twoLists, wide } from './context.ts';
import { abiType } from './abi-type.ts';

const answerOf = (interfaceName: string, name: string) => {
  const [full] = Object.keys(shapes).filter((each) => each.startsWith(`gadget:api/${interfaceName}@1.`));
  const shape = shapes[full!]![name]!;
  return abiType(shape.slice(shape.indexOf(') -> ') + 5));
};

test.each([
  ['field', '[method]field.get-u32', narrow],
  ['field', '[method]field.get-u64', wide],
  ['field', '[method]field.set-text', narrow],
  ['lists', 'get-text', narrow],
  ['lists', 'column-s64', twoLists],
  ['lists', 'column-packed', threeLists],
  ['lists', 'element-kind', { size: 2, align: 1 }],
  ['random', 'seed', { size: 16, align: 8 }],
] as const)('what %s %s answers is as large as where it is put', (interfaceName, name, { size, align }) => {
  expect(answerOf(interfaceName, name)).toMatchObject({ size, align });
});

test('a record is padded to its widest member', () => {
  const description = answerOf('datasource', '[method]data-source.describe-fields').item;
  expect(description).toMatchObject({ size: 40, align: 4 });
  expect(abiType('record{a: u8, b: u64, c: u16}')).toMatchObject({ size: 24, align: 8, flat: 3 });
});

test('every type of every function is read', () => {
  let read = 0;
  for (const functions of Object.values(shapes)) {
    for (const shape of Object.values(functions)) {
      const result = shape.split(') -> ')[1];
      if (result === undefined) continue;
      expect(abiType(result).flat, shape).toBeGreaterThan(0);
      read++;
    }
  }
  expect(read).toBeGreaterThan(100);
});

test('a type without a meaning is refused', () => {
  expect(() => abiType('stream<u8>')).toThrow('no type that is known: stream<u8>');
});
