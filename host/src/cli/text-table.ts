/** Columns side by side; the first `left` to the left, numbers to the right. */
export function textTable(lines: readonly (readonly string[])[], left: number = 1): string {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const row = (line: readonly string[]): string =>
    line
      .map((cell, column) => (column < left ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ');
  return `${lines.map(row).join('\n')}\n`;
}
