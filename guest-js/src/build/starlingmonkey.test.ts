import { expect, it, vi } from 'vitest';
import { starlingMonkeyComponent } from './starlingmonkey.ts';

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
