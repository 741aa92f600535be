#!/usr/bin/env node
// Plain, old JavaScript on purpose: a Node that is too old must be able to say so.
const need = [22, 12];
const have = process.versions.node.split('.').map(Number);
if (have[0] < need[0] || (have[0] === need[0] && have[1] < need[1])) {
  process.stderr.write(
    'gadget: E_NODE_TOO_OLD (system): this is Node ' +
      process.versions.node +
      ', gadget needs Node ' +
      need.join('.') +
      ' or newer\n  next: install a newer Node, or put one on PATH before this one\n',
  );
  process.exit(4);
}
// A checkout holds the TypeScript sources, a published package the built files.
const { existsSync } = await import('node:fs');
const source = new URL('../src/cli/main.ts', import.meta.url);
await import(existsSync(source) ? source.href : new URL('../lib/cli/main.js', import.meta.url).href);
