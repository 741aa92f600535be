import type { Guest } from '../api/guest.ts';
import type { CallDeadlines } from '../deadlines.ts';
import { levels } from '../lowering/enums.ts';
import type { GadgetProfile } from '../profile.ts';
import { sumProfiles } from '../profile-sum.ts';
import type { GuestThread } from './guest-thread.ts';
import { IsolatedGadget } from './isolated-gadget.ts';
import type { Life, MakeLife } from './life.ts';
import type { PreparedComponent } from './link-component.ts';
import type { IsolationParts } from './load-message.ts';
import type { Place } from './place.ts';
import type { AllowanceTerms } from './thread-protocol.ts';

/** Instances of a component in a thread of their own. One that trapped leaves its thread to the next one, any other takes it along. */
export class IsolatedMaker {
  private readonly place: Place;
  private readonly deadlines: Readonly<CallDeadlines>;
  private current: IsolatedGadget;
  /** What was measured of the instances before it. */
  private before: GadgetProfile | undefined;

  /** Starts the thread of the first one, which reads its code while the component is prepared. */
  constructor(place: Place, deadlines: Readonly<CallDeadlines>) {
    this.place = place;
    this.deadlines = deadlines;
    this.current = this.begin(place.guest);
    place.release = () => this.current.close();
    place.measured = () => sumProfiles(this.before, this.current.profile());
  }

  of(prepared: PreparedComponent, terms: AllowanceTerms): MakeLife {
    return async (guest): Promise<Life> => {
      if (guest !== this.place.guest) await this.next(guest);
      const { current } = this;
      return { guest, hooks: await current.load(prepared, terms), usage: current.usage };
    };
  }

  /** An instance in the thread of the one before it, which has trapped, or in a new one. */
  private async next(guest: Guest): Promise<void> {
    const left = this.current.leave();
    if (left === undefined) await this.current.close();
    this.before = sumProfiles(this.before, this.current.profile());
    this.current = this.begin(guest, left);
  }

  private begin(guest: Guest, left?: GuestThread): IsolatedGadget {
    const { options, log, measuring } = this.place.context;
    const parts: IsolationParts = {
      guest,
      deadlines: this.deadlines,
      emitRoom: () => this.place.gadget?.emitRoom ?? { queued: 0, depth: 0 },
      onWarning: (message) => log.host('warn', message),
      platform: this.place.tape?.platform ?? options.platform,
      bindings: options.bindings ?? 'direct',
      previewApi: this.place.previewApi,
      levels: levels.filter((level) => log.enabled(level)),
      measuring,
    };
    return new IsolatedGadget(parts, left);
  }
}
