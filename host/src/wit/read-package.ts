import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { witRefusal } from '../component/wit-text.ts';
import { GadgetError, messageOf } from '../errors.ts';
import { WitSyntaxError } from './item.ts';
import type { WitPackage } from './model.ts';
import { packageOf } from './package.ts';
import { parseWit } from './parse.ts';
import { readWit, type WitSource } from './read.ts';

/**
 * Reads one package of WIT: a file, or the `.wit` files right in a folder (`deps/` holds other packages). It is read twice, by us
 * for places and names, and by wasm-tools, so that nothing passes that other tools refuse. Throws GadgetError E_WIT,
 * with file and line if they are known.
 */
export async function readPackage(path: string): Promise<WitPackage> {
  const sources = sourcesAt(path);
  const wit = parsed(sources);
  const { name, version } = wit;
  const refusal = await witRefusal({
    path,
    name,
    version,
    texts: sources.map(({ text }) => text),
  });
  if (refusal === undefined) return wit;
  throw new GadgetError('E_WIT', `${path}: wasm-tools does not read it: ${refusal}`, {
    hint: 'wasm-tools tells no line; look for the name that it gives',
    details: { path },
  });
}

function parsed(sources: readonly WitSource[]): WitPackage {
  try {
    return packageOf(sources.map(({ text, path }) => parseWit(text, path)));
  } catch (error) {
    if (error instanceof RangeError) {
      throw new GadgetError('E_WIT', `${sources[0]!.path}: types are nested too deeply`, {
        hint: 'a name for a part of the type makes it flatter',
        cause: error,
      });
    }
    if (!(error instanceof WitSyntaxError)) throw error;
    const { file, line, message } = error;
    throw new GadgetError('E_WIT', `${file}:${line}: ${message}`, {
      hint: 'see https://component-model.bytecodealliance.org/design/wit.html',
      details: { file, line },
      cause: error,
    });
  }
}

function sourcesAt(path: string): WitSource[] {
  try {
    const files = statSync(path).isDirectory() ? filesIn(path) : [path];
    if (files.length > 0) return readWit(...files);
  } catch (error) {
    throw new GadgetError('E_WIT', `${path} can not be read: ${messageOf(error)}`, {
      hint: 'name a file of WIT, or a folder with .wit files',
      details: { path },
      cause: error,
    });
  }
  throw new GadgetError('E_WIT', `${path} holds no .wit files`, {
    hint: 'name a file of WIT, or a folder with .wit files right in it',
    details: { path },
  });
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory() && entry.name.endsWith('.wit'));
  return names.map(({ name }) => join(folder, name)).toSorted();
}
