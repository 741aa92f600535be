import {
  createRun,
  type DataSource,
  type Field,
  type FieldType,
  type GadgetError,
  type GadgetStats,
  type Output,
  type Run,
} from '@gadget-api/host';
import { fakeClock, type FakeClock } from '@gadget-api/guest/testing';
import { lineWithAttributes, shownAttribute } from './attribute.ts';
import type { Case, Language } from './case.ts';
import { Gate } from './gate.ts';
import type { Host } from './host.ts';
import type { Observation } from './observation.ts';
import { toHost, toJson } from './rows.ts';

/** Runs a case in one language on one host. */
export async function runCase(each: Case, language: Language, host: Host): Promise<Observation> {
  const clock = fakeClock(each.seed && { seed: [BigInt(each.seed[0]), BigInt(each.seed[1])] });
  const seen: Observation = {
    log: [],
    packets: {},
    counts: {},
    failures: [],
    error: undefined,
    leaked: {},
    open: {},
    peak: {},
    unbalanced: [],
    warnings: [],
  };
  const alone = each.chain.length === 1;
  const by = (role: string | undefined): string => (alone ? '' : `${role}: `);
  const gadgets = await Promise.all(
    each.chain.map(async ({ role, onFailure }) => ({
      name: nameOf(role),
      ...(await host.gadget(language, each.name)),
      params: { case: each.name, ...(role !== '' && { role }), ...each.params },
      ...(onFailure !== undefined && { onFailure }),
    })),
  );
  const gate = new Gate();
  const run = await createRun({
    maxRestarts: 0,
    ...host.options,
    gadgets,
    sources: each.sources,
    outputs: [collector(each, gate, seen)],
    limits: { ...host.options?.limits, ...each.limits },
    platform: clock.platform,
    logLevel: each.logLevel,
    onLog: ({ gadget, level, message, attributes = [] }) => {
      const line = lineWithAttributes(message, attributes.map(shownAttribute));
      if (gadget === undefined) seen.warnings.push(line);
      else seen.log.push(`${by(gadget)}${level === 'info' ? '' : `${level} `}${line}`);
    },
    onFailure: ({ gadget, hook, error }) => seen.failures.push(`${by(gadget)}${hook}: ${tagOf(error)}`),
  });
  await play(run, each, clock, gate, seen, by);
  const { stats } = await run.close();
  for (const gadget of stats.gadgets) take(gadget, seen);
  return seen;
}

/** The guest's name in a run. */
function nameOf(role: string): string {
  return role === '' ? 'guest' : role;
}

async function play(
  run: Run,
  each: Case,
  clock: FakeClock,
  gate: Gate,
  seen: Observation,
  by: (role: string | undefined) => string,
): Promise<void> {
  try {
    await run.start();
  } catch (thrown) {
    const error = thrown as GadgetError;
    const hook = (error.details as { hook?: string } | undefined)?.hook ?? error.code;
    seen.error = `${by(error.gadget)}${hook}: ${tagOf(error)}`;
    return;
  }
  const kinds = kindsOf(run);
  for (const step of each.steps) {
    if ('advance' in step) {
      await clock.advance(step.advance);
      continue;
    }
    if ('lose' in step) {
      run.source(step.lose).lost(step.rows);
      continue;
    }
    const rows = toHost(step.rows, kinds.get(step.push) ?? new Map());
    const push = (): Promise<void> => run.source(step.push).push(rows);
    const { held, times = 1 } = step;
    for (let time = times; time > 0; time--) {
      if (held === undefined) await push();
      else await gate.hold(push, () => clock.advance(held));
    }
    // What waited meanwhile, happens.
    if (held !== undefined) await clock.advance(0);
  }
}

/** The case of the error that a gadget answered; `trap` when it trapped. */
function tagOf(error: GadgetError): string {
  if (error.code !== 'E_GADGET_ERROR') return error.code === 'E_GADGET_TRAP' ? 'trap' : error.message;
  return (error.details as { error: { tag: string } }).error.tag;
}

function kindsOf(run: Run): Map<string, Map<string, FieldType>> {
  return new Map(
    run.dataSources.map(({ name, fields }) => [
      name,
      new Map(fields.map((field) => [field.name, field.type])),
    ]),
  );
}

function collector({ printed, expect }: Case, gate: Gate, seen: Observation): Output {
  const fields = (source: DataSource): readonly Field[] | undefined => {
    const names = printed[source.name];
    if (source.hidden && names === undefined) return undefined;
    return source.fields.filter(({ name, hidden }) => names?.includes(name) ?? !hidden);
  };
  return {
    fields,
    write(packet) {
      const { name } = packet.source;
      seen.counts[name] = (seen.counts[name] ?? 0) + packet.length;
      if (Object.hasOwn(expect.counts, name)) return gate.pass();
      const kinds = new Map(fields(packet.source)?.map((field) => [field.name, field.type]));
      const rows = [...packet.rows()].map((row) =>
        Object.fromEntries(Object.entries(row).filter(([field]) => kinds.has(field))),
      );
      (seen.packets[name] ??= []).push(toJson(rows, kinds));
      return gate.pass();
    },
    close() {},
  };
}

function take(stats: GadgetStats, seen: Observation): void {
  const { name, handlesLeaked, handlesOpen, handlesPeak } = stats;
  if (handlesLeaked > 0) seen.leaked[name] = handlesLeaked;
  seen.open[name] = handlesOpen;
  seen.peak[name] = handlesPeak;
  const taken = stats.rowsIn + stats.rowsAppended + stats.rowsEmitted;
  const given = stats.rowsOut + stats.rowsDiscarded + stats.rowsFailed;
  if (taken !== given) seen.unbalanced.push(`${name}: ${taken} rows in, appended and emitted, ${given} out`);
}
