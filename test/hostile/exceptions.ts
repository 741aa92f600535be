/** Attacks that the reference glue does not answer as the canonical ABI says. The host must be well all the same. */
export interface Exception {
  attack: RegExp;
  /** What it may do instead. At least one of the attacks does, or this is out of date. */
  instead: 'lives' | 'traps';
  reason: string;
}

export const referenceExceptions: readonly Exception[] = [
  {
    attack: /^handle .* foreign$/,
    instead: 'lives',
    reason:
      'each resource has numbers of its own there, so the number of a field can be that of a packet, too',
  },
  {
    attack: /^handle \[resource-drop\].* never given$/,
    instead: 'lives',
    reason: 'dropping what is not there does nothing',
  },
  {
    attack: /^pointer packet\.discard-many 1 /,
    instead: 'lives',
    reason: 'lists of numbers are cut where memory ends',
  },
  {
    attack: /^pointer field\.(set-(bytes 3|column-\w+ 2|column-packed 4)|unset-many 2) /,
    instead: 'lives',
    reason: 'lists of numbers are cut where memory ends',
  },
  {
    attack: /^pointer (log-with 3|set-\w+ 3|set-packed 5|set-column-\w+ [246]) /,
    instead: 'lives',
    reason: 'lists are cut where memory ends, those of lists and attributes, too',
  },
  {
    attack: /^pointer (?!.*(discard-many 1|set-bytes 3|set-column-\w+ 2|set-column-packed 4)).* across$/,
    instead: 'lives',
    reason: 'of a result only what is written is checked, when it is written',
  },
  { attack: /^answer across$/, instead: 'lives', reason: 'of a result only what is read is checked' },
  {
    attack: /^(pointer (?!.*(discard-many 1|set-column-\w+ 2)).*|answer|realloc .*) unaligned$/,
    instead: 'lives',
    reason: 'alignment is checked for lists that come from the guest only',
  },
  {
    attack: /^realloc .* calls the host$/,
    instead: 'lives',
    reason: 'whether the guest may leave is not looked at',
  },
  {
    attack: /^flags other than 0 and 1 are true$/,
    instead: 'traps',
    reason: 'it wants a flag to be 0 or 1',
  },
  {
    attack: /^all memory, used from its end$/,
    instead: 'traps',
    reason: 'it takes addresses from 2 GiB on for negative ones',
  },
  {
    attack: /^a line of 600 MiB$/,
    instead: 'traps',
    reason: 'it makes a JavaScript string of all of it, before anything is cut',
  },
];
