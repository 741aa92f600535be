import { expect, test } from 'vitest';
import { interfaceLines, keyLines } from './interface-text.ts';

const field = { side: 'import', interface: 'gadget:api/field@1.0.0', resources: ['field'] } as const;

test('an interface with its resources, its functions as people call them, and a verdict', () => {
  const functions = ['[method]field.get-u32', '[static]field.make', 'free'];
  expect(interfaceLines({ ...field, functions, resources: ['field', 'cursor'] }, 'answered')).toEqual([
    'import gadget:api/field@1.0.0 (resource field, resource cursor): answered',
    '  field.get-u32, field.make, field.free',
  ]);
});

test('an interface of which nothing is used', () => {
  expect(interfaceLines({ ...field, resources: [], functions: [] })).toEqual([
    'import gadget:api/field@1.0.0 (no functions)',
  ]);
});

test('many functions stand in lines that fit, one that is longer in one of its own', () => {
  const long = 'x'.repeat(120);
  const names = [...Array.from({ length: 40 }, (_, n) => `[method]field.f${n}`), long, 'last'];
  const [, ...lines] = interfaceLines({ ...field, resources: [], functions: names });
  expect(lines.filter((line) => line.length > 100)).toEqual([`  field.${long},`]);
  expect(lines.every((line) => /^ {2}\S/.test(line))).toBe(true);
  expect(lines.join(' ').trim().split(/,\s+/)).toEqual([
    ...Array.from({ length: 40 }, (_, n) => `field.f${n}`),
    `field.${long}`,
    'field.last',
  ]);
});

test('names steer no terminal and make no lines', () => {
  const hostile = { ...field, interface: 'a:b/c\n\x1b[2J', resources: ['\u202e'], functions: ['x\r\n'] };
  const lines = [...interfaceLines(hostile, '\x07'), ...keyLines([['digest', '\x1b[31m']])];
  expect(lines).toHaveLength(3);
  expect(lines.join('')).not.toMatch(/[\x00-\x1f\u202e]/);
});
