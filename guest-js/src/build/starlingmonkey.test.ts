import { runInNewContext } from 'node:vm';
import { expect, it, vi } from 'vitest';
import { noClock, starlingMonkeyComponent } from './starlingmonkey.ts';

const given = { source: '', witPath: '', world: '', scratch: import.meta.dirname };

it('says how to install what builds for it', async () => {
  vi.doMock('@bytecodealliance/componentize-js', () => {
    throw new Error('not there');
  });
  await expect(starlingMonkeyComponent(given)).rejects.toMatchObject({
    code: 'E_BUILD_TOOL',
    hint: expect.stringContaining('npm install -D @bytecodealliance/componentize-js@') as string,
  });
});

it('knows dates, but no time of its own', () => {
  const evaluate = (code: string): unknown => runInNewContext(`${noClock}${code}`);
  expect(
    evaluate('[new Date(0).toISOString(), Date.UTC(1970, 0, 2), new Date(0) instanceof Date].join()'),
  ).toBe('1970-01-01T00:00:00.000Z,86400000,true');
  for (const asks of ['Date.now()', 'new Date()', 'Reflect.construct(Date, [])'])
    expect(() => evaluate(asks)).toThrow('asks the host for the time');
});
