import { builderVersion, loadBuilder, noBuilder } from './builder.ts';
import { type JsEngine, jsEngines } from './js-engine.ts';
import type { LanguageBuilder } from './language-builder.ts';

/** TypeScript and JavaScript, built by `@gadget-api/guest` with this engine. */
export function jsBuilder(engine: JsEngine = jsEngines[0]): LanguageBuilder {
  return {
    timeoutMs: 300_000,
    async version(_, api) {
      const version = await builderVersion(api);
      return version === undefined || engine === jsEngines[0] ? version : `${version}+${engine}`;
    },
    missing: () => noBuilder(),
    lacks: async () => ((await builderVersion()) === undefined ? noBuilder() : undefined),
    async build(folder, onWarning, api) {
      const { buildGadget } = await loadBuilder(api);
      const { component } = await buildGadget(folder, {
        engine,
        onDiagnostic: ({ severity, text }) => {
          if (severity === 'warning') onWarning(text);
        },
      });
      return component;
    },
  };
}
