import { Command } from 'commander';
import { expect, test } from 'vitest';
import type { FoundGadget } from '../gadget/find.ts';
import { isPath } from '../gadget/find.ts';
import { parseManifest } from '../gadget/manifest.ts';
import { addParamFlags, likelyGadgets } from './param-flags.ts';

const gadget = (name: string, params: string): FoundGadget => ({
  kind: 'folder',
  name,
  folder: `/${name}`,
  shipped: false,
  manifest: parseManifest(`name: ${name}\nversion: 1.0.0\ndescription: x\nparams:\n${params}`),
});

const command = (): Command =>
  new Command('run')
    .argument('<gadgets...>')
    .option('-o, --output <format>')
    .option('--stats')
    .exitOverride()
    .configureOutput({ writeErr: () => {}, writeOut: () => {} });

test('which words may be gadgets', () => {
  const words = (line: string): string[] => likelyGadgets(line.split(' '), command().options, isPath);
  expect(words('a ./b -o json --stats c')).toEqual(['a', './b', 'c']);
  expect(words('a -ojson --output=json b')).toEqual(['a', 'b']);
  expect(words('a --field filename b')).toEqual(['a', 'b']);
  expect(words('--field filename ./a')).toEqual(['./a']);
  expect(words('--field ./a')).toEqual(['./a']);
  expect(words('--field=x a')).toEqual(['a']);
  expect(words('-o json -- -a --b')).toEqual(['-a', '--b']);
});

test('parameters become flags; used ones are told in order', () => {
  const run = command();
  const taken: [string, string][] = [];
  const first = gadget(
    'first',
    '  field: { description: The\u001b field }\n  loud: { type: boolean, description: x }\n',
  );
  const second = gadget('second', '  field: { description: other }\n');
  addParamFlags(run, [first, second], (name, value) => taken.push([name, value]));
  run.parse(['a', '--field', 'x', '--loud', '--no-loud', '--field=y', '--stats'], { from: 'user' });
  expect(taken).toEqual([
    ['field', 'x'],
    ['loud', 'true'],
    ['loud', 'false'],
    ['field', 'y'],
  ]);
  const help = run.helpInformation();
  expect(help).toContain('Parameters of first:');
  expect(help).toContain('The\\x1b field (text; required)');
  expect(help).not.toContain('other');
});

test('a flag of the command keeps its meaning, and one that would mean the opposite of another is not made', () => {
  const run = command();
  const params = ['output', 'stats', 'help', 'no-stats']
    .map((name) => `  ${name}: { description: x }\n`)
    .join('');
  const before = run.options.length;
  addParamFlags(run, [gadget('a', params)], () => {});
  expect(run.options).toHaveLength(before);
});
