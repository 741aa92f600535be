import { GadgetError, isGadgetError } from '../errors.ts';
import { findGadget, type FoundGadget } from '../gadget/find.ts';
import { shellWord } from '../shell-word.ts';
import { boundsAsked } from './asked-bounds.ts';
import { planChain } from './chain.ts';
import { policyOf } from './policy-flag.ts';
import { say } from './print.ts';
import { readReplayFile, type ReplayFile } from './replay-file.ts';
import type { RunArguments } from './run.ts';
import { apiOf, buildOptions, settingsOf } from './run-action.ts';
import { supervise } from './supervise.ts';

/** Flags that say what comes in, or until when. */
const senseless: Readonly<Partial<Record<keyof RunArguments, string>>> = {
  source: '--source',
  param: '--param',
  timeout: '--timeout',
  onFailure: '--on-failure',
  maxRestarts: '--max-restarts',
  quarantine: '--quarantine',
  interval: '--interval',
  schema: '--schema',
  strict: '--strict',
  batchRows: '--batch-rows',
  batchMs: '--batch-ms',
};

/**
 * Gives the packet of a file to its gadget again, or to the one that is named. `flags` are parameters that were given as flags of their
 * own. Gives the exit code.
 */
export async function replay(
  file: string,
  gadgets: readonly string[],
  given: RunArguments,
  flags: readonly (readonly [string, string])[],
): Promise<number> {
  refuseSenseless(gadgets, given, flags);
  const read = await readReplayFile(file);
  const { record, text } = read;
  const { bounds, params } = record;
  const argument = gadgets[0] ?? argumentOf(file, read);
  const found = await findFor(argument, gadgets.length > 0 ? undefined : file);
  const settings = await settingsOf({
    ...given,
    isolation: given.isolation ?? bounds.isolation,
    previewApi: given.previewApi ?? record.previewApi,
  });
  const asked = boundsAsked(given);
  const policy = await policyOf(given.policy);
  const [planned] = await planChain([found], {
    written: [argument],
    params: Object.entries(params).map(([key, value]) => [keyFor(found, key), value]),
    onFailure: [],
    policy,
    bounds: {
      maxMemoryBytes: asked.maxMemoryBytes ?? bounds.maxMemoryBytes,
      fuel: asked.fuel ?? bounds.fuel,
      deadlines: { 'on-packet': bounds.deadlineMs, ...asked.deadlines },
    },
    build: buildOptions(given, await apiOf(given.api, [found])),
  });
  return supervise({
    ...settings,
    sources: [],
    gadgets: [{ ...planned!, name: record.gadget.name }],
    quarantine: undefined,
    replay: text,
  });
}

function refuseSenseless(
  gadgets: readonly string[],
  given: RunArguments,
  flags: readonly (readonly [string, string])[],
): void {
  const [flag] = Object.entries(senseless)
    .filter(([name]) => given[name as keyof RunArguments] !== undefined)
    .map(([, flag]) => flag);
  const wrong = flag ?? (flags.length > 0 ? `--${flags[0]![0]}` : undefined);
  if (wrong !== undefined) {
    throw new GadgetError('E_USAGE', `--replay and ${wrong} can't be combined`, {
      hint: 'the packet and the parameters come from the file, and the run ends when that packet is through',
    });
  }
  if (gadgets.length <= 1) return;
  throw new GadgetError('E_USAGE', `--replay is for one gadget, here are ${gadgets.length}`, {
    hint: 'the packet is as that gadget got it; those before and behind it are not called',
  });
}

/** The gadget that the file names: code that is built and run, which nobody else shall choose. */
function argumentOf(file: string, { record, trusted }: ReplayFile): string {
  const { from } = record.gadget;
  const hint = `name it: gadget run --replay ${shellWord(file)} GADGET`;
  if (from === undefined) {
    throw new GadgetError('E_USAGE', `${file} does not say where the gadget came from`, { hint });
  }
  if (!trusted) {
    throw new GadgetError(
      'E_USAGE',
      `${file} belongs to another user, so its gadget is not run unasked: ${from}`,
      {
        hint,
      },
    );
  }
  say(`gadget: the gadget is ${from}`);
  return from;
}

/** `file`: what has named the gadget. */
async function findFor(argument: string, file: string | undefined): Promise<FoundGadget> {
  try {
    return await findGadget(argument);
  } catch (error) {
    if (file === undefined || !isGadgetError(error) || error.code !== 'E_GADGET_NOT_FOUND') throw error;
    throw new GadgetError(error.code, error.message, {
      cause: error,
      hint: `so it was called when it failed, where gadget run was started; name it: gadget run --replay ${shellWord(file)} GADGET`,
    });
  }
}

/** A key with a dot in it is not one of another gadget. */
function keyFor({ name }: FoundGadget, key: string): string {
  return key.includes('.') && !name.includes('.') ? `${name}.${key}` : key;
}
