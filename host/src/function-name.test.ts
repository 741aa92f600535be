import { expect, test } from 'vitest';
import { functionName } from './function-name.ts';

test.each([
  ['gadget:api/field@1.0.0', '[method]field.get-text', 'field.get-text'],
  ['gadget:api/datasource@1.0.0', '[static]data-source.open', 'data-source.open'],
  ['gadget:api/datasource@1.0.0', '[resource-drop]data-source', 'data-source.drop'],
  ['gadget:api/logging@1.0.0', 'log', 'logging.log'],
])('%s %s is %s', (interfaceName, name, shown) => {
  expect(functionName(interfaceName, name)).toBe(shown);
});
