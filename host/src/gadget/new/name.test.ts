import { expect, test } from 'vitest';
import { nameOf } from './name.ts';

test.each([
  ['my-gadget', 'my-gadget'],
  ['some/where/my-gadget/', 'my-gadget'],
  ['/some/x2', 'x2'],
  ['x/../my-gadget/.', 'my-gadget'],
])('%s is called %s', (folder, name) => {
  expect(nameOf(folder)).toBe(name);
});

test.each([
  ['MyGadget', 'gadget new my-gadget'],
  ['a b/Über_Gadget 2', 'gadget new a b/ber-gadget-2'],
  ['9lives-', 'gadget new lives'],
  ['x'.repeat(70), `gadget new ${'x'.repeat(64)}`],
])('%s is no name, but near one', (folder, hint) => {
  expect(() => nameOf(folder)).toThrow(
    expect.objectContaining({ code: 'E_USAGE', hint: expect.stringContaining(`: ${hint}`) }),
  );
});

test.each(['', '/', '日本'])('%j is near none', (folder) => {
  expect(() => nameOf(folder)).toThrow(
    expect.objectContaining({ hint: expect.stringMatching(/characters$/) }),
  );
});
