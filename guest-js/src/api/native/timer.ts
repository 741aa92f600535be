import type { RawTimer } from '../raw.ts';
import { nativeImport } from './imports.ts';

const get = (): RawTimer => nativeImport('timer', 'every');

/** The interface `timer` of the running native instance. */
export const timer: RawTimer = {
  every: (milliseconds) => get().every(milliseconds),
  cancel: (id) => get().cancel(id),
};
