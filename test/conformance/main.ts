/** `npm run conformance`: runs the suite and prints cases × languages × hosts. Exits with 1 when one failed. */
import { Command, Option } from 'commander';
import { matchesGlob } from 'node:path';
import { guestFiles, type Language, readCases } from './case.ts';
import { componentsOf } from './components.ts';
import { readGaps } from './gaps.ts';
import type { Host } from './host.ts';
import { hostNames, hostsOf } from './hosts.ts';
import { cellsOf, type Outcome, runCell } from './matrix.ts';
import { type Line, matrixTable, summaryLines } from './table.ts';

interface Arguments {
  case?: string;
  language?: Language[];
  host?: string[];
  output: 'table' | 'json';
}

const languages = Object.keys(guestFiles) as Language[];

const options = new Command('npm run conformance --')
  .description('Runs every behaviour of gadget:api in every language on every host.')
  .option('--case <pattern>', "only cases of this name, such as 'packet-*'; nothing else is built")
  .addOption(new Option('--language <name...>', 'only these languages').choices(languages))
  .addOption(new Option('--host <name...>', 'only these hosts').choices(hostNames))
  .addOption(new Option('-o, --output <format>', 'how to print').choices(['table', 'json']).default('table'))
  .parse()
  .opts<Arguments>();

const all = readCases();
const cases = all.filter(({ name }) => options.case === undefined || matchesGlob(name, options.case));
if (cases.length === 0) {
  console.error(`no case is called ${options.case}; there are ${all.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const asked = hostsOf(componentsOf(cases)).filter(({ name }) => options.host?.includes(name) ?? true);
const hosts: Host[] = [];
for (const host of asked) {
  const reason = await host.prepare?.();
  if (reason === undefined) hosts.push(host);
  else console.error(`${host.name} is left out: ${reason}`);
}
const gaps = readGaps();
const lines: Line[] = [];
const began = performance.now();
for (const cell of cellsOf(cases, hosts, options.language ?? languages)) {
  const outcome: Outcome = await runCell(cell, gaps);
  lines.push({ case: cell.each.name, language: cell.language, host: cell.host.name, ...outcome });
  if (options.output === 'table' && outcome.result === 'failed') {
    console.log(`FAILED ${cell.each.name}, ${cell.language}, ${cell.host.name}`);
    for (const why of outcome.why) console.log(`  ${why}`);
  }
}
if (options.output === 'json') console.log(JSON.stringify(lines, null, 2));
else console.log([matrixTable(lines), ...summaryLines(lines, performance.now() - began)].join('\n'));
for (const host of hosts) host.close?.();
// What was asked for by name and can't be had is a failure.
const lacking = options.host !== undefined && hosts.length < asked.length;
process.exitCode = lacking || lines.some(({ result }) => result === 'failed') ? 1 : 0;
