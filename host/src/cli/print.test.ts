import { expect, test } from 'vitest';
import { GadgetError } from '../errors.ts';
import { errorText } from './print.ts';

const hostile = 'a\x1b[2J\nb\u202ec\x9bd';

test('code, blame, words, and what to do next', () => {
  const error = new GadgetError('E_SOURCE_READ', 'no such file', { hint: 'is the path right?' });
  expect(errorText(error)).toBe('gadget: E_SOURCE_READ (system): no such file\n  next: is the path right?\n');
  expect(errorText(new GadgetError('E_LIMIT', 'full'))).toBe('gadget: E_LIMIT (guest): full\n');
});

test('words of others neither steer a terminal nor make lines', () => {
  expect(errorText(new GadgetError('E_GADGET_ERROR', hostile, { hint: hostile }))).toBe(
    'gadget: E_GADGET_ERROR (guest): a\\x1b[2J\\nb\\u202ec\\x9bd\n  next: a\\x1b[2J\\nb\\u202ec\\x9bd\n',
  );
});

test("a compiler's words keep their lines, none of which looks like ours", () => {
  const error = new GadgetError('E_BUILD', 'x does not build:\ngadget: E_FAKE\n\x1b[1mb');
  expect(errorText(error)).toBe('gadget: E_BUILD (user): x does not build:\n  gadget: E_FAKE\n  \\x1b[1mb\n');
});
