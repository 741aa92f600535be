import { GadgetError } from '../errors.ts';
import type { JsEngine } from './js-engine.ts';
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

const builders: Readonly<Record<Language, (engine?: JsEngine) => Promise<LanguageBuilder>>> = {
  js: async (engine) => (await import('./build-js.ts')).jsBuilder(engine),
  rust: async () => (await import('./build-rust.ts')).rustBuilder,
  go: async () => (await import('./build-go.ts')).goBuilder,
};

/**
 * The builder for a language. `engine` is for TypeScript and JavaScript; with another language it is E_BUILD, as the
 * component would not have it.
 */
export async function builderOf(language: Language, engine?: JsEngine): Promise<LanguageBuilder> {
  if (engine !== undefined && language !== 'js') {
    throw new GadgetError(
      'E_BUILD',
      `the engine ${engine} runs JavaScript, and the source here is ${language}`,
      {
        hint: 'leave out --engine, and build.engine in gadget.yaml',
      },
    );
  }
  return builders[language](engine);
}
