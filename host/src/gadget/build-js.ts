import { builderVersion, loadBuilder, noBuilder } from './builder.ts';
import type { LanguageBuilder } from './language-builder.ts';

/** TypeScript and JavaScript, built by `@gadget-api/guest`. */
export const jsBuilder: LanguageBuilder = {
  timeoutMs: 300_000,
  version: (_, api) => builderVersion(api),
  missing: () => noBuilder(),
  lacks: async () => ((await builderVersion()) === undefined ? noBuilder() : undefined),
  async build(folder, onWarning, api) {
    const { buildGadget } = await loadBuilder(api);
    const { component } = await buildGadget(folder, {
      onDiagnostic: ({ severity, text }) => {
        if (severity === 'warning') onWarning(text);
      },
    });
    return component;
  },
};
