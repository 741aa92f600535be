import { eachAccessor, eachKind, eachRowAccessor } from './accessors.ts';
import type { AttackRow } from './row.ts';

const declaring = [
  'create',
  'add-field',
  'set-hidden',
  'subscribe',
  'add-tag',
  'annotate',
  'field.set-hidden',
];
const declared = (answer: string): string[] => declaring.map((name) => `${name} ${answer}`);

/** Functions out of their phase, on packets that are over, on what is not theirs. */
export const misuseAttacks: readonly AttackRow[] = [
  {
    attack: 'phases',
    hooks: ['init'],
    outcome: { answers: [...declared('ok'), 'new-packet not-now', 'emit -', 'every ok'] },
  },
  {
    attack: 'phases',
    hooks: ['start', 'on-packet', 'on-tick'],
    outcome: { answers: [...declared('not-now'), 'new-packet ok', 'emit ok', 'every ok'] },
  },
  {
    attack: 'phases',
    hooks: ['stop'],
    outcome: { answers: [...declared('not-now'), 'new-packet ok', 'emit ok', 'every not-now'] },
  },
  { attack: 'subscribe again', hooks: ['init'], outcome: { answers: ['already-exists'] } },
  { attack: 'unsubscribe', outcome: { answers: ['unsubscribed'] }, rows: { prey: 4 } },
  {
    attack: 'kept packet',
    hooks: ['on-packet', 'on-tick', 'stop'],
    outcome: {
      answers: [
        'len 0',
        ...['append', 'discard', 'discard-many'].map((name) => `packet.${name} expired`),
        ...eachAccessor('expired'),
        'packet.emit expired',
        'handles -1',
      ],
    },
  },
  { attack: 'another source', outcome: { answers: eachAccessor('wrong-source') } },
  {
    attack: 'a packet of its own for fields of others',
    outcome: { answers: eachAccessor('wrong-source') },
  },
  { attack: 'kinds', outcome: { answers: eachKind() } },
  {
    attack: 'rows',
    outcome: {
      answers: [
        ...Array.from({ length: 5 }, () => 'packet.discard out-of-range'),
        ...eachRowAccessor('out-of-range', 5),
      ],
    },
  },
  { attack: 'packets for a source of others', outcome: { answers: ['denied'] } },
  // The handle is gone, the packet goes on.
  {
    attack: 'emit what came',
    outcome: { answers: ['denied', 'handles -1'] },
    rows: { prey: 4, mine: 0 },
  },
];
