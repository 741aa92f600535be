import type { RawLists } from '../../since-1.1/raw.ts';
import { nativeImport } from './imports.ts';

/** The interface `lists` of the running native instance: each function is looked up when it is used. */
export const lists: RawLists = new Proxy({} as RawLists, {
  get: (_, name) => nativeImport<RawLists>('lists', 'a field of lists')[name as keyof RawLists],
});
