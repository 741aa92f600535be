import { resolve } from 'node:path';
import { componentWitMetadataForWorld } from '@bytecodealliance/jco-transpile/wasm-tools';

/** A package of WIT as it lies on disk. */
export interface WitText {
  /** The file or the folder. */
  path: string;
  /** `gadget:api`. */
  name: string;
  version: string | undefined;
  /** Its files, with their package lines. */
  texts: readonly string[];
}

/**
 * What wasm-tools has against a package of WIT; undefined when it reads it. Packages that this one uses and that do not
 * lie in its `deps/` are no reason to refuse it.
 */
export async function witRefusal(wit: WitText): Promise<string | undefined> {
  const refusal = await refusalOf({ tag: 'path', val: resolve(wit.path) });
  if (refusal === undefined) return undefined;
  // Of files it tells only that they are refused, of a text also why.
  const words = await inOne(wit, wit.version);
  // Gates of a version that is still to come are no mistake of the text: the package line may be.
  const unreleased = words?.includes('cannot reference unreleased version') ?? false;
  const last = unreleased ? await inOne(wit, '9999.0.0') : (words ?? refusal);
  return last !== undefined && /^package '.*' not found/.test(last) ? undefined : last;
}

/** What it has against all the texts as one. */
function inOne({ name, texts }: WitText, version: string | undefined): Promise<string | undefined> {
  const bodies = texts.map((text) => text.replace(/^[ \t]*package [^;{]*;/m, ''));
  const line = version === undefined ? `package ${name};` : `package ${name}@${version};`;
  return refusalOf({ tag: 'source', val: [line, ...bodies].join('\n') });
}

async function refusalOf(
  wit: Parameters<typeof componentWitMetadataForWorld>[0],
): Promise<string | undefined> {
  try {
    await componentWitMetadataForWorld(wit, undefined);
    return undefined;
  } catch (error) {
    const { payload } = Object(error) as { payload?: unknown };
    if (typeof payload !== 'string') throw error;
    // That it can not choose a world, or has no name for an interface within one, it says when everything has been read.
    return /contains no worlds|multiple worlds|^missing iface name/.test(payload) ? undefined : payload;
  }
}
