import { builtinModules } from 'node:module';
import type { OnResolveResult, Plugin } from 'esbuild';
import type { ApiVersion } from './api-version.ts';
import type { Engine } from './engine.ts';
import { sdkFolder, sdkModule } from './package-files.ts';

const noNode = 'gadgets have no Node: its modules cannot be imported';

/**
 * Decides what a gadget may import: its own files, packages that need no platform, and the SDK. The SDK imports `gadget:api`
 * without a version, and gets the one that the gadget is built against.
 */
export function resolvePlugin(engine: Engine, api: ApiVersion): Plugin {
  return {
    name: 'gadget',
    setup(build) {
      build.onResolve({ filter: /^@gadget-api\/guest(\/|$)/ }, ({ path }): OnResolveResult => {
        if (path === '@gadget-api/guest') return { path: sdkModule('index'), sideEffects: false };
        return { errors: [{ text: `${path} is not for gadgets, only @gadget-api/guest is` }] };
      });
      // All else that the SDK asks of the bindings is the same for both engines.
      build.onResolve({ filter: /^#api\/wide$/ }, () =>
        engine === 'quickjs' ? undefined : { path: sdkModule('api/starlingmonkey/wide'), sideEffects: false },
      );
      build.onResolve({ filter: /^#api\/columns$/ }, () =>
        engine === 'quickjs' ? undefined : { path: sdkModule('api/native/columns'), sideEffects: false },
      );
      build.onResolve({ filter: /^gadget:/ }, ({ path, importer }): OnResolveResult => {
        if (importer.startsWith(sdkFolder))
          return { path: `${path}@${api}`, external: true, sideEffects: false };
        return { errors: [{ text: `${path}: import what you need from @gadget-api/guest instead` }] };
      });
      build.onResolve({ filter: /^node:/ }, ({ path }) => ({ errors: [{ text: `${path}: ${noNode}` }] }));
      build.onResolve({ filter: /^wasi:/ }, ({ path }) => ({
        errors: [{ text: `${path}: gadgets have no WASI, only what @gadget-api/guest offers` }],
      }));
      const builtins = new Set(builtinModules);
      build.onResolve({ filter: /^[a-z]/ }, async ({ path, pluginData, ...rest }) => {
        if (!builtins.has(path) || pluginData === asked) return undefined;
        const { importer, kind, namespace, resolveDir } = rest;
        const found = await build.resolve(path, { importer, kind, namespace, resolveDir, pluginData: asked });
        return found.errors.length === 0 ? found : { errors: [{ text: `${path}: ${noNode}` }] };
      });
    },
  };
}

/** Marks our own question, so that it is not asked again. */
const asked = Symbol('asked');
