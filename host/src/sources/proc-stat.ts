/** What `/proc/PID/stat` says, as far as it is used here. */
export interface ProcStat {
  pid: number;
  /** Where the name stands in the bytes given: it is raw, may hold anything, and has at most 15 bytes for a process. */
  commStart: number;
  commEnd: number;
  /** One letter: R, S, D, Z, T, t, X, I. */
  state: string;
  ppid: number;
  /** The kernel's flags of the task (PF_…). */
  flags: number;
  /** Time spent, in ticks of the kernel's user clock. */
  userTicks: number;
  systemTicks: number;
  threads: number;
  /** When it began, in ticks since boot. */
  startTicks: number;
  /** Virtual memory in bytes. */
  virtualBytes: number;
  /** Resident memory in pages. */
  residentPages: number;
}

const space = 0x20;
const open = 0x28;
const close = 0x29;

/** The field behind the name is the state, number 3 in proc(5). */
const firstField = 3;
const field = {
  ppid: 4,
  flags: 9,
  userTicks: 14,
  systemTicks: 15,
  threads: 20,
  startTicks: 22,
  virtualBytes: 23,
  residentPages: 24,
} as const;

/**
 * Parses `/proc/PID/stat`, given as the first `length` bytes. The name may hold spaces, parentheses and newlines: it ends
 * at the last parenthesis. Undefined when this is no such line.
 */
export function parseStat(bytes: Uint8Array, length: number): ProcStat | undefined {
  const commStart = bytes.indexOf(open) + 1;
  const commEnd = bytes.lastIndexOf(close, length - 1);
  if (commStart < 2 || commEnd < commStart || commEnd >= length) return undefined;
  const pid = numberAt(bytes, 0, commStart - 2);
  const values: number[] = [];
  let at = commEnd + 2;
  const stateAt = at;
  while (at < length && values.length <= field.residentPages - firstField) {
    let end = at;
    while (end < length && bytes[end]! > space) end++;
    values.push(numberAt(bytes, at, end));
    at = end + 1;
  }
  const value = (number: number): number => values[number - firstField]!;
  if (Number.isNaN(pid) || values.length <= field.residentPages - firstField) return undefined;
  const stat: ProcStat = {
    pid,
    commStart,
    commEnd,
    state: String.fromCharCode(bytes[stateAt]!),
    ppid: value(field.ppid),
    flags: value(field.flags),
    userTicks: value(field.userTicks),
    systemTicks: value(field.systemTicks),
    threads: value(field.threads),
    startTicks: value(field.startTicks),
    virtualBytes: value(field.virtualBytes),
    residentPages: value(field.residentPages),
  };
  return Object.values(field).some((number) => Number.isNaN(value(number))) ? undefined : stat;
}

/** A whole number, not negative: what is negative in this file (the terminal's group) is not used. NaN if it is none. */
function numberAt(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end) return Number.NaN;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i]! - 0x30;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
