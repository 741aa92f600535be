/** Builds gadgets: TypeScript or JavaScript in, a component out. */
export { buildGadget, type BuildOptions, type BuildResult } from './build-gadget.ts';
export { type Engine, engines } from './engine.ts';
export type { Diagnostic } from './diagnostic.ts';
export { findEntry } from './find-entry.ts';
