import type { Guest } from '../../api/guest.ts';
import { Trap } from '../../lowering/trap.ts';
import { isSameTrack, parseVersion } from '../../versions/track.ts';
import type { InterfaceUse } from '../inspect.ts';
import type { InterfaceName } from '../interface-name.ts';
import { missingFrom } from '../provider.ts';
import { whole } from './argument.ts';
import { Descriptor, DirectoryEntryStream } from './files.ts';
import { Handle, Holdings } from './handle.ts';
import { LogLines } from './log-lines.ts';
import { poll, Pollable } from './poll.ts';
import { getRandomBytes, getRandomU64 } from './random.ts';
import { InputStream, OutputStream, StreamError } from './streams.ts';

/** Nanoseconds. */
const second = 1_000_000_000n;

/** The line of wasi whose interfaces are here: every 0.2.x. */
export const wasiVersion = '0.2.0';

/** An interface as jco takes it: functions and classes by name. */
export type WasiInterface = Readonly<Record<string, unknown>>;

class TerminalInput extends Handle {}
class TerminalOutput extends Handle {}

/** What the interfaces of one instance share. */
interface Seat {
  guest: Guest;
  holdings: Holdings;
  out: LogLines;
  err: LogLines;
}

/**
 * The interfaces of wasi that this host answers, for one instance, by the names given: those of `checkGrants`. Clocks and
 * randomness are real; standard input is empty, output goes to the gadget's log (standard output as info, standard error as warn);
 * there are no arguments, no environment and no files.
 */
export function wasiFor(guest: Guest, names: readonly string[]): Readonly<Record<string, WasiInterface>> {
  const interfaces = interfacesFor({
    guest,
    holdings: new Holdings(guest.limits.maxHandles),
    out: new LogLines(guest, 'info'),
    err: new LogLines(guest, 'warn'),
  });
  return Object.fromEntries(names.map((name) => [name, interfaces[unversioned(name)]!]));
}

/** Which functions of an interface this host lacks; undefined when it does not have it at all, or not in this version. */
export function lacksOfWasi(use: InterfaceUse): string[] | undefined {
  const found = Object.hasOwn(known, unversioned(use.name)) ? known[unversioned(use.name)] : undefined;
  const version = parseVersion(use.version ?? '')?.version;
  if (found === undefined || version === undefined || !isSameTrack(version, wasiVersion)) return undefined;
  return missingFrom(found, use.functions);
}

/** Whether this host never answers it, whoever grants it: gadgets have no network, unless an embedder gives them one. */
export function isClosed({ package: from }: Pick<InterfaceName, 'package'>): boolean {
  return from === 'wasi:sockets' || from === 'wasi:http';
}

function unversioned(name: string): string {
  return name.replace(/@.*$/, '');
}

function interfacesFor(seat: Seat): Readonly<Record<string, WasiInterface>> {
  const pollableAt = (at: bigint): Pollable => new Pollable(seat.holdings, seat.guest, whole(at));
  return {
    'wasi:cli/environment': {
      getEnvironment: () => [],
      getArguments: () => [],
      initialCwd: () => undefined,
    },
    'wasi:cli/exit': {
      exit: (status: { tag: string }) => ended(status.tag === 'err' ? 1 : 0),
      exitWithCode: (code: number) => ended(code),
    },
    'wasi:cli/stdin': { getStdin: () => new InputStream(seat.holdings, seat.guest) },
    'wasi:cli/stdout': { getStdout: () => new OutputStream(seat.holdings, seat.guest, seat.out) },
    'wasi:cli/stderr': { getStderr: () => new OutputStream(seat.holdings, seat.guest, seat.err) },
    'wasi:cli/terminal-input': { TerminalInput },
    'wasi:cli/terminal-output': { TerminalOutput },
    'wasi:cli/terminal-stdin': { getTerminalStdin: () => undefined },
    'wasi:cli/terminal-stdout': { getTerminalStdout: () => undefined },
    'wasi:cli/terminal-stderr': { getTerminalStderr: () => undefined },
    'wasi:clocks/monotonic-clock': {
      now: () => seat.guest.services.monotonicNs(),
      resolution: () => 1n,
      subscribeInstant: pollableAt,
      subscribeDuration: (ns: bigint) => pollableAt(seat.guest.services.monotonicNs() + whole(ns)),
    },
    'wasi:clocks/wall-clock': {
      now: () => {
        const ns = seat.guest.services.wallNs();
        return { seconds: ns / second, nanoseconds: Number(ns % second) };
      },
      resolution: () => ({ seconds: 0n, nanoseconds: 1 }),
    },
    'wasi:filesystem/preopens': { getDirectories: () => [] },
    'wasi:filesystem/types': { Descriptor, DirectoryEntryStream, filesystemErrorCode: () => undefined },
    'wasi:io/error': { Error: StreamError },
    'wasi:io/poll': { Pollable, poll },
    'wasi:io/streams': { InputStream, OutputStream },
    'wasi:random/random': { getRandomBytes, getRandomU64 },
    'wasi:random/insecure': { getInsecureRandomBytes: getRandomBytes, getInsecureRandomU64: getRandomU64 },
    'wasi:random/insecure-seed': { insecureSeed: () => seat.guest.services.seed() },
  };
}

/** Asked for its names only, never called. */
const known = interfacesFor({} as Seat);

function ended(code: number): never {
  throw new Trap(`it ended itself with exit code ${code} (wasi:cli/exit)`);
}
