import type { RawSubscriptions } from '../raw.ts';
import { nativeImport } from './imports.ts';

/** The functions of `datasource` for subscriptions of the running native instance. */
export const subscriptions: RawSubscriptions = {
  unsubscribe: (id) => nativeImport<RawSubscriptions>('datasource', 'unsubscribe').unsubscribe(id),
};
