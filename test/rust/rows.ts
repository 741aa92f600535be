/** Rows for the redaction, as lines of JSON: values to change, to leave, that are unset, empty, and not ASCII. */
export function redactionRows(count: number): string {
  const paths = [
    '/home/ann/a.txt',
    '/home/käthe/ä/日本.txt',
    '/etc/passwd',
    '',
    undefined,
    '/mnt/home/ann/home/bob/x',
    '/home//x',
    '/home/',
    `/home/${'x'.repeat(5000)}/y`,
    '/home/ann\n/b',
  ];
  const lines = Array.from({ length: count }, (_, row) =>
    JSON.stringify({ pid: row, filename: paths[row % paths.length], other: '/home/ann' }),
  );
  return `${lines.join('\n')}\n`;
}
