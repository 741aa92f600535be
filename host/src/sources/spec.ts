import { basename } from 'node:path';
import { GadgetError } from '../errors.ts';
import { didYouMean, nearest } from '../suggest.ts';
import type { ByteStream } from './byte-input.ts';
import { demoExecSource, type DemoExecOptions } from './demo-exec.ts';
import { ndjsonSource } from './ndjson.ts';
import { processesSource } from './proc-processes.ts';
import type { FieldSpec, Source } from './source.ts';

/** Kinds of sources. */
export const sourceSchemes = ['ndjson', 'proc', 'demo'] as const;

/** The word before the colon. */
export type SourceScheme = (typeof sourceSchemes)[number];

/** A source as it is named on a command line: `[NAME=]SCHEME:REST`. */
export interface SourceSpec {
  /** The name given; see {@link defaultSourceName} for one that was not. */
  name?: string;
  scheme: SourceScheme;
  /** `ndjson`: a path or `-`. `proc`: `processes`. `demo`: `exec`, with options such as `exec,rows=1000,seed=7,rate=50`. */
  rest: string;
}

/** What the flags of a command say about its sources. */
export interface SourceSpecOptions {
  /** `ndjson`. */
  schema?: readonly FieldSpec[];
  /** `ndjson`. */
  strict?: boolean;
  /** `ndjson`, `demo`. */
  batchRows?: number;
  /** `ndjson`. */
  batchMs?: number;
  /** `proc`. */
  intervalMs?: number;
  /** `ndjson`. */
  onWaiting?: (message: string) => void;
  /** Read for `ndjson:-` instead of this process's standard input. */
  stdin?: ByteStream;
}

/** Which options a kind of source heeds, so that a flag which none of the sources heeds can be refused. */
export const schemeOptions: Readonly<Record<SourceScheme, readonly (keyof SourceSpecOptions)[]>> = {
  ndjson: ['schema', 'strict', 'batchRows', 'batchMs', 'onWaiting', 'stdin'],
  proc: ['intervalMs'],
  demo: ['batchRows'],
};

const forms = 'sources are ndjson:FILE, ndjson:-, proc:processes and demo:exec';

/** Takes a specification apart; opens nothing. Throws E_SOURCE_SPEC. */
export function parseSourceSpec(text: string): SourceSpec {
  // What is behind the colon may hold an equals sign, as file names do.
  const parts = /^(?:([^=:]*)=)?([^:]*):(.*)$/s.exec(text);
  if (parts === null) throw withoutScheme(text);
  const [, name, scheme = '', rest = ''] = parts;
  if (name !== undefined && (name === '' || name.trim() !== name))
    throw specError(`${text} has no name before the equals sign`, 'write NAME=SPEC, or SPEC alone');
  if (!isScheme(scheme)) {
    const near = nearest(scheme, sourceSchemes);
    throw specError(
      `${text}: there is no kind of source ${scheme}`,
      near === undefined ? forms : `did you mean ${near}:${rest}?`,
    );
  }
  if (rest === '') throw specError(`${text} names nothing behind the colon`, forms);
  if (scheme === 'proc') checkMember(text, rest, 'proc', ['processes']);
  if (scheme === 'demo') demoOptions(text, rest);
  return name === undefined ? { scheme, rest } : { name, scheme, rest };
}

/**
 * The name of a source that was given none: a file's without its folder and extension, `stdin`, `processes`, `exec`.
 */
export function defaultSourceName({ scheme, rest }: SourceSpec): string {
  if (scheme === 'demo') return 'exec';
  if (scheme === 'proc') return rest;
  if (rest === '-') return 'stdin';
  const file = basename(rest);
  return file.replace(/(?<=.)\.[^.]*$/, '') || 'ndjson';
}

/**
 * Makes the source. Nothing is opened yet: a file that is missing or unreadable is told by the source's `open`, with
 * E_SOURCE_READ. Options that the kind of source does not heed (see {@link schemeOptions}) are left to the caller. A
 * `demo` source without a rate makes 100 rows a second; rate 0 is as fast as they are taken.
 */
export function openSourceSpec(spec: SourceSpec, options: SourceSpecOptions = {}): Source {
  switch (spec.scheme) {
    case 'ndjson': {
      const { schema, strict, batchRows, batchMs, onWaiting, stdin } = options;
      const path = spec.rest === '-' ? (stdin ?? '-') : spec.rest;
      return ndjsonSource({ path, schema, strict, batchRows, batchMs, onWaiting });
    }
    case 'proc':
      return processesSource({ intervalMs: options.intervalMs });
    case 'demo':
      return demoExecSource({
        ...demoOptions(`demo:${spec.rest}`, spec.rest),
        ...(options.batchRows !== undefined && { batchRows: options.batchRows }),
      });
  }
}

function isScheme(word: string): word is SourceScheme {
  return (sourceSchemes as readonly string[]).includes(word);
}

function withoutScheme(text: string): GadgetError {
  const name = /^([^=:/.]+)=/.exec(text)?.[0] ?? '';
  const rest = text.slice(name.length);
  for (const whole of ['proc:processes', 'demo:exec']) {
    const [scheme, member] = whole.split(':') as [string, string];
    if (rest === scheme || rest === member || nearest(rest, [scheme, member]) !== undefined)
      return specError(`${text} is no source`, `did you mean ${name}${whole}?`);
  }
  const guess = rest === '' || rest === 'ndjson' ? forms : `did you mean ${name}ndjson:${rest}?`;
  return specError(`${text} does not say what kind of source it is`, guess);
}

function checkMember(text: string, member: string, scheme: string, members: readonly string[]): void {
  if (members.includes(member)) return;
  const near = nearest(member, members);
  throw specError(
    `${text}: there is no source ${member} in ${scheme}`,
    `did you mean ${scheme}:${near ?? members[0]!}?`,
  );
}

const demoWords = ['rows', 'seed', 'rate'] as const;

function demoOptions(text: string, rest: string): DemoExecOptions {
  const [member = '', ...settings] = rest.split(',');
  checkMember(text, member, 'demo', ['exec']);
  const options: DemoExecOptions = { ratePerSecond: 100 };
  for (const setting of settings) {
    const [word = '', value = ''] = setting.split('=');
    if (!/^\d{1,15}$/.test(value) && (demoWords as readonly string[]).includes(word))
      throw specError(`${text}: ${word} takes a whole number, such as ${word}=100`);
    if (word === 'rows') options.rows = Number(value);
    else if (word === 'seed') options.seed = Number(value);
    else if (word === 'rate') options.ratePerSecond = Number(value) === 0 ? undefined : Number(value);
    else
      throw specError(
        `${text}: demo:exec has no option ${word}`,
        didYouMean(word, demoWords) ?? `its options are ${demoWords.join(', ')}`,
      );
  }
  return options;
}

function specError(message: string, hint?: string): GadgetError {
  return new GadgetError('E_SOURCE_SPEC', message, { hint });
}
