import { Packet } from '../data/packet.ts';
import type { Registry } from '../data/registry.ts';
import { GadgetError } from '../errors.ts';
import type { QuarantinedPacket } from '../quarantine/record.ts';
import { type CallTape, clocked, PlayedClocks } from './call-tape.ts';
import type { Life } from './life.ts';

/** Gives a gadget what it got before. */
export class Player implements CallTape {
  readonly platform: PlayedClocks;
  private readonly record: QuarantinedPacket;

  constructor(record: QuarantinedPacket) {
    this.record = record;
    this.platform = new PlayedClocks(record.clock, record.seed);
  }

  around(life: Life): Life {
    const { init, start, onPacket } = life.hooks;
    const { registry } = life.guest.services;
    const { sources } = this.record;
    const hooks = {
      ...life.hooks,
      init: (purpose: 'inspect' | 'run') => {
        for (const { name, hidden } of sources) registry.get(name)!.hidden = hidden;
        init(purpose);
      },
      start: () => {
        this.request(registry);
        start();
      },
      onPacket: clocked(onPacket, this.platform),
    };
    return { ...life, hooks };
  }

  /** The packet, of the source that has its name now. Throws E_SCHEMA. */
  packet(registry: Registry): Packet {
    const { packet, gadget } = this.record;
    const source = registry.get(packet.source.name);
    const changed = (what: string): GadgetError =>
      new GadgetError('E_SCHEMA', `${gadget.name} no longer makes ${what}, which the packet has`, {
        gadget: gadget.name,
        hint: 'the packet can only be given to a gadget that declares what the one declared that failed',
      });
    if (source === undefined) throw changed(`the source ${packet.source.name}`);
    const columns: Packet['columns'][number][] = [];
    for (const { name, type, fixedSize, index } of packet.source.fields) {
      const column = packet.columns[index];
      if (column === undefined) continue;
      const field = source.fields.find((each) => each.name === name);
      if (field?.type !== type || field.fixedSize !== fixedSize) {
        throw changed(`the field ${name} of kind ${type} in ${source.name}`);
      }
      columns[field.index] = column;
    }
    return new Packet(
      source,
      packet.length,
      Array.from(source.fields, ({ index }) => columns[index]),
    );
  }

  /** Outputs and gadgets that wanted fields then are not here. */
  private request(registry: Registry): void {
    for (const { name, fields } of registry) {
      const wanted = new Set(this.record.requested[name]);
      for (const field of fields) field.printed = wanted.has(field.name);
    }
  }
}
