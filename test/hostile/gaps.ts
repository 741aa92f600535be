/** Attacks that the host has no answer to yet, and that are therefore not run: they would take this machine with them. */
export interface Gap {
  attack: string;
  /** Where: `library` is a run in the thread of who calls it, `reference` one over the reference glue. */
  where: 'library' | 'reference' | 'everywhere';
  reason: string;
}

export const gaps: readonly Gap[] = [
  ...['a column of 500 million texts', 'a column of 50,000 texts that are one'].map((attack): Gap => ({
    attack,
    where: 'reference',
    reason:
      'the glue makes a JavaScript string of each before the host is asked: memory ends before the list does',
  })),
  {
    attack: "fill the host's memory",
    where: 'everywhere',
    reason:
      'rows, columns and waiting packets have caps, what they hold together has none: 1024 packets of 1,048,576 rows wait at most',
  },
];
