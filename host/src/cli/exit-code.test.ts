import { expect, test } from 'vitest';
import { type ErrorCode, errorCodes } from '../errors.ts';
import { exitCodeOf, exitCodes } from './exit-code.ts';

test('every code of an error has an exit code that --help explains, none of them 0', () => {
  for (const code of Object.keys(errorCodes) as ErrorCode[]) {
    expect([1, 2, 3, 4]).toContain(exitCodeOf(code));
    expect(exitCodes).toHaveProperty(`${exitCodeOf(code)}`);
  }
});

test('an error of each sort', () => {
  expect(exitCodeOf('E_GADGET_TRAP')).toBe(1);
  expect(exitCodeOf('E_PARAM_MISSING')).toBe(2);
  expect(exitCodeOf('E_NOT_A_COMPONENT')).toBe(3);
  expect(exitCodeOf('E_BUILD_TOOL')).toBe(4);
});
