import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shapesModule, shapesOf } from './shapes.ts';

it('reads the types of all functions of the worlds', async () => {
  const shapes = await shapesOf(join(import.meta.dirname, '../../wit/gadget-api'), ['gadget', 'producer']);
  expect([...shapes.keys()]).toEqual(
    expect.arrayContaining([
      'gadget:api/logging@1.1.0',
      'gadget:api/handler@1.1.0',
      'gadget:api/ticker@1.1.0',
    ]),
  );
  expect(shapes.get('gadget:api/clock@1.1.0')?.get('wall')).toBe('() -> u64');
  expect(shapesModule(shapes)).toContain('"wall":"() -> u64"');
});
