import * as bindings from 'gadget:api/params@1.0.0';
import type { RawParams } from '../raw.ts';

/** The interface `params` as the component imports it. */
export const params: RawParams = bindings;
