import { existsSync } from 'node:fs';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { adaptedComponent } from '../component/adapted.ts';
import { GadgetError, messageOf } from '../errors.ts';
import { apiWit } from './api-wit.ts';
import { folderDigest } from './folder-digest.ts';
import { goVersion, noGo, replacedBy, runGo } from './go/toolchain.ts';
import { frontGoModule, type GoModule, readGoModule } from './go/module.ts';
import { type GoWorkspace, workspaceOf } from './go/workspace.ts';
import type { LanguageBuilder } from './language-builder.ts';
import { type Sdk, sdkDigest } from './sdk.ts';

const sdk = 'gadget-api/guest';

/** Changes when the same sources become other components: what is kept of before is built anew. */
const builderVersion = 3;

/** What Go's runtime needs of a host, by the name that the adapter knows, and `seed`. The SDK imports all of it. */
const hostFunctions: Readonly<Record<string, readonly [name: string, item: string]>> = {
  seed: ['random', 'seed'],
  'gadget-clock-wall': ['clock', 'wall'],
  'gadget-clock-monotonic': ['clock', 'monotonic'],
  'gadget-log': ['logging', 'log'],
};

/** What stands for WASI in the SDK. */
const adapterName = 'wasi_snapshot_preview1';

/** Which hooks a gadget has: those whose SDK functions import one of these, of `gadget:api` or the adapter. */
const hooks: Readonly<Record<string, readonly string[]>> = {
  handler: ['datasource [method]data-source.subscribe'],
  ticker: ['timer every', 'timer once'],
  losses: [`${adapterName} gadget-hear-losses`],
};

/** Go, built by the Go that is installed. */
export const goBuilder: LanguageBuilder = {
  // The first build on a machine compiles Go's library, too.
  timeoutMs: 600_000,

  async version(folder, api) {
    const go = await goVersion();
    if (go === undefined) return undefined;
    const goMod = await readFile(path.join(folder, 'go.mod'), 'utf8');
    const outside = await Promise.all(replacedBy(goMod, folder).map((each) => folderDigest(each)));
    const against = api === undefined ? [] : [await sdkDigest(api, 'go')];
    return [builderVersion, go, ...outside, ...against].join('+');
  },

  missing: () => noGo(),
  lacks: async () => ((await goVersion()) === undefined ? noGo() : undefined),

  async build(folder, onWarning, api) {
    if ((await goVersion()) === undefined) throw noGo();
    const scratch = await mkdtemp(path.join(tmpdir(), 'gadget-build-'));
    try {
      const core = path.join(scratch, 'core.wasm');
      const workspace = await prepare(folder, scratch, api);
      const [adapter, wit] = await Promise.all([readAdapter(workspace), apiWit(api?.wit)]);
      await compile(folder, core, workspace, onWarning);
      const module = readGoModule(await readFile(core));
      const version = versionOf(folder, module, wit);
      return await componentOfModule(module, version, adapter, wit).catch((cause: unknown) => {
        throw new GadgetError('E_BUILD', `${folder}: ${messageOf(cause)}`, { cause });
      });
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  },
};

/** With the SDK of `api`, else with that to which go.mod leads. */
async function prepare(folder: string, scratch: string, api: Sdk | undefined): Promise<GoWorkspace> {
  const found = api === undefined ? await findSdk(folder) : { folder: api.go, fetched: false };
  if (found.fetched) return { sdk: found.folder, env: {} };
  const workspace = await workspaceOf(await realpath(folder), found.folder, scratch);
  if ('problem' in workspace) throw buildError(folder, workspace.problem);
  return workspace;
}

async function findSdk(folder: string): Promise<{ folder: string; fetched: boolean }> {
  const form = '{{.Dir}}{{with .Replace}}{{if not .Version}}\nlocal{{end}}{{end}}';
  const { ok, stdout, stderr } = await runGo(folder, ['list', '-m', '-f', form, sdk]);
  const [place, local] = stdout.trim().split('\n');
  if (ok && place !== undefined && existsSync(place)) return { folder: place, fetched: local === undefined };
  throw new GadgetError(
    'E_BUILD',
    `${folder}: go.mod does not lead to ${sdk}\n${stderr.trim() || (place ?? '')}`.trim(),
    {
      hint: `go.mod needs two lines: require ${sdk} v0.1.0, and replace ${sdk} => (the folder of the SDK: sdk/go in the npm package @gadget-api/guest)`,
    },
  );
}

async function compile(
  folder: string,
  core: string,
  workspace: GoWorkspace,
  onWarning: (text: string) => void,
): Promise<void> {
  const flags = ['-buildmode=c-shared', '-trimpath', '-buildvcs=false', '-ldflags=-s -w -buildid='];
  const env = { ...workspace.env, GOOS: 'wasip1', GOARCH: 'wasm' };
  const { ok, stderr } = await runGo(folder, ['build', ...flags, '-o', core, '.'], env);
  if (!ok) throw buildError(folder, stderr);
  if (stderr.trim() !== '') onWarning(stderr.trimEnd());
}

/** What stands for WASI comes with the SDK, wherever the gadget has that from. */
async function readAdapter({ sdk: place }: GoWorkspace): Promise<string> {
  const file = path.join(place, 'adapter', `${adapterName}.wat`);
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new GadgetError('E_BUILD', `the SDK for Go is incomplete: ${messageOf(cause)}`, { cause });
  });
}

