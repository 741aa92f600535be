import * as bindings from 'gadget:api/lists';
import type { RawLists } from '../../since-1.1/raw.ts';

/** The interface `lists` as the component imports it. */
export const lists: RawLists = bindings;
