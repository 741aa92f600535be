import { GadgetError } from '../errors.ts';
import { findGadget, type FoundGadget } from '../gadget/find.ts';
import { parseParam } from '../gadget/params.ts';
import type { Sdk } from '../gadget/sdk.ts';
import { parseFieldNames, parseOutputSpec } from '../outputs/select.ts';
import { quarantineFolder } from '../quarantine/folder.ts';
import type { Isolation, LogLevel } from '../run/options.ts';
import { didYouMean } from '../suggest.ts';
import { boundsAsked } from './asked-bounds.ts';
import { type ChainArguments, planChain } from './chain.ts';
import { durationOf, positive, wholeNumberOf, wrongValue } from './flag-value.ts';
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
  const settings = await settingsOf(given);
  const policy = await policyOf(given.policy);
  const sources = planSources(found, {
    sources: given.source ?? [],
    schemas: given.schema ?? [],
    options: settings.sourceOptions,
  });
  const quarantine = given.quarantine && quarantineFolder(given.quarantine).folder;
  const chain = await planChain(found, {
    written: gadgets,
    params: [...(given.param ?? []).map(parseParam), ...flags],
    onFailure: given.onFailure ?? [],
    policy,
    bounds: boundsAsked(given),
    build: buildOptions(given, api),
  });
  return supervise({ ...settings, sources, gadgets: chain, quarantine, replay: undefined });
}

/** What the flags say, apart from what comes in and who gets it. */
export type RunSettings = Omit<RunPlan, 'gadgets' | 'sources' | 'quarantine' | 'replay'>;

/** Checks the flags. Throws E_USAGE, and what outputs and profiles throw. */
export async function settingsOf(given: RunArguments): Promise<RunSettings> {
  return {
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
    maxRestarts: wholeNumberOf('--max-restarts', given.maxRestarts),
    isolation: isolationOf(given),
    grants: given.allow ?? [],
    previewApi: given.previewApi ?? false,
    logLevel: levelOf(given.logLevel),
    stats: statsOf(given.stats),
    profile: await profileOf(given.profile),
    cacheDir: given.cache ? given.cacheDir : false,
  };
}

/** How gadgets are built. */
export function buildOptions(given: RunArguments, api: Sdk | undefined): ChainArguments['build'] {
  return {
    trusted: given.build ?? false,
    api,
    onWarning: (text) => text.split('\n').forEach(say),
  };
}

/** The checkout that `--api` names. */
export async function apiOf(
  asked: string | undefined,
  found: readonly FoundGadget[],
): Promise<Sdk | undefined> {
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
  const inOneThread = typeof profile === 'string';
  if (isolation === undefined) return inOneThread ? 'inline' : 'worker';
  const found = isolations.find((each) => each === isolation);
  if (found === undefined) {
    throw wrongValue('--isolation', isolation, 'write worker or inline', didYouMean(isolation, isolations));
  }
  if (found === 'worker' && inOneThread) {
    throw new GadgetError('E_USAGE', '--isolation worker: a CPU profile is of one thread', {
      hint: 'write --profile alone, or --isolation inline',
    });
  }
  return found;
}

function levelOf(word: string): LogLevel {
  const level = levels.find((each) => each === word);
  if (level !== undefined) return level;
  throw new GadgetError('E_USAGE', `--log-level: there is no level ${word === '' ? '""' : word}`, {
    hint: didYouMean(word, levels) ?? `levels are ${levels.join(', ')}`,
  });
}
