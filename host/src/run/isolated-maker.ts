import type { Guest } from '../api/guest.ts';
import type { CallDeadlines } from '../deadlines.ts';
import { levels } from '../lowering/enums.ts';
import { IsolatedGadget } from './isolated-gadget.ts';
import type { Life, MakeLife } from './life.ts';
import type { PreparedComponent } from './link-component.ts';
import type { Place } from './place.ts';
import type { AllowanceTerms } from './thread-protocol.ts';

/** Instances of a component, each in a thread of its own. */
export class IsolatedMaker {
  private readonly place: Place;
  private readonly deadlines: Readonly<CallDeadlines>;
  private current: IsolatedGadget;

  /** Starts the thread of the first one, which reads its code while the component is prepared. */
  constructor(place: Place, deadlines: Readonly<CallDeadlines>) {
    this.place = place;
    this.deadlines = deadlines;
    this.current = this.begin(place.guest);
    place.release = () => this.current.close();
    place.measured = () => this.current.profile();
  }

  of(prepared: PreparedComponent, terms: AllowanceTerms): MakeLife {
    return async (guest): Promise<Life> => {
      if (guest !== this.place.guest) {
        await this.current.close();
        this.current = this.begin(guest);
      }
      const { current } = this;
      return { guest, hooks: await current.load(prepared, terms), usage: current.usage };
    };
  }

  private begin(guest: Guest): IsolatedGadget {
    const { options, log, measuring } = this.place.context;
    return new IsolatedGadget({
      guest,
      deadlines: this.deadlines,
      emitRoom: () => this.place.gadget?.emitRoom ?? { queued: 0, depth: 0 },
      onWarning: (message) => log.host('warn', message),
      platform: options.platform,
      bindings: options.bindings ?? 'direct',
      previewApi: this.place.previewApi,
      levels: levels.filter((level) => log.enabled(level)),
      measuring,
    });
  }
}
