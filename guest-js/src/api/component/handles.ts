import * as bindings from 'gadget:api/handles';
import type { RawHandles } from '../raw.ts';

/** The interface `handles` as the component imports it. */
export const handles: RawHandles = bindings;
