/** Which side of its column a cell keeps to. */
export type Side = 'left' | 'right';

/** Rows as lines whose columns stand below each other, indented by two. Columns beyond `sides` keep to the left. */
export function aligned(rows: readonly (readonly string[])[], sides: readonly Side[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      sides[column] === 'right' ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
    );
    return `  ${cells.join('  ')}`.trimEnd();
  });
}
