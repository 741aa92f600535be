/** For tests only: what a host would be that never ends, or keeps everything. */
import type { Target } from './target.ts';

const at = (name: string, index: number, harm: () => string): Target => ({
  name,
  extension: 'txt',
  inSuite: 3,
  prepare: () => {
    let made = 0;
    return Promise.resolve({
      make: () => Uint8Array.of(made++),
      attempt: ([place]) => (place === index ? harm() : 'read'),
    });
  },
});

export const targets: readonly Target[] = [
  at('endless', 1, () => {
    for (;;);
  }),
  at('hungry', 1, () => {
    const kept: unknown[] = [];
    for (;;) kept.push({ kept: kept.length });
  }),
];
