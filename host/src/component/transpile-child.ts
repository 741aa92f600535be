/**
 * The process that `transpile-process.ts` starts. Parts come on standard input: `map` as JSON, and `component`; those on standard
 * output are the files that jco made. Exit code 3: stderr holds jco's reason.
 */
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { $init, generate } from '@bytecodealliance/jco-transpile/component';
import { decodeParts, encodeParts } from './transpile-frame.ts';

const watch = import.meta.url.endsWith('.ts') ? './transpile-watch.ts' : './transpile-watch.js';
new Worker(new URL(watch, import.meta.url)).unref();

try {
  const parts = decodeParts(await buffer(process.stdin));
  const map = JSON.parse(parts.get('map')!.toString('utf8')) as [string, string][];
  await $init;
  const { files } = generate(parts.get('component')!, {
    name: 'component',
    map,
    instantiation: { tag: 'sync' },
    importBindings: { tag: 'js' },
    validLiftingOptimization: false,
    tracing: false,
    noComponentErrorWrapping: false,
    noNodejsCompat: true,
    noTypescript: true,
    tlaCompat: false,
    base64Cutoff: 0,
    noNamespacedExports: false,
    multiMemory: false,
    strict: false,
  });
  const wanted = files.filter(([name]) => /^component(?:\.core\d*\.wasm|\.js)$/.test(name));
  for (const bytes of encodeParts(wanted)) process.stdout.write(bytes);
} catch (error) {
  const { payload } = Object(error) as { payload?: unknown };
  process.stderr.write(
    typeof payload === 'string' ? payload : error instanceof Error ? error.message : String(error),
  );
  process.exitCode = 3;
}
