import { goVersion } from '../../host/src/gadget/go/toolchain.ts';
import { rustTests } from '../support/rust.ts';
import type { Language } from './case.ts';

const ci = (process.env['CI'] ?? '') !== '';
const go = ci || (await goVersion()) !== undefined;
if (!go) console.warn('guests in Go are left out: Go 1.26 or newer is not installed');

/** The languages whose tools are here; on CI all, which fail if they are not. */
export const buildable: readonly Language[] = [
  'js',
  ...(rustTests ? (['rust'] as const) : []),
  ...(go ? (['go'] as const) : []),
];