/**
 * The version of gadget:api that the SDK was made for. The SDK imports what Go's runtime needs; a program without it is no
 * gadget.
 */
function versionOf(folder: string, { imports }: GoModule, wit: string): string {
  const here = /^package gadget:api@([^;]+);$/m.exec(wit)?.[1];
  const found = imports.map(({ module }) => /^gadget:api\/random@(.+)$/.exec(module)?.[1]);
  const version = found.find((each) => each !== undefined);
  if (version === undefined) {
    throw new GadgetError('E_BUILD', `${folder}: the program is no gadget`, {
      hint: `package main imports ${sdk} and calls gadget.Register in func init`,
    });
  }
  if (version === here) return version;
  throw new GadgetError(
    'E_BUILD',
    `${folder}: ${sdk} is for gadget:api ${version}, and this host for ${here}`,
    {
      hint: `take both from packages of one version: @gadget-api/host, and @gadget-api/guest, in which the SDK is sdk/go`,
    },
  );
}

/** Makes the component: with the imports and exports that the gadget uses and no others. */
function componentOfModule(
  module: GoModule,
  version: string,
  adapter: string,
  wit: string,
): Promise<Uint8Array> {
  const api = (name: string): string => `gadget:api/${name}@${version}`;
  const used = new Set(
    module.imports.map((each) => `${each.module.replace(/^gadget:api\/|@.*$/g, '')} ${each.name}`),
  );
  const imports = [...new Set(module.imports.map((each) => each.module))].filter((name) =>
    name.includes(':'),
  );
  const exports = [
    'lifecycle',
    ...Object.keys(hooks).filter((name) => hooks[name]!.some((item) => used.has(item))),
  ];
  const items = [
    ...imports.map((name) => `import ${name.replace(/^gadget:api\/|@.*$/g, '')};`),
    ...exports.map((name) => `export ${name};`),
  ];
  const host = Object.entries(hostFunctions).map(([known, [name, item]]) => [known, `${api(name)} ${item}`]);
  return adaptedComponent({
    core: frontGoModule(module, `${api('lifecycle')}#init`, Object.fromEntries(host)),
    wit: `${wit}\nworld built { ${items.join(' ')} }\n`,
    world: 'built',
    adapters: { [adapterName]: adapter },
  });
}

function buildError(folder: string, words: string): GadgetError {
  return new GadgetError('E_BUILD', `${folder}: go build failed\n${words.trim()}`, {
    details: { diagnostics: words.trim().split('\n') },
  });
}
