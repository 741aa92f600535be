import { type AttackRow, lived } from './row.ts';

const columns = ['s32', 'u32', 's64', 'u64', 'f64', 'text', 'packed'];
const name = (what: string): string[] =>
  [
    '256 bytes: ok',
    '257 bytes: limit-exceeded',
    '85 euros: ok',
    '86 euros: limit-exceeded',
    'none: out-of-range',
    'a million: limit-exceeded',
    'controls: ok',
  ].map((answer) => `${what} ${answer}`);

/** As much as there is, of everything, and then one more. */
export const limitAttacks: readonly AttackRow[] = [
  {
    attack: 'names',
    hooks: ['init'],
    outcome: {
      answers: [
        ...['create', 'add-field', 'add-tag', 'annotate'].flatMap((what) => name(what)),
        'annotate with 4096 bytes: ok',
        'annotate with 4097 bytes: limit-exceeded',
        ...['.', 'a.', '.a', 'a..b'].map((part) => `add-field ${part}: out-of-range`),
        'add-field x\\: ok',
        'add-field text.child: already-exists',
        'add-field other: wrong-kind',
        'create other: out-of-range',
        'create twice: already-exists',
        'open: not-found',
        'get-field: not-found',
      ],
    },
  },
  // 64 and 1024 there may be; some there were.
  { attack: 'sources', hooks: ['init'], outcome: { answers: ['61 limit-exceeded'] } },
  {
    attack: 'fields',
    hooks: ['init'],
    outcome: { answers: ['998 limit-exceeded', '998 limit-exceeded'] },
  },
  {
    attack: 'tags and annotations',
    hooks: ['init'],
    outcome: { answers: ['64 limit-exceeded', '64 limit-exceeded'] },
  },
  {
    attack: 'timers',
    hooks: ['init', 'start', 'on-packet'],
    outcome: { answers: ['out-of-range', '64 limit-exceeded', '64 limit-exceeded'] },
  },
  {
    attack: 'handles',
    hooks: ['start', 'on-packet', 'stop'],
    outcome: {
      answers: [
        '4096 limit-exceeded',
        'open limit-exceeded',
        'new-packet limit-exceeded',
        'fields limit-exceeded',
        'one more ok',
        'left 0',
      ],
    },
  },
  { attack: '70,000 handles, one after the other', outcome: { answers: ['left 0'] } },
  // The next packet comes all the same: its handle is never refused.
  {
    attack: 'handles that nobody drops',
    outcome: { answers: ['4041 limit-exceeded'] },
    rows: { prey: 4 },
  },
  { attack: 'made packets', outcome: { answers: ['256 limit-exceeded', 'ok'] } },
  {
    attack: 'rows without end',
    outcome: {
      answers: [
        'new-packet ok',
        ...Array.from({ length: 4 }, () => 'new-packet limit-exceeded'),
        ...Array.from({ length: 4 }, () => 'append limit-exceeded'),
        'append ok',
        'append limit-exceeded',
        'append ok',
        'len 65538',
      ],
    },
    rows: { prey: 65_540 },
  },
  {
    attack: 'rows without end, one by one',
    outcome: { answers: ['65536 limit-exceeded'] },
    rows: { prey: 65_540 },
  },
  { attack: 'a text that grows', outcome: lived },

  {
    attack: 'discard the same row 16 million times',
    outcome: { answers: ['ok'] },
    rows: { prey: 3 },
  },
  {
    attack: 'discard 16 million rows, the last of which there is not',
    outcome: { answers: ['out-of-range'] },
    rows: { prey: 4 },
  },
  {
    attack: 'columns of 4 million values',
    outcome: {
      answers: columns.flatMap((kind) =>
        Array.from({ length: 2 }, () => `field.set-column-${kind} out-of-range`),
      ),
    },
  },
  { attack: 'a column of 500 million texts', outcome: { answers: ['out-of-range'] } },
  {
    attack: 'a column of 50,000 texts that are one',
    outcome: { answers: ['limit-exceeded'] },
    rows: { prey: 50_002 },
  },
  {
    attack: 'packed that does not add up',
    outcome: {
      answers: [
        'right: ok',
        ...['falls', 'falls at the end', 'beyond', 'far beyond', 'not all'].map(
          (how) => `${how}: out-of-range`,
        ),
        ...['one too few', 'one too many', 'none'].map((how) => `${how}: out-of-range`),
      ],
    },
  },
  {
    attack: 'values of more than 16 MiB',
    outcome: {
      answers: [
        ...['set-text', 'set-bytes', 'set-column-text', 'set-column-packed'].map(
          (call) => `${call} limit-exceeded`,
        ),
        '16 MiB ok',
        'unset ok',
      ],
    },
  },
  {
    attack: 'columns of more than 256 MiB',
    outcome: { answers: ['16 rows limit-exceeded'] },
  },
];
