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
    attack: 'loop',
    where: 'library',
    reason:
      'a call has no deadline in the thread it runs in; the command, which watches from another, ends it',
  },
  {
    attack: 'fill all memory',
    where: 'everywhere',
    reason: 'a gadget may have all of the 4 GiB that wasm allows; there is no cap below',
  },
  {
    attack: "fill the host's memory",
    where: 'everywhere',
    reason:
      'rows, columns and waiting packets have caps, what they hold together has none: 1024 packets of 1,048,576 rows wait at most',
  },
];
