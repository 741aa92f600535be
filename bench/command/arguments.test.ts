import { CommanderError } from 'commander';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readArguments } from './arguments.ts';

let printed: string;
beforeEach(() => {
  printed = '';
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  }
});
afterEach(() => vi.restoreAllMocks());

function refused(...argv: string[]): { exitCode: number; printed: string } {
  try {
    readArguments(argv);
  } catch (error) {
    if (error instanceof CommanderError) return { exitCode: error.exitCode, printed };
    throw error;
  }
  throw new Error(`${argv.join(' ')} was taken`);
}

it('reads names, a number of rounds and switches', () => {
  expect(readArguments([])).toEqual({ rounds: 3 });
  expect(readArguments(['--only', 'a, b', '--rounds', '9', '--gate', '--picture', 'x.svg'])).toEqual({
    only: ['a', 'b'],
    rounds: 9,
    gate: true,
    picture: 'x.svg',
  });
  expect(readArguments(['--compare', 'HEAD~1'])).toEqual({ rounds: 3, compare: 'HEAD~1' });
});

it.each([
  [['--rounds', '0'], 'Write a whole number from 1 to 999.'],
  [['--only', 'a,,b'], 'Write names with a comma between two.'],
  [['--compare'], 'argument missing'],
  [['--compare', 'HEAD', '--gate'], 'cannot be used with'],
  [['--compare', 'HEAD', '--record'], 'cannot be used with'],
  [['--history', '--picture', 'x.svg'], 'cannot be used with'],
  [['--list', '--json', 'x.json'], 'cannot be used with'],
  [['rows-redact'], 'too many arguments'],
  [['--with', 'wasmtme'], 'There is no peer wasmtme: did you mean wasmtime?'],
  [['--with', 'wasmtime', '--compare', 'HEAD'], 'cannot be used with'],
  [['--onyl', 'a'], 'Did you mean --only?'],
])('refuses %j', (argv, words) => {
  const { exitCode, printed } = refused(...argv);
  expect(exitCode).toBe(1);
  expect(printed).toContain(words);
});

it('has a help with examples, all of which are taken', () => {
  const { exitCode, printed } = refused('--help');
  expect(exitCode).toBe(0);
  const examples = [...printed.matchAll(/^ {2}npm run bench(?: -- (.*?))? +# /gm)];
  expect(examples.length).toBeGreaterThan(5);
  for (const [line, argv = ''] of examples) {
    expect(() => readArguments(argv.split(' ').filter((word) => word !== '')), line).not.toThrow();
  }
});
