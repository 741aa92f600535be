import { hooks } from '../stage.ts';
import { type AttackRow, lived } from './row.ts';

const outside = /\d+ bytes at \d+ are outside of the guest's memory$/;
const unaligned = /pointer \d+ is not aligned to [48] bytes$/;
const notUtf8 = /a string of the guest is not UTF-8$/;
const noCase = /an enum has no case \d+$/;

/** The canonical ABI: handles, addresses, texts, cases, and what hooks and `cabi_realloc` answer. */
export const abiAttacks: readonly AttackRow[] = [
  // Every function with a handle, in each place for one.
  {
    attack: /^handle .* (zero|negative|never given|dropped|foreign|emitted)$/,
    outcome: { traps: /there is no (packet|field|data-source) with handle \d+$/ },
  },
  // Every function with an address, in each place for one.
  {
    attack: /^pointer .* (outside|across|top|endless|null and 17 MiB)$/,
    outcome: { traps: outside },
  },
  { attack: /^pointer .* unaligned$/, outcome: { traps: unaligned } },
  { attack: 'results over their own arguments', outcome: lived },
  { attack: /^text /, outcome: { traps: notUtf8 } },
  { attack: /^enum /, outcome: { traps: noCase } },
  {
    attack: 'flags other than 0 and 1 are true',
    outcome: { answers: ['ok 1', 'ok 1', 'ok 1', 'ok 0'] },
  },

  { attack: /^realloc .* (outside|across|top)$/, outcome: { traps: outside } },
  {
    attack: /^realloc (data-source\.(names|fields)|field\.column-(s32|u64|f64|text|packed)|all) unaligned$/,
    outcome: { traps: unaligned },
  },
  // Bytes may lie anywhere.
  {
    attack:
      /^realloc ((data-source|field)\.name|field\.get-(text|bytes)|field\.column-is-set|of an error) unaligned$/,
    outcome: lived,
  },
  { attack: /^realloc .* trap$/, outcome: { traps: /unreachable$/ } },
  { attack: /^realloc .* calls the host$/, outcome: { traps: /called the host from inside realloc/ } },
  { attack: /^realloc .* own$/, outcome: lived },

  { attack: /^answer result \d+$/, hooks, outcome: { traps: /a result has no case (2|3|128|255)$/ } },
  { attack: /^answer verdict \d+$/, outcome: { traps: noCase } },
  { attack: /^answer error (11|42|255)$/, hooks, outcome: { traps: noCase } },
  {
    attack: /^answer error (10|[0-9])$/,
    hooks,
    outcome: { fails: /: ((not|already|wrong|out|limit)-[a-z-]+: told|(denied|busy|other): told|expired)$/ },
  },
  { attack: /^answer (outside|across|top)$/, hooks, outcome: { traps: outside } },
  { attack: 'answer unaligned', hooks, outcome: { traps: unaligned } },
  { attack: /^answer error text (outside|endless|null and 17 MiB)$/, outcome: { traps: outside } },
  { attack: 'answer error text not UTF-8', hooks, outcome: { traps: notUtf8 } },
  { attack: 'answer error text long', outcome: { fails: /: other: x{8000,8180} … \[cut\]$/ } },

  { attack: 'answer, then trap', hooks, outcome: { traps: /unreachable$/ } },
  {
    attack: 'answer, then call the host',
    hooks,
    outcome: { traps: /called the host from inside realloc or post-return$/ },
  },

  { attack: 'all memory', outcome: { answers: ['65536 pages'] } },
  {
    attack: 'all memory, used from its end',
    outcome: {
      answers: [
        'set-text 0',
        'set-column-u32 0',
        'set-column-u64 0',
        ...['text', 'packed', 'u32', 'u64', 'is-set'].map((name) => `column-${name} ok true`),
        'far away',
      ],
    },
    rows: {
      prey: [
        { uint32: 3, uint64: 0x4_0000_0003n, text: 'far away', bytes: Uint8Array.of(1, 2, 3) },
        { uint32: 4, uint64: 0n, text: 'two' },
        { uint32: 3, text: 'three' },
        { uint32: 4, text: 'four' },
      ],
    },
  },
];
