import * as bindings from 'gadget:api/params';
import type { RawParams } from '../raw.ts';

/** The interface `params` as the component imports it. */
export const params: RawParams = bindings;
