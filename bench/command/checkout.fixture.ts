import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A checkout whose bench takes no time, with this command. Its numbers are told by its own package `@gadget-api/host`. */
export class Checkout {
  readonly root: string = mkdtempSync(join(tmpdir(), 'gadget-checkout-'));

  constructor() {
    this.git('init', '--quiet', '--initial-branch', 'main');
    this.write('.gitignore', 'node_modules/\n');
    this.write('package.json', '{ "workspaces": ["host"], "type": "module" }');
    const manifest = { name: '@gadget-api/host', version: '0.1.0', type: 'module', exports: './price.ts' };
    this.write('host/package.json', JSON.stringify(manifest));
    mkdirSync(join(this.root, 'node_modules/@gadget-api'), { recursive: true });
    symlinkSync('../../host', join(this.root, 'node_modules/@gadget-api/host'));
  }

  write(path: string, text: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Writes the bench: its workloads, and the price that the package tells. */
  writeBench(names: readonly string[], price: number): void {
    const command = JSON.stringify(join(import.meta.dirname, 'command.ts'));
    this.write('host/price.ts', `export const price: number = ${price};\n`);
    this.write(
      'bench/main.ts',
      `import { join } from 'node:path';
      import { bench } from ${command};
      import { workloads } from './workloads/index.ts';
      const root = join(import.meta.dirname, '..');
      const picture = { title: '', about: '', legend: { ours: '', peers: '' }, scale: 'linear', bars: [] } as const;
      process.exitCode = await bench(process.argv.slice(2), { root, workloads, gates: [], picture });\n`,
    );
    this.write(
      'bench/workloads/index.ts',
      `import { price } from '@gadget-api/host';
      import { appendFileSync } from 'node:fs';
      import { setTimeout } from 'node:timers/promises';
      const variant = {
        name: 'a',
        prove: async () => {},
        async measure() {
          appendFileSync(process.env['BENCH_SEEN']!, import.meta.dirname + '\\n');
          await setTimeout(Number(process.env['BENCH_WAIT_MS'] ?? 0));
          return { time: price };
        },
      };
      const metrics = [{ name: 'time', unit: 'ms', better: 'lower' }] as const;
      export const workloads = ${JSON.stringify(names)}.map((name: string) =>
        ({ name, about: 'is an example', metrics, variants: [variant] }));\n`,
    );
  }

  /** Commits everything under a tag. */
  commit(tag: string): void {
    this.git('add', '--all');
    const as = [
      '-c',
      'user.name=example',
      '-c',
      'user.email=example@example.com',
      '-c',
      'commit.gpgsign=false',
    ];
    this.git(...as, 'commit', '--quiet', '--message', tag);
    this.git('tag', tag);
  }

  git(...argv: readonly string[]): string {
    return execFileSync('git', argv, { cwd: this.root, encoding: 'utf8' });
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}
