import { join } from 'node:path';
import { buildFolder } from '../../host/src/gadget/build.ts';

const root = join(import.meta.dirname, '../..');

const build = (folder: string): Promise<Uint8Array> => {
  const shown = (text: string): void => console.warn(text);
  return buildFolder(join(root, folder), { onWarning: shown });
};

/** The first build on a machine compiles the standard library. Milliseconds. */
export const buildMs = 900_000;

/** The gadget that attacks. Built once, and kept in its folder until its source changes. */
export const attacker = (): Promise<Uint8Array> => build('test/hostile/gadget');

/** One that exports the lifecycle and nothing else. */
export const lifecycleOnly = (): Promise<Uint8Array> => build('test/hostile/lifecycle-only');

/** One that means no harm: hides user names in paths. */
export const redact = (): Promise<Uint8Array> => build('guest-rust-example');
