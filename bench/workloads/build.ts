import { appendFile, cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inspectComponent } from '../../host/src/index.ts';
import { cacheEnvironment } from '../gadget-command.ts';
import { type BenchLanguage, languages } from '../languages.ts';
import { runTimed } from '../timed-process.ts';
import { type Bench, type Measurement, prove, type Variant, type Workload } from '../workload.ts';

const root = join(import.meta.dirname, '../..');
const command = join(root, 'host/bin/gadget.js');

/** A file of each gadget in which a comment may stand at the end. */
const sources = { TypeScript: 'gadget.ts', Rust: 'src/lib.rs', Go: 'main.go' } as const;

/** Goals for the size of a component. */
const mostKB = { TypeScript: 1700, Rust: 60, Go: 2100 } as const;

/** What authors wait for, and what they get. */
export const build: Workload = {
  name: 'build',
  about: 'gadget build of redact in each language: with every cache empty, and again after a change',
  metrics: [
    { name: 'cold', unit: 's', better: 'lower' },
    { name: 'again', unit: 's', better: 'lower' },
    { name: 'component', unit: 'KB', better: 'lower' },
    { name: 'wasi imports', unit: 'count', better: 'lower' },
  ],
  variants: languages.map(variant),
  baselines: ['TypeScript'],
  maxRounds: 1,
  long: true,
};

function variant(language: BenchLanguage): Variant {
  return {
    name: language.name,
    goals: { component: { atMost: mostKB[language.name] }, 'wasi imports': { atMost: 0 } },
    // In each round: what is built must be a gadget.
    prove: async () => {},
    measure: (bench) => measure(bench, language),
  };
}

async function measure({ scratch }: Bench, { name, byColumn, sdk }: BenchLanguage): Promise<Measurement> {
  const top = scratch.path('build');
  const filter = (path: string): boolean => !/(\/\.gadget|\/target|\.wasm)$/.test(path);
  for (const folder of [byColumn, ...(sdk === undefined ? [] : [sdk])])
    await cp(join(root, folder), join(top, folder), { recursive: true, dereference: true, filter });
  await mkdir(join(top, 'cache'), { mode: 0o700 });
  const folder = join(top, byColumn);
  const component = join(top, 'out.wasm');
  const timed = async (): Promise<number> => {
    const { ms } = await runTimed(process.execPath, [command, 'build', folder, '-o', component], {
      cwd: top,
      env: {
        ...cacheEnvironment({ cacheHome: join(top, 'cache') }),
        GOCACHE: join(top, 'cache/go-build'),
      },
    });
    return ms / 1000;
  };
  try {
    const cold = await timed();
    await appendFile(join(folder, sources[name]), '\n// changed\n');
    const again = await timed();
    const bytes = await readFile(component);
    const { imports, exports } = inspectComponent(bytes);
    prove(
      exports.some((each) => each.name === 'gadget:api/handler@1.0.0'),
      'what was built handles no packets',
    );
    return {
      cold,
      again,
      component: bytes.length / 1024,
      'wasi imports': imports.filter((each) => each.name.startsWith('wasi:')).length,
    };
  } finally {
    await rm(top, { recursive: true, force: true });
  }
}
