import { clean } from '../clean.ts';
import type { GadgetStats, RunStats, SourceStats } from '../run/stats.ts';
import { terminalJson } from './terminal-json.ts';
import { formatSize } from '../size.ts';
import { textTable } from './text-table.ts';

/** `--stats`: the counts as two tables, below their `time` where they are printed more than once. */
export function statsTable(stats: RunStats, time?: Date): string {
  const sources = stats.sources.map((source) => [
    clean(source.name),
    `${source.packets}`,
    `${source.rows}`,
    `${source.rowsOut}`,
    `${source.malformed}`,
    `${source.wrongType}`,
    `${source.unknownField}`,
    `${source.lost}`,
  ]);
  const floods = stats.gadgets.some(({ logsHeldBack }) => logsHeldBack > 0);
  const fuelled = stats.gadgets.some(({ fuel }) => fuel !== undefined);
  const gadgets = stats.gadgets.map((gadget) => [
    clean(gadget.name),
    `${gadget.packets}`,
    `${gadget.rowsIn}`,
    `${gadget.rowsAppended + gadget.rowsEmitted}`,
    `${gadget.rowsOut}`,
    `${gadget.rowsDiscarded}`,
    `${gadget.rowsFailed}`,
    `${gadget.failures}`,
    `${gadget.ticks}`,
    gadget.busyMs.toFixed(1),
    `${gadget.handlesOpen}/${gadget.handlesPeak}/${gadget.handlesLeaked}`,
    gadget.memoryBytes === undefined ? '-' : formatSize(gadget.memoryBytes),
    ...(fuelled ? [`${gadget.fuel ?? '-'}`] : []),
    ...(floods ? [`${gadget.logsHeldBack}`] : []),
  ]);
  const sourceHead = [
    'SOURCE',
    'PACKETS',
    'ROWS',
    'ROWS OUT',
    'MALFORMED',
    'WRONG TYPE',
    'UNKNOWN FIELD',
    'LOST',
  ];
  const gadgetHead = [
    ...'GADGET,PACKETS,ROWS IN,MADE,ROWS OUT,DISCARDED,FAILED,FAILURES,TICKS,BUSY MS'.split(','),
    'HANDLES OPEN/PEAK/LEAKED',
    'MEMORY',
    ...(fuelled ? ['FUEL'] : []),
    ...(floods ? ['LOGS HELD BACK'] : []),
  ];
  const head = time === undefined ? '' : `${time.toISOString()}\n`;
  return `${head}${textTable([sourceHead, ...sources])}\n${textTable([gadgetHead, ...gadgets])}`;
}

/** `--stats` with JSON outputs: one line, with its `time` where there may be more than one. */
export function statsJson(stats: RunStats, time?: Date): string {
  return `${terminalJson({ ...(time !== undefined && { time: time.toISOString() }), stats })}\n`;
}

/** What must never go unsaid: rows that were lost or failed, one line each. */
export function losses(stats: RunStats): string[] {
  return [...stats.sources.flatMap(sourceLosses), ...stats.gadgets.flatMap(gadgetLosses)];
}

/** Whether rows are missing from what was printed. */
export function hasLosses(stats: RunStats): boolean {
  return (
    stats.sources.some(({ malformed, lost }) => malformed + lost > 0) ||
    stats.gadgets.some(({ rowsFailed, failures }) => rowsFailed + failures > 0)
  );
}

function sourceLosses(source: SourceStats): string[] {
  const parts = [
    count(source.malformed, 'row that could not be read', 'rows that could not be read'),
    count(source.lost, 'row lost', 'rows lost'),
    count(source.wrongType, 'value of the wrong type left unset', 'values of the wrong type left unset'),
    count(source.unknownField, 'value of an unknown field left out', 'values of unknown fields left out'),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [`${source.name}: ${parts.join(', ')}`];
}

function gadgetLosses(gadget: GadgetStats): string[] {
  const parts = [
    count(gadget.failures, 'call failed', 'calls failed'),
    count(gadget.rowsFailed, 'row did not pass', 'rows did not pass'),
    gadget.dead ? 'the gadget died and was called no more' : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [`${gadget.name}: ${parts.join(', ')}`];
}

function count(number: number, one: string, many: string): string | undefined {
  return number === 0 ? undefined : `${number} ${number === 1 ? one : many}`;
}
