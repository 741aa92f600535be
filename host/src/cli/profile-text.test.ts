import { expect, test } from 'vitest';
import type { RunProfile } from '../profile.ts';
import { profileJson, profileTable } from './profile-text.ts';

const profile: RunProfile = {
  gadgets: [
    {
      name: 're\x1bdact',
      hooks: [
        { name: 'init', calls: 1, ms: 2, apiMs: 0, rows: undefined, steps: undefined },
        { name: 'on-packet', calls: 4, ms: 6, apiMs: 3, rows: 9, steps: undefined },
      ],
      functions: [
        { name: 'field.get-text', calls: 1000, ms: 2, bytesIn: 15_000, bytesOut: 0 },
        { name: 'packet.len', calls: 4, ms: 1, bytesIn: undefined, bytesOut: undefined },
      ],
    },
  ],
  measuringNs: 90,
};

test('hooks, then functions, with shares', () => {
  expect(profileTable(profile)).toBe(
    `
GADGET      HOOK       CALLS     MS  NS/CALL  IN THE API  SHARE
re\\x1bdact  init           1  2.000  2000000        0.0%  25.0%
re\\x1bdact  on-packet      4  6.000  1500000       50.0%  75.0%

GADGET      FUNCTION             CALLS     MS  NS/CALL  BYTES IN  BYTES OUT  SHARE
re\\x1bdact  (the gadget itself)      -  5.000        -         -          -  62.5%
re\\x1bdact  field.get-text        1000  2.000     2000     15000          0  25.0%
re\\x1bdact  packet.len               4  1.000   250000         -          -  12.5%
`.trimStart(),
  );
});

test('with fuel, steps of calls and rows', () => {
  const [redact] = profile.gadgets;
  const fuelled = {
    name: 'f',
    hooks: redact!.hooks.map((hook, place) => ({ ...hook, steps: 30 + place })),
    functions: [],
  };
  const idle = { name: 'i', hooks: [{ ...redact!.hooks[1]!, name: 'on-packet', rows: 0 }], functions: [] };
  expect(profileTable({ gadgets: [fuelled, idle], measuringNs: 90 }).split('\n\n')[0]).toBe(
    `
GADGET  HOOK       CALLS     MS  NS/CALL  IN THE API   SHARE  STEPS  STEPS/CALL  STEPS/ROW
f       init           1  2.000  2000000        0.0%   25.0%     30        30.0          -
f       on-packet      4  6.000  1500000       50.0%   75.0%     31         7.8       3.44
i       on-packet      4  6.000  1500000       50.0%  100.0%      -           -          -
`.trim(),
  );
});

test('a gadget that was never called has no share of anything', () => {
  const idle = { gadgets: [{ name: 'g', hooks: [], functions: [] }], measuringNs: 90 };
  expect(profileTable(idle)).toMatch(/^g +\(the gadget itself\) +- +0\.000 +- +- +- +-$/m);
});

test('one line of JSON', () => {
  expect(profileJson(profile).trimEnd()).not.toContain('\n');
  expect(JSON.parse(profileJson(profile))).toEqual(JSON.parse(JSON.stringify({ profile })));
});
