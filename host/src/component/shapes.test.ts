import { expect, it } from 'vitest';
import { emptyGadget, wat } from '../../../test/support/components.ts';
import { negotiate } from '../versions/negotiate.ts';
import { inspectComponent } from './inspect.ts';

it('a gadget of QuickJS has the types that this host expects', async () => {
  const info = inspectComponent(await emptyGadget());
  const { imports, exports } = negotiate(info.imports, info.exports);
  expect(imports).toHaveLength(info.imports.length);
  expect(exports.map((match) => match.interface).toSorted()).toEqual(['handler', 'lifecycle']);
});

it('a component with other types under the same names is refused', async () => {
  const info = inspectComponent(
    await wat(`(component (import "gadget:api/logging@1.0.0"
      (instance (export "log" (func (param "level" u32) (param "message" string))))))`),
  );
  const lifecycle = inspectComponent(await emptyGadget()).exports;
  expect(() => negotiate(info.imports, lifecycle)).toThrow(
    expect.objectContaining({ code: 'E_INTERFACE_MISMATCH' }),
  );
});

it('a component is not believed because it exports the same name with the right types', async () => {
  const level = '(type $l (enum "error" "warn" "info" "debug" "trace")) (export "level" (type $e (eq $l)))';
  const info = inspectComponent(
    await wat(`(component
      (import "gadget:api/logging@1.0.0"
        (instance (export "log" (func (param "level" u32) (param "message" string)))))
      (import "a:b/c@1.0.0"
        (instance $right ${level} (export "log" (func (param "level" $e) (param "message" string)))))
      (export "gadget:api/logging@1.0.0" (instance $right)))`),
  );
  const { exports: lifecycle } = inspectComponent(await emptyGadget());
  expect(() => negotiate(info.imports, [...lifecycle, ...info.exports])).toThrow(
    expect.objectContaining({ code: 'E_INTERFACE_MISMATCH' }),
  );
});
