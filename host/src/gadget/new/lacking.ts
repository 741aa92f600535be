import { existsSync } from 'node:fs';
import type { GadgetError } from '../../errors.ts';
import { noBuilder } from '../builder.ts';
import type { Language } from '../language.ts';
import { builderOf } from '../language-builder.ts';
import type { Sdk } from '../sdk.ts';

/** What is missing on this machine to build a gadget in this folder: errors with code E_BUILD_TOOL, each with how to get it. */
export async function lacking(folder: string, language: Language, sdk: Sdk): Promise<GadgetError[]> {
  const tool = await (await builderOf(language)).lacks(folder);
  // For TypeScript the SDK is the tool.
  const noSdk = language === 'js' || existsSync(sdk[language]) ? undefined : noBuilder();
  return [tool, noSdk].filter((each) => each !== undefined);
}
