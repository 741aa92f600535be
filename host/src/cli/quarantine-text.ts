import type { QuarantineFolder } from '../quarantine/folder.ts';
import type { QuarantinedPacket } from '../quarantine/record.ts';
import type { RunResult } from '../run/run.ts';
import { shellWord } from '../shell-word.ts';

/** What the command says at the end about the packets that were kept. */
export function keptLines(folder: QuarantineFolder | undefined): string[] {
  if (folder === undefined) return [];
  const { kept, notKept, last } = folder;
  const lines: string[] = [];
  if (last !== undefined) {
    const again = `gadget run --replay ${shellWord(last)}`;
    lines.push(`${packets(kept)} kept in ${folder.folder}; the last one again: ${again}`);
  }
  if (notKept > 0) lines.push(`${packets(notKept)} not kept`);
  return lines;
}

function packets(count: number): string {
  return `${count} failed ${count === 1 ? 'packet' : 'packets'}`;
}

/** What it says when a packet was given to its gadget again, and that did not end as it did then. */
export function replayLines(
  { gadget, error, packet }: QuarantinedPacket,
  { failure, stats }: RunResult,
): string[] {
  const then = `${error.code}: ${error.message}`;
  if (failure !== undefined) return failure.code === error.code ? [] : [`then it was ${then}`];
  const took = stats.gadgets.some(({ packets }) => packets > 0);
  if (!took) return [`${gadget.name} does not take packets of ${packet.source.name} any more`];
  return [`${gadget.name} does not fail on this packet any more; then it was ${then}`];
}
