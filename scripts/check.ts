import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** A command that exits with 0 when all is well, and otherwise says what is not. */
export interface Check {
  name: string;
  /** Run with this process's Node, in the root folder: a script, then its arguments. */
  argv: readonly [script: string, ...args: string[]];
}

/** What became of a check. */
export interface CheckResult {
  ok: boolean;
  /** Everything it printed. */
  output: string;
  milliseconds: number;
}

/** Everything that `npm run check` holds. */
export const checks: readonly Check[] = [
  { name: 'types', argv: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  {
    name: 'isolated declarations',
    argv: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.packages.json'],
  },
  {
    name: 'lint, import direction',
    argv: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '-f', 'unix', '.'],
  },
  { name: 'format', argv: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  { name: 'WIT gates and comments', argv: ['scripts/check-wit.ts'] },
  { name: 'WIT versions', argv: ['scripts/wit-compat.ts'] },
  { name: 'generated files', argv: ['scripts/generate-types.ts', '--check'] },
  { name: 'API reference, names in the SDKs', argv: ['scripts/generate-docs.ts', '--check'] },
];

/** Runs one check to its end, however it ends. */
export function runCheck(check: Check, folder: string = root): Promise<CheckResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, check.argv, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const gather = (chunk: string): void => void (output += chunk);
    child.stdout.setEncoding('utf8').on('data', gather);
    child.stderr.setEncoding('utf8').on('data', gather);
    const end = (ok: boolean): void => resolve({ ok, output, milliseconds: performance.now() - started });
    child.on('error', (error) => {
      output += `${error.message}\n`;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** Runs all checks one after another, prints a line for each and the output of those that fail. True if none did. */
export async function runChecks(list: readonly Check[], print: (text: string) => void): Promise<boolean> {
  let ok = true;
  for (const check of list) {
    const result = await runCheck(check);
    const seconds = (result.milliseconds / 1000).toFixed(1);
    print(`${result.ok ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)\n`);
    if (!result.ok) print(result.output);
    ok &&= result.ok;
  }
  return ok;
}

if (import.meta.main) {
  const ok = await runChecks(checks, (text) => void process.stdout.write(text));
  process.exitCode = ok ? 0 : 1;
}
