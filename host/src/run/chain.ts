import type { DataSource } from '../data/data-source.ts';
import type { Packet } from '../data/packet.ts';
import type { Gadget } from './gadget.ts';
import { newSourceStats, type SourceStats } from './stats.ts';

interface Waiting {
  packet: Packet;
  /** How many packets caused one another before this one. */
  depth: number;
}

/** Takes finished packets; a promise holds the chain back until it resolves. */
export type Deliver = (packet: Packet) => void | Promise<void>;

/**
 * The order of things: a packet passes the subscribers of its source in the chain's order, then the outputs; what was
 * emitted meanwhile enters when it is through.
 */
export class Chain {
  readonly gadgets: Gadget[] = [];
  private readonly waiting: Waiting[] = [];
  private readonly counts = new Map<string, SourceStats>();
  private readonly maxPacketRows: number;
  private readonly deliver: Deliver;
  private readonly routes = new Map<DataSource, { gadget: Gadget; subscription: number }[]>();

  constructor(maxPacketRows: number, deliver: Deliver) {
    this.maxPacketRows = maxPacketRows;
    this.deliver = deliver;
  }

  get queued(): number {
    return this.waiting.length;
  }

  enqueue(packet: Packet, depth: number): void {
    const stats = this.statsOf(packet.source);
    stats.packets++;
    stats.rows += packet.length;
    this.waiting.push({ packet, depth });
  }

  /** Runs everything that waits through the chain, and what comes of it. */
  async drain(): Promise<void> {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      for (const piece of next.packet.cut(this.maxPacketRows)) {
        const done = this.pass(piece, next.depth);
        if (done === undefined) continue;
        this.statsOf(done.source).rowsOut += done.length;
        const delivered = this.deliver(done);
        if (delivered !== undefined) await delivered;
      }
    }
  }

  /** Forgets what waits; the rows count as lost. */
  clear(): void {
    for (const { packet } of this.waiting) this.statsOf(packet.source).lost += packet.length;
    this.waiting.length = 0;
  }

  statsOf(source: { name: string }): SourceStats {
    let stats = this.counts.get(source.name);
    if (stats === undefined) this.counts.set(source.name, (stats = newSourceStats(source.name)));
    return stats;
  }

  sourceStats(): SourceStats[] {
    return [...this.counts.values()].map((stats) => ({ ...stats }));
  }

  private pass(packet: Packet, depth: number): Packet | undefined {
    let current: Packet | undefined = packet;
    for (const { gadget, subscription } of this.route(packet.source)) {
      if (gadget.guest.phase === 'over' && !gadget.dead) continue;
      current = gadget.handle(current, subscription, depth);
      if (current === undefined) return undefined;
    }
    return current;
  }

  /** Who subscribed to a source; constant once all have started. */
  private route(source: DataSource): { gadget: Gadget; subscription: number }[] {
    let route = this.routes.get(source);
    if (route === undefined) {
      route = this.gadgets
        .map((gadget) => ({ gadget, subscription: gadget.subscription(source) }))
        .filter(({ subscription }) => subscription >= 0);
      this.routes.set(source, route);
    }
    return route;
  }
}
