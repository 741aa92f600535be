import path from 'node:path';
import { runGo } from './toolchain.ts';

/** What a build is done with. */
export interface GoWorkspace {
  /** Where the SDK lies. */
  sdk: string;
  /** What Go is to find in its environment. */
  env: Readonly<Record<string, string>>;
}

/**
 * Makes a workspace, in a scratch folder, of a gadget's folder and that of the SDK. In it the SDK is what lies there, whatever go.mod
 * puts in its place; and Go, which writes into the program by which path go.mod leads to it, writes none: the
 * same gadget becomes the same bytes wherever the SDK is installed. Gives Go's words when that fails.
 */
export async function workspaceOf(
  folder: string,
  sdk: string,
  scratch: string,
): Promise<GoWorkspace | { problem: string }> {
  const env = { GOWORK: path.join(scratch, 'go.work') };
  const { ok, stderr } = await runGo(scratch, ['work', 'init', folder, sdk], { ...env, GOFLAGS: '' });
  return ok ? { sdk, env } : { problem: stderr };
}
