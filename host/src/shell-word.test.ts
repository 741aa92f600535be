import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellWord } from './shell-word.ts';

test.each(['./a-b/c_1.wasm', 'a b', "it's", '$HOME `ls` "x" \\', '', '~', '*', 'é'])(
  '%j is one word',
  (text) => {
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
  },
);
