import type { WitPackage } from './model.ts';
import { packageOf } from './package.ts';
import { parseWit } from './parse.ts';

/** A package of one text. */
export function packageFromText(text: string, path = 'x.wit'): WitPackage {
  return packageOf([parseWit(text, path)]);
}
