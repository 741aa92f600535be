import { expect, test } from 'vitest';
import { shapes } from '../generated/shapes.ts';
import { bytesOfAnswer, bytesOfArguments, carriedBy } from './carried.ts';
import { InstanceState } from './instance-state.ts';
import { GuestMemory } from './memory.ts';
import { ownName } from '../versions/own-name.fixture.ts';

function carried(interfaceName: string, name: string) {
  return carriedBy(shapes[ownName(interfaceName)]![name]!)!;
}

/** Memory with these words from address 0. */
function memoryOf(...words: number[]): GuestMemory {
  const memory = new GuestMemory(new InstanceState());
  const buffer = new ArrayBuffer(256);
  new Uint32Array(buffer).set(words);
  memory.bind({ buffer }, undefined);
  return memory;
}

test('numbers and handles carry nothing', () => {
  for (const [interfaceName, name] of [
    ['packet', '[method]packet.len'],
    ['clock', 'wall'],
    ['random', 'seed'],
    ['timer', 'cancel'],
    ['lists', 'element-kind'],
  ] as const) {
    expect(carried(interfaceName, name)).toBeUndefined();
  }
});

test.each([
  ['a text', 'datasource', '[static]data-source.open', [64, 10, 0], 10],
  ['a text behind a handle', 'datasource', '[method]data-source.get-field', [1, 64, 7, 0], 7],
  ['a text after an enum', 'logging', 'log', [2, 64, 9], 9],
  ['two texts', 'field', '[method]field.annotate', [1, 64, 3, 70, 4, 0], 7],
  ['a text of a row', 'field', '[method]field.set-text', [1, 2, 0, 64, 6, 0], 6],
  ['64-bit numbers', 'field', '[method]field.set-column-u64', [1, 2, 64, 3, 0], 24],
  ['rows', 'packet', '[method]packet.discard-many', [1, 64, 3, 0], 12],
  ['a packed column', 'field', '[method]field.set-column-packed', [1, 2, 64, 2, 80, 9, 0], 17],
  ['a number', 'field', '[method]field.set-s64', [1, 2, 0, 5n, 0], 0],
  ['a list of a row', 'lists', 'set-f64', [1, 2, 0, 64, 3, 0], 24],
  ['a column of lists', 'lists', 'set-column-s32', [1, 2, 64, 2, 80, 3, 0], 20],
  ['a packed column of lists', 'lists', 'set-column-packed', [1, 2, 64, 2, 80, 3, 100, 9, 0], 29],
  ['rows of a field', 'field', '[method]field.unset-many', [1, 2, 64, 3, 0], 12],
])('arguments: %s', (_, interfaceName, name, args, bytes) => {
  expect(bytesOfArguments(carried(interfaceName, name), memoryOf(), args)).toBe(bytes);
});

test('arguments: texts in a list', () => {
  const column = carried('field', '[method]field.set-column-text');
  expect(bytesOfArguments(column, memoryOf(100, 3, 103, 0, 103, 4), [1, 2, 0, 3, 0])).toBe(7);
});

test('arguments: records whose texts lie in variants', () => {
  const attributes = [
    [64, 3, 4, 0, 64, 5],
    [64, 2, 2, 0, 64, 5],
  ].flat();
  const logged = carried('logging', 'log-with');
  expect(bytesOfArguments(logged, memoryOf(...attributes), [2, 64, 7, 0, 2])).toBe(7 + 3 + 5 + 2);
});

test('arguments outside of memory, of a call that never looked at them, are nothing', () => {
  const column = carried('field', '[method]field.set-column-text');
  expect(bytesOfArguments(column, memoryOf(), [1, 2, 248, 2, 0])).toBe(0);
  expect(bytesOfArguments(carried('field', '[method]field.set-text'), memoryOf(), [1, 2, 0, -1, -1, 0])).toBe(
    0,
  );
});

test.each([
  ['a text', 'field', '[method]field.get-text', [0, 64, 5], 5],
  ['a text without a result', 'field', '[method]field.name', [64, 5], 5],
  ['32-bit numbers', 'field', '[method]field.column-s32', [0, 64, 5], 20],
  ['booleans', 'field', '[method]field.column-is-set', [0, 64, 5], 5],
  ['handles', 'datasource', '[method]data-source.fields', [0, 64, 2], 8],
  ['a packed column', 'field', '[method]field.column-packed', [0, 64, 3, 80, 11], 23],
  ['texts', 'datasource', '[static]data-source.names', [8, 2, 100, 3, 103, 4], 7],
  ['pairs of texts', 'params', 'all', [8, 1, 100, 3, 103, 4], 7],
  ['a column of lists', 'lists', 'column-f64', [0, 64, 3, 80, 2], 28],
  ['a packed column of lists', 'lists', 'column-packed', [0, 64, 2, 80, 3, 100, 9], 29],
  ['texts of a row', 'lists', 'get-text', [0, 16, 2, 0, 100, 3, 103, 4], 7],
  ['records of texts', 'field', '[method]field.annotations', [8, 1, 100, 3, 103, 5], 8],
  ['no text', 'params', 'get', [0, 64, 5], 0],
  ['a text that there is', 'params', 'get', [1, 64, 5], 5],
  ['an error with a text', 'field', '[method]field.get-text', [1, 2, 64, 6], 6],
  ['an error behind a wide payload', 'field', '[method]field.get-u64', [1, 0, 2, 64, 6], 6],
  ['an error without a text', 'field', '[method]field.get-text', [1, 5, 64, 6], 0],
  ['a number', 'field', '[method]field.get-u64', [0, 0, 7, 7], 0],
])('answer: %s', (_, interfaceName, name, words, bytes) => {
  expect(bytesOfAnswer(carried(interfaceName, name), memoryOf(...words), 0)).toBe(bytes);
});

test('answer: records with lists of texts in them', () => {
  const description = [
    [100, 3, 0, 0, 0, 96, 1, 104, 1, 0],
    [100, 5, 0, 0, 0, 96, 2, 104, 0, 0],
  ].flat();
  const texts = [100, 7, 100, 11, 100, 13];
  const memory = memoryOf(8, 2, ...description, 0, 0, ...texts);
  const described = carried('datasource', '[method]data-source.describe-fields');
  // Names, tags (at 96, from the 24th word) and an annotation (at 104).
  expect(bytesOfAnswer(described, memory, 0)).toBe(3 + 5 + 7 + (7 + 11) + (11 + 13));
});
