import { expect, test } from 'vitest';
import { ProblemCounter } from './problems.ts';
import type { SourceProblem } from './source.ts';

function counter(): { problems: ProblemCounter; reported: SourceProblem[] } {
  const reported: SourceProblem[] = [];
  return { problems: new ProblemCounter((problem) => reported.push(problem)), reported };
}

test('rows that could not be read are known when the next packet comes, and told in words without a flood', () => {
  const { problems, reported } = counter();
  for (let line = 1; line <= 12; line++) {
    problems.add('malformed', 'no object', line);
    problems.add('wrong-type', 'no number', line);
    if (line % 4 === 0) problems.settle();
  }
  problems.settle();
  problems.flush();
  expect(reported.filter(({ kind }) => kind === 'malformed')).toEqual([
    { kind: 'malformed', count: 1, message: 'line 1: no object' },
    { kind: 'malformed', count: 3, message: '' },
    { kind: 'malformed', count: 4, message: '' },
    { kind: 'malformed', count: 2, message: 'first in line 1: no object (10 times by line 10)' },
    { kind: 'malformed', count: 2, message: '' },
    { kind: 'malformed', count: 0, message: 'first in line 1: no object (12 times)' },
  ]);
  expect(reported.filter(({ kind }) => kind === 'wrong-type').map(({ count }) => count)).toEqual([1, 9, 2]);
});

test('what has been told is not told again', () => {
  const { problems, reported } = counter();
  problems.settle();
  problems.add('malformed', 'no object', 1);
  problems.settle();
  problems.flush();
  expect(reported).toEqual([{ kind: 'malformed', count: 1, message: 'line 1: no object' }]);
});
