import type { ErrorCode } from '../errors.ts';

/** What the command's exit codes mean; `--help` prints it. */
export const exitCodes = {
  0: 'all went well',
  1: 'the run failed: a gadget failed, or rows were lost or could not be read; wit compat: something breaks',
  2: 'the command is wrong: an argument, a parameter, a policy file, a source, an output, a text that is not WIT',
  3: 'the gadget can not run: no component, refused, another API, does not build',
  4: 'this machine or this host: something is missing or broken',
  129: 'ended by SIGHUP (130: SIGINT, Ctrl-C; 143: SIGTERM); what was gathered has been printed',
} as const;

const wrongCommand: readonly ErrorCode[] = [
  'E_USAGE',
  'E_PARAM_UNKNOWN',
  'E_PARAM_DUPLICATE',
  'E_PARAM_INVALID',
  'E_PARAM_MISSING',
  'E_POLICY',
  'E_QUARANTINE',
  'E_GADGET_NOT_FOUND',
  'E_SOURCE_UNKNOWN',
  'E_SOURCE_SPEC',
  'E_SCHEMA',
  'E_OUTPUT',
  'E_WIT',
];
const cannotRun: readonly ErrorCode[] = [
  'E_NOT_A_COMPONENT',
  'E_HOSTILE_NAME',
  'E_TOO_LARGE',
  'E_NO_LIFECYCLE',
  'E_API_TOO_NEW',
  'E_API_TOO_OLD',
  'E_API_PRERELEASE',
  'E_IMPORT_MISSING',
  'E_NOT_REQUESTED',
  'E_NOT_GRANTED',
  'E_INTERFACE_MISMATCH',
  'E_TRANSPILE',
  'E_CORE_FEATURE',
  'E_INSTANTIATE',
  'E_MANIFEST',
  'E_BUILD',
  'E_BUILD_FOREIGN',
];
const brokenHost: readonly ErrorCode[] = ['E_BUILD_TOOL', 'E_NODE_TOO_OLD', 'E_EMBEDDER', 'E_INTERNAL'];

/** The exit code of a command that ended with this error; 1 for all that happens while rows flow. */
export function exitCodeOf(code: ErrorCode): number {
  if (wrongCommand.includes(code)) return 2;
  if (cannotRun.includes(code)) return 3;
  return brokenHost.includes(code) ? 4 : 1;
}

/** The exit code of a command that a signal ended: 128 and the signal's number, as shells have it. */
export function exitCodeOfSignal(signal: 'SIGHUP' | 'SIGINT' | 'SIGTERM'): number {
  return { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[signal];
}
