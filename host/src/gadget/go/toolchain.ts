import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { GadgetError } from '../../errors.ts';

/** The oldest Go that compiles the SDK. */
const oldest = [1, 26] as const;

/** A build that says more has said enough. Bytes. */
const maxOutput = 1024 * 1024;

/** What Go was found; undefined before anybody looked. */
let found: string | undefined;

/** How a command of Go ended. */
export interface GoResult {
  ok: boolean;
  stdout: string;
  stderr: string;
}

/** Runs Go in a folder. Rejects with E_BUILD_TOOL when there is none. */
export function runGo(
  folder: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<GoResult> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env: { ...environment(), ...env }, maxBuffer: maxOutput };
    execFile('go', argv, options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code === 'string' && error.code === 'ENOENT') reject(noGo(error));
      else resolve({ ok: error === null, stdout, stderr });
    });
  });
}

/**
 * What Go is given: nothing that would make the same sources another component, or fetch another Go. Its caches are the
 * user's.
 */
function environment(): NodeJS.ProcessEnv {
  const { GOPATH, GOMODCACHE, GOCACHE, GOPROXY, GOSUMDB, GOPRIVATE, HOME, XDG_CACHE_HOME, TMPDIR } =
    process.env;
  const own = { GOPATH, GOMODCACHE, GOCACHE, GOPROXY, GOSUMDB, GOPRIVATE, XDG_CACHE_HOME, TMPDIR };
  return {
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
    PATH: process.env['PATH'],
    HOME: HOME ?? os.userInfo().homedir,
    GOFLAGS: '-mod=readonly',
    GOWORK: 'off',
    GOTOOLCHAIN: 'local',
    GO111MODULE: 'on',
    CGO_ENABLED: '0',
  };
}

/** The version of the Go that is installed, such as `go1.26.8`; undefined when there is none, or one that is too old. */
export async function goVersion(): Promise<string | undefined> {
  try {
    // Not in the gadget's folder: nothing in it may have a say.
    found = (await runGo(os.tmpdir(), ['env', 'GOVERSION'])).stdout.trim();
  } catch {
    found = undefined;
  }
  return found !== undefined && isNewEnough(found) ? found : undefined;
}

function isNewEnough(version: string): boolean {
  const [, major, minor] = /^go(\d+)\.(\d+)/.exec(version) ?? [];
  // A Go built from its sources says `devel`.
  if (major === undefined) return version !== '';
  return Number(major) > oldest[0] || (Number(major) === oldest[0] && Number(minor) >= oldest[1]);
}

/** What is missing. */
export function noGo(cause?: unknown): GadgetError {
  const there = found === undefined || found === '' ? 'which is not installed' : `and this is ${found}`;
  return new GadgetError(
    'E_BUILD_TOOL',
    `building a gadget in Go needs Go ${oldest.join('.')} or newer, ${there}`,
    {
      hint: 'install it from https://go.dev/dl/ or by your system’s packages, and see that go is on PATH',
      cause,
    },
  );
}

/** The folders on this machine that a go.mod puts in the place of modules: sources outside of the gadget's folder. */
export function replacedBy(goMod: string, folder: string): string[] {
  return goMod
    .split('\n')
    .map((line) => /=>\s*(?:"([^"]*)"|([^\s"]+))/.exec(line.replace(/(?:^|\s)\/\/.*/, '')))
    .map((found) => found?.[1] ?? found?.[2])
    .filter((to) => to !== undefined)
    .filter((to) => /^(?:\.{1,2}(?:\/|$)|\/)/.test(to))
    .map((to) => path.resolve(folder, to))
    .filter((to) => existsSync(to));
}
