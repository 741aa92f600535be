import { pageBytes } from '../component/bounds/caps.ts';
import { type CallDeadlines, defaultDeadlines, resolveDeadlines } from '../deadlines.ts';
import { GadgetError } from '../errors.ts';
import { durationForm, parseDuration } from '../duration.ts';
import { findGadget, type FoundGadget } from '../gadget/find.ts';
import { parseParam } from '../gadget/params.ts';
import type { Sdk } from '../gadget/sdk.ts';
import { parseFieldNames, parseOutputSpec } from '../outputs/select.ts';
import type { Isolation, LogLevel } from '../run/options.ts';
import { parseSize, sizeForm } from '../size.ts';
import { didYouMean } from '../suggest.ts';
import { planChain } from './chain.ts';
import type { RunPlan } from './plan.ts';
import { planSources } from './plan-sources.ts';
import { policyOf } from './policy-flag.ts';
import { say } from './print.ts';
import type { RunArguments } from './run.ts';
import { supervise } from './supervise.ts';

const isolations: readonly Isolation[] = ['worker', 'inline'];
const levels: readonly LogLevel[] = ['error', 'warn', 'info', 'debug', 'trace'];

/**
 * Runs a chain of gadgets. `flags` are parameters that were given as flags of their own. Everything that can be checked is
 * checked before anything is built. Gives the exit code.
 */
export async function run(
  gadgets: readonly string[],
  given: RunArguments,
  flags: readonly (readonly [string, string])[],
): Promise<number> {
  const found = [];
  for (const argument of gadgets) found.push(await findGadget(argument));
  const api = await apiOf(given.api, found);
  const settings: Omit<RunPlan, 'gadgets' | 'sources'> = {
    sourceOptions: {
      intervalMs: positive('--interval', durationOf('--interval', given.interval)),
      strict: given.strict ?? false,
      batchRows: positive('--batch-rows', wholeNumberOf('--batch-rows', given.batchRows)),
      batchMs: wholeNumberOf('--batch-ms', given.batchMs),
    },
    outputs: (given.output ?? ['table']).map(parseOutputSpec),
    fields: given.fields === undefined ? undefined : parseFieldNames(given.fields),
    maxRows: positive('--max-rows', wholeNumberOf('--max-rows', given.maxRows)),
    timeoutMs: positive('--timeout', durationOf('--timeout', given.timeout)),
    maxMemoryBytes: memoryOf(given.maxMemory),
    fuel: positive('--fuel', wholeNumberOf('--fuel', given.fuel)),
    maxRestarts: wholeNumberOf('--max-restarts', given.maxRestarts),
    isolation: isolationOf(given),
    deadlines: deadlinesOf(given.deadline ?? []),
    grants: given.allow ?? [],
    previewApi: given.previewApi ?? false,
    logLevel: levelOf(given.logLevel),
    stats: statsOf(given.stats),
    profile: await profileOf(given.profile),
    cacheDir: given.cache ? given.cacheDir : false,
  };
  const policy = await policyOf(given.policy);
  const sources = planSources(found, {
    sources: given.source ?? [],
    schemas: given.schema ?? [],
    options: settings.sourceOptions,
  });
  const chain = await planChain(found, {
    params: [...(given.param ?? []).map(parseParam), ...flags],
    onFailure: given.onFailure ?? [],
    policy,
    build: {
      trusted: given.build ?? false,
      api,
      onWarning: (text) => text.split('\n').forEach(say),
    },
  });
  return supervise({ ...settings, sources, gadgets: chain });
}

async function apiOf(asked: string | undefined, found: readonly FoundGadget[]): Promise<Sdk | undefined> {
  if (asked === undefined) return undefined;
  const { apiCheckout } = await import('./api-checkout.ts');
  return apiCheckout(asked, found);
}

function statsOf(asked: string | true | undefined): RunPlan['stats'] {
  if (asked === undefined) return undefined;
  if (asked === true) return { everyMs: undefined };
  return { everyMs: positive('--stats', durationOf('--stats', asked)) };
}

async function profileOf(asked: string | true | undefined): Promise<RunPlan['profile']> {
  if (asked === undefined) return undefined;
  if (asked === true) return { cpuFile: undefined };
  const { checkProfileFile } = await import('./cpu-profile.ts');
  await checkProfileFile(asked);
  return { cpuFile: asked };
}

/** A CPU profile is of one thread. */
function isolationOf({ isolation, profile }: RunArguments): Isolation {
  if (isolation === undefined) return 'inline';
  const found = isolations.find((each) => each === isolation);
  if (found === undefined) {
    throw wrong('--isolation', isolation, 'write worker or inline', didYouMean(isolation, isolations));
  }
  if (found === 'worker' && typeof profile === 'string') {
    throw new GadgetError('E_USAGE', '--isolation worker: a CPU profile is of one thread', {
      hint: 'write --profile alone, or --isolation inline',
    });
  }
  return found;
}

/** `2s`, or `on-packet=500ms`; the last one wins. */
function deadlinesOf(given: readonly string[]): CallDeadlines {
  const hooks = Object.keys(defaultDeadlines) as (keyof CallDeadlines)[];
  const asked = given.map((text): Partial<CallDeadlines> => {
    const [hook, duration] = text.includes('=') ? text.split('=', 2) : [undefined, text];
    const ms = positive('--deadline', durationOf('--deadline', duration));
    const meant = hook === undefined ? hooks : hooks.filter((each) => each === hook);
    if (meant.length > 0) return Object.fromEntries(meant.map((each) => [each, ms]));
    throw wrong('--deadline', text, `hooks are ${hooks.join(', ')}`, didYouMean(hook!, hooks));
  });
  return resolveDeadlines(...asked);
}

function durationOf(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = parseDuration(text);
  if (ms !== undefined && ms <= 2 ** 31 - 1) return ms;
  const hint = /^\d+$/.test(text) ? `did you mean ${text}s or ${text}ms?` : undefined;
  throw wrong(flag, text, ms === undefined ? `write ${durationForm}` : 'at most 24 days are possible', hint);
}

/** From a page of wasm to all that 32 bits can address. */
function memoryOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bytes = parseSize(text);
  if (bytes !== undefined && bytes >= pageBytes && bytes <= 2 ** 32) return bytes;
  const hint = /^\d+$/.test(text) ? `did you mean ${text}MiB?` : undefined;
  throw wrong('--max-memory', text, bytes === undefined ? `write ${sizeForm}` : 'from 64KiB to 4GiB', hint);
}

function wholeNumberOf(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw wrong(flag, text, 'write a whole number');
}

function positive(flag: string, value: number | undefined): number | undefined {
  if (value === 0) throw wrong(flag, '0', 'write something above 0');
  return value;
}

function wrong(flag: string, text: string, form: string, guess?: string): GadgetError {
  return new GadgetError('E_USAGE', `${flag} ${text === '' ? '""' : text} can't be understood`, {
    hint: guess ?? form,
  });
}

function levelOf(word: string): LogLevel {
  const level = levels.find((each) => each === word);
  if (level !== undefined) return level;
  throw new GadgetError('E_USAGE', `--log-level: there is no level ${word === '' ? '""' : word}`, {
    hint: didYouMean(word, levels) ?? `levels are ${levels.join(', ')}`,
  });
}
