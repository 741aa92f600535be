import type { RawLogging } from '../raw.ts';
import { nativeImport } from './imports.ts';

const get = (): RawLogging => nativeImport('logging', 'log');

/** The interface `logging` of the running native instance. */
export const logging: RawLogging = {
  log: (level, message) => get().log(level, message),
  enabled: (level) => get().enabled(level),
};
