import type { Language } from './case.ts';
import type { Outcome } from './matrix.ts';

/** A cell of the matrix and how it went. */
export type Line = { case: string; language: Language; host: string } & Outcome;

const marks: Readonly<Record<Outcome['result'], string>> = { passed: 'ok', failed: 'FAILED', gap: 'gap' };

/** A row for each case, a column for each host and language. */
export function matrixTable(lines: readonly Line[]): string {
  const columns = [...new Set(lines.map(columnOf))];
  const cases = [...new Set(lines.map((line) => line.case))];
  const cell = (name: string, column: string): string => {
    const line = lines.find((each) => each.case === name && columnOf(each) === column);
    return line === undefined ? '–' : marks[line.result];
  };
  const rows = [
    ['', ...columns],
    ...cases.map((name) => [name, ...columns.map((column) => cell(name, column))]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Counts, and each gap with its reason. */
export function summaryLines(lines: readonly Line[], milliseconds: number): string[] {
  const gaps = new Map<string, string[]>();
  for (const line of lines) {
    if (line.result !== 'gap') continue;
    const known = gaps.get(line.reason) ?? [];
    gaps.set(line.reason, [...known, `${line.case} (${columnOf(line)})`]);
  }
  const count = (result: Outcome['result']): number => lines.filter((line) => line.result === result).length;
  return [
    '',
    ...[...gaps].map(([reason, where]) => `gap: ${reason}: ${where.join(', ')}`),
    `${count('passed')} passed, ${count('failed')} failed, ${count('gap')} gaps, in ${(milliseconds / 1000).toFixed(1)} s`,
  ];
}

function columnOf({ host, language }: Line): string {
  return `${host} ${language}`;
}
