import { builderVersion, loadBuilder, noBuilder } from './builder.ts';
import type { LanguageBuilder } from './language-builder.ts';

/** TypeScript and JavaScript, built by `@gadget-api/guest`. */
export const jsBuilder: LanguageBuilder = {
  timeoutMs: 300_000,
  version: () => builderVersion(),
  missing: () => noBuilder(),
  async build(folder, onWarning) {
    const { buildGadget } = await loadBuilder();
    const { component } = await buildGadget(folder, {
      onDiagnostic: ({ severity, text }) => {
        if (severity === 'warning') onWarning(text);
      },
    });
    return component;
  },
};
