import type { RawParams } from '../raw.ts';
import { nativeImport } from './imports.ts';

const get = (): RawParams => nativeImport('params', 'param');

/** The interface `params` of the running native instance. */
export const params: RawParams = { get: (key) => get().get(key), all: () => get().all() };
