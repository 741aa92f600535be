/** What came with 1.1 to interfaces that were there before, of the running native instance. */
import type { RawSince11 } from '../../since-1.1/raw.ts';
import { nativeImport } from './imports.ts';

/** `clock.now`. */
export const now: RawSince11['now'] = () => nativeImport<RawSince11>('clock', 'the clock').now();

/** `datasource.unsubscribe`. */
export const unsubscribe: RawSince11['unsubscribe'] = (subscription) =>
  nativeImport<RawSince11>('datasource', 'unsubscribe').unsubscribe(subscription);

/** `logging.log-with`. */
export const logWith: RawSince11['logWith'] = (level, message, attributes) =>
  nativeImport<RawSince11>('logging', 'logWith').logWith(level, message, attributes);

/** `timer.once`. */
export const once: RawSince11['once'] = (milliseconds) =>
  nativeImport<RawSince11>('timer', 'after').once(milliseconds);
