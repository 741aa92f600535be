import { expect, it } from 'vitest';
import { bridgeWideNumbers } from './wide-bridge.ts';
import { CoreModule } from './core-module.ts';
import { wat } from '../../../test/support/components.ts';

it('says what the runtime lacks', async () => {
  const runtime = new CoreModule(
    await wat(`(module (import "env" "__stack_pointer" (global (mut i32)))
      (func (export "wit_dylib_push_u64") (param i32 i64)))`),
  );
  expect(() => bridgeWideNumbers(runtime)).toThrow('does not export wit_dylib_push_s64');
});
