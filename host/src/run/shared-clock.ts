import { performance } from 'node:perf_hooks';

/**
 * The time as it was last read, in milliseconds. Reading a clock costs as much as some calls of the API, so those who need
 * the same moment share it: one gadget's end is the next one's begin.
 */
export class SharedClock {
  now: number = performance.now();

  read(): number {
    this.now = performance.now();
    return this.now;
  }
}
