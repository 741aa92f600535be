import { expect, it } from 'vitest';
import { builtDeclarations, publishedManifest } from './manifest.ts';

it('names what is built where the checkout names sources', () => {
  const published = publishedManifest({
    name: 'a',
    version: '1.0.0',
    bin: { a: 'bin/a.js' },
    imports: { '#api/*': { component: './src/component/*.ts', default: './src/native/*.ts' } },
    exports: { '.': './src/index.ts', './package.json': './package.json' },
  });
  expect(published).toEqual({
    name: 'a',
    version: '1.0.0',
    bin: { a: 'bin/a.js' },
    imports: {
      '#api/*': {
        component: { types: './lib/component/*.d.ts', default: './lib/component/*.js' },
        default: { types: './lib/native/*.d.ts', default: './lib/native/*.js' },
      },
    },
    exports: {
      '.': { types: './lib/index.d.ts', default: './lib/index.js' },
      './package.json': './package.json',
    },
  });
});

it('rewrites imports of declarations, and only those', () => {
  const text = [
    "import type { A } from './a.ts';",
    'export { B } from "../b/b.ts";',
    "export type C = import('./c.ts').C;",
    "import './side-effect.ts';",
    "import type { D } from '@scope/d.ts';",
    "export type E = './e.ts';",
  ].join('\n');
  expect(builtDeclarations(text)).toBe(
    [
      "import type { A } from './a.js';",
      'export { B } from "../b/b.js";',
      "export type C = import('./c.js').C;",
      "import './side-effect.js';",
      "import type { D } from '@scope/d.ts';",
      "export type E = './e.ts';",
    ].join('\n'),
  );
});
