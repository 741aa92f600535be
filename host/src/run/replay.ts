import { componentDigest } from '../component/digest.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import type { QuarantinedPacket, QuarantinedSource } from '../quarantine/record.ts';
import type { Source } from '../sources/source.ts';
import { makeRun } from './create-run.ts';
import { readComponent } from './load.ts';
import type { GadgetSpec, RunOptions } from './options.ts';
import { Player } from './player.ts';
import type { Run } from './run.ts';

/**
 * What {@link createReplay} takes: the options of `createRun` without those that say what comes in. Bounds that are not given are as
 * they were.
 */
export interface ReplayOptions extends Omit<
  RunOptions,
  'gadgets' | 'sources' | 'params' | 'platform' | 'onQuarantine' | 'maxRestarts' | 'timeoutMs'
> {
  /** The gadget. Its name, parameters and API are as they were. A string is the path of a component. */
  gadget: string | Omit<GadgetSpec, 'name' | 'params'>;
}

/**
 * A run of one gadget over one packet of a quarantine: with the sources, parameters, clocks, seed and bounds it had. It ends when
 * the packet is through; timers do not tick. A component with other bytes than then gets a warning through `onLog`. Rejects as
 * `createRun` does; the run fails with E_SCHEMA when the gadget no longer declares what the packet has.
 */
export async function createReplay(record: QuarantinedPacket, options: ReplayOptions): Promise<Run> {
  const { gadget, ...rest } = options;
  const spec = await withBytes(typeof gadget === 'string' ? { component: gadget } : gadget, rest.limits);
  if (spec.component !== undefined) warnOfOther(record, spec.component as Uint8Array, options);
  const { bounds } = record;
  const fuel = spec.fuel ?? rest.fuel ?? bounds.fuel;
  const memory = spec.maxMemoryBytes ?? rest.limits?.maxMemoryBytes ?? bounds.maxMemoryBytes;
  return makeRun(
    {
      isolation: spec.instantiate === undefined ? bounds.isolation : 'inline',
      ...rest,
      maxRestarts: 0,
      previewApi: rest.previewApi ?? record.previewApi,
      deadlines: { 'on-packet': bounds.deadlineMs, ...rest.deadlines },
      limits: roomFor(record, rest.limits, memory),
      ...(fuel !== undefined && { fuel }),
      gadgets: [
        {
          ...spec,
          name: record.gadget.name,
          params: record.params,
          ...(memory !== undefined && { maxMemoryBytes: memory }),
        },
      ],
      sources: Object.fromEntries(record.sources.map((source) => [source.name, standIn(source)])),
    },
    new Player(record),
  );
}

type Spec = Omit<GadgetSpec, 'name' | 'params'>;

async function withBytes(spec: Spec, limits: Partial<Limits> | undefined): Promise<Spec> {
  if (spec.component === undefined) return spec;
  return { ...spec, component: await readComponent(spec.component, limits) };
}

function warnOfOther(
  { gadget }: QuarantinedPacket,
  component: Uint8Array,
  { onLog }: Pick<RunOptions, 'onLog'>,
): void {
  const digest = componentDigest(component);
  if (gadget.digest === undefined || gadget.digest === digest) return;
  const message = `${gadget.name} is another component than the one that failed: ${digest}, then ${gadget.digest}`;
  onLog?.({ gadget: undefined, level: 'warn', message });
}

/** A packet may have grown on its way to the gadget beyond what a source may send. */
function roomFor(
  { packet }: QuarantinedPacket,
  asked: Partial<Limits> | undefined,
  memory: number | undefined,
): Partial<Limits> {
  const { maxPacketRows, maxSnapshotRows, maxMemoryBytes } = { ...defaultLimits, ...asked };
  return {
    ...asked,
    maxPacketRows: Math.max(maxPacketRows, packet.length),
    maxSnapshotRows: Math.max(maxSnapshotRows, packet.length),
    maxMemoryBytes: Math.max(maxMemoryBytes, memory ?? 0),
  };
}

/** A source that has the fields, and from which nothing comes. */
function standIn({ delivery, fields }: QuarantinedSource): Source {
  return {
    delivery,
    open: () => Promise.resolve(fields),
    run: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
