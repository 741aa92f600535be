import { CallingEnd, type Requests } from '../isolate/calling-end.ts';
import { GadgetWorker } from '../isolate/gadget-worker.ts';

/** A thread for one gadget, which may have one instance after the other in it. */
export class GuestThread {
  readonly worker: GadgetWorker;
  readonly end: CallingEnd;
  /** Whether it has been ended. */
  ended = false;
  /** Who serves it. */
  private requests: Requests;

  /** Starts it. `maxHeapBytes`: of JavaScript. */
  constructor(maxHeapBytes: number, requests: Requests) {
    // TypeScript in a checkout, JavaScript in a published package.
    const file = `./gadget-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`;
    this.requests = requests;
    this.worker = new GadgetWorker(new URL(file, import.meta.url), maxHeapBytes);
    const { turns, port } = this.worker;
    const served: Requests = {
      told: (message) => this.requests.told(message),
      asked: (question) => this.requests.asked(question),
    };
    this.end = new CallingEnd(turns, port, served, this.worker);
  }

  /** The next instance has another who serves it. */
  passTo(requests: Requests): void {
    this.requests = requests;
  }

  /** Ends it, whatever it does. */
  async kill(): Promise<void> {
    this.ended = true;
    await this.worker.end();
  }
}
