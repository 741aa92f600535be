import { expect, it } from 'vitest';
import { wat } from '../../../test/support/components.ts';
import { inspectComponent } from './inspect.ts';
import { names } from './names.fixture.ts';
import { renamed } from './rename.ts';

it('names in every place are others', async () => {
  const bytes = await wat(names);
  const seen: string[] = [];
  const copy = renamed(bytes, (name) => {
    seen.push(name);
    return name.replace('zq', 'zr');
  });
  expect(seen.filter((name) => name.startsWith('zq')).length).toBeGreaterThan(28);
  expect(Buffer.from(copy).includes('zq')).toBe(false);
  inspectComponent(copy);
  expect(renamed(copy, (name) => name.replace('zr', 'zq'))).toEqual(bytes);
});

it('what keeps its name keeps its bytes, and so does what is given', async () => {
  const bytes = await wat(names);
  const before = bytes.slice();
  expect(
    Buffer.compare(
      renamed(bytes, () => undefined),
      before,
    ),
  ).toBe(0);
  renamed(bytes, (name) => name.toUpperCase());
  expect(Buffer.compare(bytes, before)).toBe(0);
});

it('what is given may be a Buffer', async () => {
  const bytes = Buffer.from(await wat(names));
  const before = Buffer.from(bytes);
  renamed(bytes, (name) => name.toUpperCase());
  expect(bytes.equals(before)).toBe(true);
});

it('a longer name is a mistake of who asks', async () => {
  const bytes = await wat(names);
  expect(() => renamed(bytes, (name) => `${name}!`)).toThrow(RangeError);
});

it('a module is refused', async () => {
  const module = await wat('(module)');
  expect(() => renamed(module, () => undefined)).toThrow(
    expect.objectContaining({ code: 'E_NOT_A_COMPONENT' }) as Error,
  );
});
