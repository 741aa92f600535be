import * as bindings from 'gadget:api/logging';
import type { RawLogging } from '../raw.ts';

/** The interface `logging` as the component imports it. */
export const logging: RawLogging = bindings;
