import type { Field } from '../data/field.ts';
import type { Packet } from '../data/packet.ts';
import type { Registry } from '../data/registry.ts';
import type { CallDeadlines } from '../deadlines.ts';
import type { GadgetError } from '../errors.ts';
import { offer } from '../generated/offer.ts';
import type { QuarantinedPacket, QuarantinedSource } from '../quarantine/record.ts';
import type { FieldSpec } from '../sources/source.ts';
import { type CallTape, clocked, RecordedClocks } from './call-tape.ts';
import type { Life } from './life.ts';
import { threw } from './log.ts';
import type { GadgetSpec, Isolation, Platform } from './options.ts';

/** What a recorder is made from. */
export interface RecorderParts {
  spec: GadgetSpec & { name: string };
  /** The gadget's place in the chain. */
  place: number;
  params: ReadonlyMap<string, string>;
  previewApi: boolean;
  deadlines: Readonly<CallDeadlines>;
  platform: Platform;
  /** Of the run. */
  registry: Registry;
  onQuarantine: (record: QuarantinedPacket) => void;
  /** `onQuarantine` threw. */
  onError: (error: GadgetError) => void;
}

/** What is known of a gadget once it is loaded. */
export interface LoadedFacts {
  digest: string;
  maxMemoryBytes: number;
  fuel: number | undefined;
  isolation: Isolation;
}

/** Makes records of the packets that one gadget fails on. */
export class Recorder implements CallTape {
  readonly platform: RecordedClocks;
  private readonly parts: RecorderParts;
  private sources: readonly QuarantinedSource[] = [];
  private facts: Partial<LoadedFacts> = {};

  constructor(parts: RecorderParts) {
    this.parts = parts;
    this.platform = new RecordedClocks(parts.platform);
  }

  /** Of a component; others are never loaded here. */
  loaded(facts: LoadedFacts): void {
    this.facts = facts;
  }

  around(life: Life): Life {
    const { init, onPacket } = life.hooks;
    const hooks = {
      ...life.hooks,
      init: (purpose: 'inspect' | 'run') => {
        this.sources = [...life.guest.services.registry].map(({ name, delivery, hidden, fields }) => ({
          name,
          delivery,
          hidden,
          fields: fields.map(specOf),
        }));
        init(purpose);
      },
      onPacket: clocked(onPacket, this.platform),
    };
    return { ...life, hooks };
  }

  /** The gadget has failed on a packet, the `number`-th it got. */
  keep(packet: Packet, error: GadgetError, number: number): void {
    const { onQuarantine, onError } = this.parts;
    try {
      onQuarantine(this.record(packet, error, number));
    } catch (thrown) {
      onError(threw('onQuarantine', thrown));
    }
  }

  private record(packet: Packet, { code, message }: GadgetError, number: number): QuarantinedPacket {
    const { spec, params, previewApi, deadlines } = this.parts;
    const { digest, maxMemoryBytes, fuel, isolation = 'inline' } = this.facts;
    const from = spec.from ?? (typeof spec.component === 'string' ? spec.component : undefined);
    return {
      gadget: { name: spec.name, version: spec.version, digest, from },
      api: offer[0]!.version,
      previewApi,
      params: Object.fromEntries(params),
      hook: 'on-packet',
      number,
      error: { code, message },
      clock: this.platform.said,
      seed: this.platform.drawn,
      bounds: { maxMemoryBytes, fuel, deadlineMs: deadlines['on-packet'], isolation },
      sources: this.sources,
      requested: this.requested(),
      packet,
    };
  }

  /** What somebody behind the gadget wants of each source. */
  private requested(): Record<string, string[]> {
    const entries = [...this.parts.registry].map(({ name, fields }): [string, string[]] => {
      const wanted = fields.filter((field) => field.requestedBehind(this.parts.place));
      return [name, wanted.map((field) => field.name)];
    });
    return Object.fromEntries(entries);
  }
}

/** What a field says now: gadgets add to it. */
function specOf({ name, type, fixedSize, tags, annotations, hidden }: Field): FieldSpec {
  return {
    name,
    kind: type,
    ...(fixedSize !== undefined && { fixedSize }),
    tags: [...tags],
    annotations: Object.fromEntries(annotations),
    hidden,
  };
}
