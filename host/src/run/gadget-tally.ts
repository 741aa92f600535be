import type { DataSource } from '../data/data-source.ts';
import type { Draft } from '../data/draft.ts';
import type { Packet } from '../data/packet.ts';
import type { Life } from './life.ts';
import { type GadgetStats, newGadgetStats, newStageStats, type StageStats, sumStages } from './stats.ts';

/** What is counted of one gadget, over all its instances. */
export class GadgetTally {
  /** What is not counted by stage. */
  readonly own: GadgetStats;
  /** By subscription: a gadget that is started again has the same. */
  private readonly stages: StageStats[] = [];
  /** Of the instances before this one. */
  private fuelBefore = 0;
  private handlesPeakBefore = 0;

  constructor(name: string) {
    this.own = newGadgetStats(name);
  }

  /** Calls of on-packet. */
  get packets(): number {
    return sumStages(this.own, this.stages).packets;
  }

  stage(subscription: number, source: DataSource): StageStats {
    return (this.stages[subscription] ??= newStageStats(source.name));
  }

  /** A packet that the gadget has let pass, as this draft. */
  passed(stage: StageStats, draft: Draft): void {
    stage.rowsAppended += draft.length - draft.received;
    stage.rowsDiscarded += draft.discardedCount;
    stage.rowsOut += draft.live;
  }

  /** A packet that it has discarded as a whole. */
  discarded(stage: StageStats, draft: Draft): void {
    stage.rowsAppended += draft.length - draft.received;
    stage.rowsDiscarded += draft.length;
  }

  /** A packet that it has made and sent. */
  sent({ received, length, discardedCount, live }: Draft): void {
    const { own } = this;
    own.rowsAppended += length - received;
    own.rowsEmitted += received;
    own.rowsDiscarded += discardedCount;
    own.rowsOut += live;
  }

  /** A packet that came while it is down, or on which it failed. */
  unhandled(stage: StageStats, { length }: Packet, passes: boolean): void {
    if (passes) stage.rowsOut += length;
    else stage.rowsFailed += length;
  }

  /** Another instance takes the place of this one. */
  replaced(life: Life): void {
    this.fuelBefore += usageOf(life)?.fuel?.used ?? 0;
    this.handlesPeakBefore = Math.max(life.guest.ledger.peak, this.handlesPeakBefore);
  }

  /** All counts, with those of the instance that there is. */
  snapshot(life: Life, dead: boolean, logsHeldBack: number): GadgetStats {
    const { open, peak } = life.guest.ledger;
    const { fuel, memoryBytes } = usageOf(life) ?? {};
    return {
      ...sumStages(this.own, this.stages),
      dead,
      handlesOpen: open,
      handlesPeak: Math.max(peak, this.handlesPeakBefore),
      logsHeldBack,
      memoryBytes,
      fuel: fuel && this.fuelBefore + fuel.used,
    };
  }
}

function usageOf({ usage, allowance }: Life): Life['usage'] {
  return usage ?? allowance;
}
