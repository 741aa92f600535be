import type { RawHandles } from '../raw.ts';
import { nativeImport } from './imports.ts';

/** The interface `handles` of the running native instance. */
export const handles: RawHandles = {
  usage: () => nativeImport<RawHandles>('handles', 'handleUsage').usage(),
};
