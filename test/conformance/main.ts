import { readCases } from './case.ts';
import { buildGuests } from './build/component.ts';
import { hostsOf } from './hosts.ts';
import { runCase } from './run-case.ts';
import { differences } from './compare.ts';
const cases = readCases();
const made = new Map<string, Promise<Uint8Array>>();
const hosts = hostsOf((l) => { let c = made.get(l); if (!c) made.set(l, c = buildGuests(cases, l)); return c; });
for (const c of cases) for (const h of hosts) for (const l of h.languages) {
  try { const d = differences(c, await runCase(c, l, h)); console.log(c.name, h.name, l, d.length ? d : 'ok'); } catch (e) { console.log(c.name, h.name, l, e); }
}
