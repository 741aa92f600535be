import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { killAfter } from '../child-deadline.ts';
import { GadgetError, messageOf } from '../errors.ts';
import { reviveError } from '../revive-error.ts';
import { type BuildUser, buildUser } from './build-user.ts';
import { type BuildKey, loadBuilt, storeBuilt } from './built.ts';
import { folderDigest } from './folder-digest.ts';
import type { JsEngine } from './js-engine.ts';
import { requireLanguage } from './language.ts';
import { builderOf } from './language-builder.ts';
import type { Sdk } from './sdk.ts';

/** How to build. */
export interface FolderBuildOptions {
  /** Builds also what belongs to another user while this is root. Default false. */
  trusted?: boolean;
  /** Builds also when nothing has changed. Default false. */
  force?: boolean;
  /** A checkout's interface and SDKs, to build against whatever the folder's own settings say. Default: what those say. */
  api?: Sdk | undefined;
  /** The engine of a gadget in TypeScript or JavaScript. Default: `quickjs`. */
  engine?: JsEngine | undefined;
  /** Called when building begins; what it gives is called when it ends. */
  onBuilding?: () => () => void;
  /** Gets what compilers remark. */
  onWarning?: (text: string) => void;
}

/** Of the compilers' remarks, characters. */
const maxRemarks = 16_384;

/**
 * The component of a gadget's folder: the one that was kept if nothing has changed since, else built anew by
 * the builder of its language, in a process of its own. Throws E_BUILD, E_BUILD_FOREIGN, E_BUILD_TOOL.
 */
export async function buildFolder(folder: string, options: FolderBuildOptions = {}): Promise<Uint8Array> {
  const language = await builderOf(requireLanguage(folder), options.engine);
  const [sources, builder] = await Promise.all([folderDigest(folder), language.version(folder, options.api)]);
  const key: BuildKey = { sources, builder };
  const kept = options.force === true ? undefined : await loadBuilt(folder, key);
  if (kept !== undefined) return kept;
  const uid = process.getuid?.();
  const owner = (await stat(folder)).uid;
  const user = buildUser(folder, { uid, env: process.env, owner, trusted: options.trusted ?? false });
  if (builder === undefined) throw language.missing();
  const done = options.onBuilding?.();
  try {
    const component = await runChild(folder, key, user, language.timeoutMs, options);
    // Who owns the folder keeps it there: nobody else can be led to write elsewhere by what they put into it.
    if (uid === undefined || owner === uid) await storeBuilt(folder, key, component);
    return component;
  } finally {
    done?.();
  }
}

async function runChild(
  folder: string,
  key: BuildKey,
  user: BuildUser | undefined,
  timeoutMs: number,
  options: FolderBuildOptions,
): Promise<Uint8Array> {
  const entry = import.meta.url.endsWith('.ts') ? './build-child.ts' : './build-child.js';
  const child = spawn(
    process.execPath,
    [
      '--no-warnings',
      fileURLToPath(new URL(entry, import.meta.url)),
      folder,
      JSON.stringify(key),
      options.api?.home ?? '',
      options.engine ?? '',
    ],
    {
      // Root's settings are nothing for the user it builds as.
      env: user === undefined ? process.env : { PATH: process.env['PATH'] },
      cwd: folder,
      // The last is its lifeline; what it starts has none, and is ended with its group.
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
      ...user,
    },
  );
  killAfter(child, timeoutMs);
  let remarks = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    if (remarks.length < maxRemarks) remarks += text.slice(0, maxRemarks - remarks.length);
  });
  const chunks: Buffer[] = [];
  (child.stdio[3] as NodeJS.ReadableStream).on('data', (chunk: Buffer) => void chunks.push(chunk));
  const how = await new Promise<string>((resolve, reject) => {
    child.on('error', (error) => {
      const hint = user && 'install this program where the user who called sudo can read it';
      const text = `can't start the builder: ${messageOf(error)}`;
      reject(new GadgetError('E_BUILD_TOOL', text, { cause: error, hint }));
    });
    child.on('close', (code, signal) => resolve(`${signal ?? code}`));
  });
  const answer = Buffer.concat(chunks);
  const content = answer.subarray(1);
  if (how === '0' && answer[0] === 0x63) {
    if (remarks.trim() !== '') options.onWarning?.(remarks.trimEnd());
    return content;
  }
  if (how === '0' && answer[0] === 0x65) throw reviveError(JSON.parse(content.toString('utf8')));
  throw new GadgetError('E_BUILD', `${folder}: the builder ended with ${how}\n${remarks.trim()}`.trim(), {
    blame: 'system',
  });
}
