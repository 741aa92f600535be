import type { Context, CoreFunction } from '../context.ts';
import { fieldDescriptionImports } from '../imports/field-description.ts';
import { fieldColumnImportsV2 } from './field-columns.ts';
import { fieldRowImportsV2 } from './field-rows.ts';

const inheritedNames = [
  '[method]field.name',
  '[method]field.kind',
  '[method]field.requested',
  '[method]field.add-tag',
  '[method]field.annotate',
  '[method]field.set-hidden',
  '[resource-drop]field',
];

/** `gadget:api/field` */
export function fieldImportsV2(cx: Context): Record<string, CoreFunction> {
  const same = fieldDescriptionImports(cx);
  return {
    ...Object.fromEntries(inheritedNames.map((name) => [name, same[name]!])),
    ...fieldRowImportsV2(cx),
    ...fieldColumnImportsV2(cx),
  };
}
