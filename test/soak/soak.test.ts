import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { buildMs } from '../hostile/components.ts';
import { rustTests } from '../support/rust.ts';

/** An hour is `npm run soak -- --seconds 3600`. */
const seconds = (process.env['CI'] ?? '') === '' ? 10 : 60;

// In a process of its own: its memory is what is looked at.
test.runIf(rustTests && process.platform === 'linux')(
  `rows flow for ${seconds} seconds through gadgets that fail in every way`,
  async () => {
    const argv = [join(import.meta.dirname, 'main.ts'), '--seconds', `${seconds}`, '--seed', '1'];
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said, code] = await Promise.all([
      text(child.stdout),
      new Promise((resolve) => child.on('close', resolve)),
    ]);
    expect(said).toContain('all counts are right, and nothing has grown');
    expect(said).toMatch(/^round 2: /m);
    expect(code, said).toBe(0);
  },
  buildMs,
);
