import type { Target } from './target.ts';
import { calls } from './targets/calls.ts';
import { component } from './targets/component.ts';
import { coreModule } from './targets/core-module.ts';
import { manifest } from './targets/manifest.ts';
import { ndjson } from './targets/ndjson.ts';
import { run } from './targets/run.ts';
import { schema } from './targets/schema.ts';
import { wit } from './targets/wit.ts';

/** All there are. */
export const targets: readonly Target[] = [component, coreModule, run, calls, ndjson, manifest, schema, wit];
