import { endianness } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { ProcFile } from './proc-file.ts';

/** Facts of this machine that `/proc/PID/stat` is written in. */
export interface ProcSystem {
  /** Nanoseconds of one tick of the user clock. */
  tickNs: number;
  pageBytes: number;
  /** All memory there is, in bytes; undefined when nobody says. */
  memoryBytes: number | undefined;
}

/** Keys of the auxiliary vector, from the kernel's elf headers. */
const pageSizeKey = 6;
const clockTickKey = 17;

/** Reads them; where something is missing, what nearly every Linux has is assumed: 100 ticks a second, 4096 bytes. */
export function readProcSystem(procPath: string): ProcSystem {
  const file = new ProcFile();
  const auxiliary = readAuxiliary(file, join(procPath, 'self/auxv'));
  const ticks = auxiliary.get(clockTickKey) ?? 0;
  const page = auxiliary.get(pageSizeKey) ?? 0;
  const length = file.read(join(procPath, 'meminfo'));
  const total = /^MemTotal:\s*(\d+) kB/m.exec(file.buffer.toString('latin1', 0, Math.max(0, length)));
  return {
    tickNs: Math.round(1e9 / (ticks > 0 && ticks <= 1e6 ? ticks : 100)),
    pageBytes: page >= 1024 && page <= 1e9 ? page : 4096,
    memoryBytes: total === null ? undefined : Number(total[1]) * 1024,
  };
}

/** Pairs of numbers as wide as a pointer. */
function readAuxiliary(file: ProcFile, path: string): Map<number, number> {
  const length = file.read(path);
  const wide = ['x64', 'arm64', 'ppc64', 'riscv64', 's390x', 'loong64'].includes(process.arch);
  const view = new DataView(file.buffer.buffer, file.buffer.byteOffset, file.buffer.length);
  const little = endianness() === 'LE';
  const size = wide ? 8 : 4;
  const numberAt = (at: number): number =>
    wide ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little);
  const pairs = new Map<number, number>();
  for (let at = 0; at + 2 * size <= length; at += 2 * size) pairs.set(numberAt(at), numberAt(at + size));
  return pairs;
}

/** Names of users by number, from a file like /etc/passwd. The first name of a number counts; no file, no names. */
export function readUserNames(passwdPath: string): Map<number, string> {
  const names = new Map<number, string>();
  let text = '';
  try {
    text = readFileSync(passwdPath, 'utf8');
  } catch {
    return names;
  }
  for (const line of text.split('\n')) {
    const [name = '', , uid = ''] = line.split(':');
    if (name !== '' && /^\d{1,10}$/.test(uid) && !names.has(Number(uid))) names.set(Number(uid), name);
  }
  return names;
}
