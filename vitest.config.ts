import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'host/src/**/*.test.ts',
      'guest-js/src/**/*.test.ts',
      'gadgets/**/*.test.ts',
      'scripts/**/*.test.ts',
      'bench/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
