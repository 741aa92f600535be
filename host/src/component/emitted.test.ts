import { expect, it } from 'vitest';
import { loadScript, scriptCode, toScript } from './emitted.ts';

const script = toScript(
  'export function instantiate(getCoreModule, imports) { return { made: imports.of }; }',
);
const made = (code?: Uint8Array): unknown =>
  loadScript(script, 'a gadget', code)(() => ({}), { of: 'this' })['made'];

it('runs a script with and without its code, and without code that is not its own', () => {
  const code = scriptCode(script);
  expect(code.length).toBeGreaterThan(0);
  expect(made()).toBe('this');
  expect(made(code)).toBe('this');
  expect(made(scriptCode(`${script}\n// longer`))).toBe('this');
  expect(made(new Uint8Array(64))).toBe('this');
});
