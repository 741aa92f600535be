import type { DataSource } from '../data/data-source.ts';
import type { Packet } from '../data/packet.ts';
import type { LossCause } from '../generated/gadget-api-losses.ts';
import type { Gadget } from './gadget.ts';
import type { SharedClock } from './shared-clock.ts';
import { newSourceStats, type SourceStats } from './stats.ts';

interface Waiting {
  packet: Packet;
  /** How many packets caused one another before this one. */
  depth: number;
}

/** A gadget on the way of packets. */
interface Step {
  gadget: Gadget;
  subscription: number;
}

/** What happens to packets of a source. */
interface Route {
  /** Who subscribed, in the chain's order. */
  steps: readonly Step[];
  stats: SourceStats;
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
  private readonly routes = new Map<DataSource, Route>();
  private readonly clock: SharedClock;

  constructor(maxPacketRows: number, clock: SharedClock, deliver: Deliver) {
    this.maxPacketRows = maxPacketRows;
    this.clock = clock;
    this.deliver = deliver;
  }

  get queued(): number {
    return this.waiting.length;
  }

  enqueue(packet: Packet, depth: number): void {
    this.count(packet);
    this.waiting.push({ packet, depth });
  }

  /** Lets a packet of the host through the chain behind what waits, and what comes of it; see {@link drain}. */
  run(packet: Packet): void | Promise<void> {
    if (this.waiting.length > 0 || this.mustBeCut(packet)) {
      this.enqueue(packet, 0);
      return this.drain();
    }
    this.count(packet);
    const delivered = this.through(packet, 0);
    if (delivered !== undefined) return delivered.then(() => this.drain());
    if (this.waiting.length > 0) return this.drain();
  }

  /** Runs everything that waits through the chain, and what comes of it; a promise once an output holds it back. */
  drain(): void | Promise<void> {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      const { packet, depth } = next;
      const delivered = this.mustBeCut(packet) ? this.pieces(packet, depth) : this.through(packet, depth);
      if (delivered !== undefined) return delivered.then(() => this.drain());
    }
  }

  private count(packet: Packet): void {
    const { stats } = this.route(packet.source);
    stats.packets++;
    stats.rows += packet.length;
  }

  private mustBeCut({ source, length }: Packet): boolean {
    return length > this.maxPacketRows && source.delivery !== 'snapshots';
  }

  /** A packet with more rows than gadgets may get at once, in pieces. */
  private async pieces(packet: Packet, depth: number): Promise<void> {
    let left = packet.length;
    try {
      for (const piece of packet.cut(this.maxPacketRows)) {
        left -= piece.length;
        await this.through(piece, depth);
      }
    } catch (error) {
      this.forget(packet.source, left);
      throw error;
    }
  }

  private through(packet: Packet, depth: number): void | Promise<void> {
    const { steps, stats } = this.route(packet.source);
    let current = packet;
    this.clock.read();
    for (let at = 0; at < steps.length; at++) {
      const { gadget, subscription } = steps[at]!;
      if (gadget.guest.phase === 'over' && !gadget.dead) continue;
      const next = gadget.handle(current, subscription, depth);
      if (next === undefined) {
        const failed = gadget.takeFailed();
        if (failed > 0) lose(steps, at + 1, 'failed', failed);
        return undefined;
      }
      current = next;
    }
    stats.rowsOut += current.length;
    return this.deliver(current);
  }

  /** Rows of a source did not get here. */
  lose(source: DataSource, cause: LossCause, rows: number): void {
    lose(this.route(source).steps, 0, cause, rows);
  }

  /** Forgets what waits; the rows count as lost. */
  clear(): void {
    for (const { packet } of this.waiting) this.forget(packet.source, packet.length);
    this.waiting.length = 0;
  }

  /** Rows that no gadget has got and none will. */
  private forget(source: DataSource, rows: number): void {
    this.statsOf(source).lost += rows;
    this.lose(source, 'other', rows);
  }

  statsOf(source: { name: string }): SourceStats {
    let stats = this.counts.get(source.name);
    if (stats === undefined) this.counts.set(source.name, (stats = newSourceStats(source.name)));
    return stats;
  }

  get sourceStats(): SourceStats[] {
    return [...this.counts.values()];
  }

  /** A subscription to this source has ended: the packets that come next pass whoever had it by. */
  unsubscribed(source: DataSource): void {
    this.routes.delete(source);
  }

  /** A gadget was started again, with the subscriptions it had at first. */
  restarted(): void {
    this.routes.clear();
  }

  /** Who subscribed to a source stays the same from when all have started until somebody unsubscribes, or is started again. */
  private route(source: DataSource): Route {
    let route = this.routes.get(source);
    if (route === undefined) {
      const steps = this.gadgets
        .map((gadget) => ({ gadget, subscription: gadget.subscription(source) }))
        .filter(({ subscription }) => subscription >= 0);
      route = { steps, stats: this.statsOf(source) };
      this.routes.set(source, route);
    }
    return route;
  }
}

/** Rows were lost before the gadget at `from`, and so for those behind it. */
function lose(steps: readonly Step[], from: number, cause: LossCause, rows: number): void {
  for (let at = from; at < steps.length; at++) {
    const { gadget, subscription } = steps[at]!;
    gadget.lose(subscription, cause, rows);
  }
}
