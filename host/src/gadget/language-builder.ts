import type { GadgetError } from '../errors.ts';
import type { Language } from './language.ts';
import type { Sdk } from './sdk.ts';

/** What makes a component from the source in a gadget's folder, in one language. */
export interface LanguageBuilder {
  /**
   * What, besides the folder's own files, a build depends on and a new build should follow: the builder's version,
   * and sources outside the folder. Undefined when building is impossible here because a tool is missing. `api` is what
   * is built against instead of what the folder names, or this host brings.
   */
  version(folder: string, api?: Sdk): Promise<string | undefined>;
  /** What is missing when there is no version: an error with code E_BUILD_TOOL that says how to get it. */
  missing(): GadgetError;
  /** The error, with code E_BUILD_TOOL, that a build in this folder would end with; undefined when all tools are there. */
  lacks(folder: string): Promise<GadgetError | undefined>;
  /**
   * Builds, in the process that exists for this one build. `onWarning` gets the compiler's warnings. Throws E_BUILD with
   * the compiler's words, E_BUILD_TOOL.
   */
  build(folder: string, onWarning: (text: string) => void, api?: Sdk): Promise<Uint8Array>;
  /** A build that takes longer hangs. Milliseconds. */
  readonly timeoutMs: number;
}

const builders: Readonly<Record<Language, () => Promise<LanguageBuilder>>> = {
  js: async () => (await import('./build-js.ts')).jsBuilder,
  rust: async () => (await import('./build-rust.ts')).rustBuilder,
  go: async () => (await import('./build-go.ts')).goBuilder,
};

/** The builder for a language. */
export function builderOf(language: Language): Promise<LanguageBuilder> {
  return builders[language]();
}
