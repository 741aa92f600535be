/** A table; lines within a cell become blanks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A word in backticks. */
export function code(word: string): string {
  return `\`${word}\``;
}

/** The first sentence of a comment, without its full stop. */
export function firstSentence(doc: string): string {
  const [paragraph = ''] = doc.split(/\n\s*\n/);
  const text = paragraph.replace(/\s+/g, ' ').trim();
  return (/^(.*?)\.(?= |$)/.exec(text)?.[1] ?? text).replace(/:$/, '');
}

/** Headings of a document, without their marks. */
export function headingsOf(document: string): string[] {
  return [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!);
}
