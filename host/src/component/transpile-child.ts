/**
 * The process that `transpile-process.ts` starts. Its only argument is a folder with `component.wasm` and
 * `map.json`; it fills `out/` there. Exit code 3: stderr holds jco's reason.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { $init, generate } from '@bytecodealliance/jco-transpile/component';

const folder = process.argv[2] as string;
const map = JSON.parse(readFileSync(path.join(folder, 'map.json'), 'utf8')) as [string, string][];

try {
  await $init;
  const { files } = generate(readFileSync(path.join(folder, 'component.wasm')), {
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
  mkdirSync(path.join(folder, 'out'));
  for (const [name, content] of files) {
    if (/^component(?:\.core\d*\.wasm|\.js)$/.test(name))
      writeFileSync(path.join(folder, 'out', name), content);
  }
} catch (error) {
  const { payload } = Object(error) as { payload?: unknown };
  process.stderr.write(
    typeof payload === 'string' ? payload : error instanceof Error ? error.message : String(error),
  );
  process.exitCode = 3;
}
