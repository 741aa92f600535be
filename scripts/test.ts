import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { checks, runChecks } from './check.ts';
import { installRustTarget } from './install-rust-target.ts';
import { installWasmtimeHost } from './install-wasmtime-host.ts';
import { countVitest, strict, summary, type VitestReport } from './test-counts.ts';

const root = join(import.meta.dirname, '..');

/** Runs vitest with its output shown; arguments go to it. */
function vitest(reportFile: string, args: readonly string[]): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const argv = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args];
  // What tests start by the name "node" is this Node, too.
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const child = spawn(process.execPath, argv, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH } });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch (error) {
    console.error(`vitest left no report: ${String(error)}`);
    return undefined;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'gadget-test-'));
try {
  const checked = await runChecks(checks, (text) => void process.stdout.write(text));
  const rust = await installRustTarget();
  if (!rust.ready) console.log(`gadgets in Rust can't be built here: ${rust.reason}`);
  const wasmtime = await installWasmtimeHost();
  if (wasmtime !== undefined) console.log(`components can't be run in wasmtime here: ${wasmtime}`);
  const reportFile = join(folder, 'report.json');
  const exitCode = await vitest(reportFile, process.argv.slice(2));
  const counts = countVitest(readReport(reportFile), exitCode);
  counts[checked ? 'passed' : 'failed']++;
  const ci = (process.env.CI ?? '') !== '';
  if (ci && counts.skipped > 0) console.error(`${counts.skipped} skipped: on CI that is a failure`);
  const counted = ci ? strict(counts) : counts;
  console.log(summary(counted));
  process.exitCode = counted.failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
