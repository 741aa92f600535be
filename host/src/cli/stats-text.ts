import { clean } from '../clean.ts';
import type { GadgetStats, RunStats, SourceStats } from '../run/stats.ts';
import { terminalJson } from './terminal-json.ts';
import { formatSize } from '../size.ts';
import { textTable } from './text-table.ts';

/** `--stats`: the counts as tables, below their `time` where they are printed more than once. */
export function statsTable(stats: RunStats, time?: Date): string {
  const head = time === undefined ? '' : `${time.toISOString()}\n`;
  const tables = [sourceTable(stats), gadgetTable(stats), stageTable(stats)];
  return head + tables.filter((table) => table !== undefined).join('\n');
}

function sourceTable({ sources }: RunStats): string {
  const head = 'SOURCE,PACKETS,ROWS,MADE,ROWS OUT,DISCARDED,FAILED,LOST,MALFORMED,WRONG TYPE,UNKNOWN FIELD';
  const lines = sources.map((source) => [
    clean(source.name),
    `${source.packets}`,
    `${source.rows}`,
    `${source.rowsAppended}`,
    `${source.rowsOut}`,
    `${source.rowsDiscarded}`,
    `${source.rowsFailed}`,
    `${source.lost}`,
    `${source.malformed}`,
    `${source.wrongType}`,
    `${source.unknownField}`,
  ]);
  return textTable([head.split(','), ...lines]);
}

function gadgetTable({ gadgets }: RunStats): string {
  const fuelled = gadgets.some(({ fuel }) => fuel !== undefined);
  const fallen = gadgets.some(({ restarts, dead }) => restarts > 0 || dead);
  const floods = gadgets.some(({ logsHeldBack }) => logsHeldBack > 0);
  const head = [
    ...'GADGET,PACKETS,ROWS IN,MADE,ROWS OUT,DISCARDED,FAILED,FAILURES,TICKS,BUSY MS'.split(','),
    'HANDLES OPEN/PEAK/LEAKED',
    'MEMORY',
    ...(fuelled ? ['FUEL'] : []),
    ...(fallen ? ['RESTARTS'] : []),
    ...(floods ? ['LOGS HELD BACK'] : []),
  ];
  const lines = gadgets.map((gadget) => [
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
    ...(fallen ? [`${gadget.restarts}${gadget.dead ? ' (down)' : ''}`] : []),
    ...(floods ? [`${gadget.logsHeldBack}`] : []),
  ]);
  return textTable([head, ...lines]);
}

/** What each gadget did to each source; nothing where that is what is said of the gadgets. */
function stageTable({ gadgets }: RunStats): string | undefined {
  if (gadgets.every(({ stages }) => stages.length < 2)) return undefined;
  const head = 'GADGET,SOURCE,PACKETS,ROWS IN,MADE,ROWS OUT,DISCARDED,FAILED';
  const lines = gadgets.flatMap(({ name, stages }) =>
    stages.map((stage) => [
      clean(name),
      clean(stage.source),
      `${stage.packets}`,
      `${stage.rowsIn}`,
      `${stage.rowsAppended}`,
      `${stage.rowsOut}`,
      `${stage.rowsDiscarded}`,
      `${stage.rowsFailed}`,
    ]),
  );
  return textTable([head.split(','), ...lines]);
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
    count(gadget.restarts, 'restart', 'restarts'),
    gadget.dead ? 'the gadget was down at the end' : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [`${gadget.name}: ${parts.join(', ')}`];
}

function count(number: number, one: string, many: string): string | undefined {
  return number === 0 ? undefined : `${number} ${number === 1 ? one : many}`;
}
