import { type CoreGlobal, webAssembly } from '../webassembly.ts';

/** The fuel of one instance: given anew for each call, and shared by all core modules of its component. */
export class Fuel {
  /** Steps of a call. */
  readonly perCall: number;
  /** What is left of it; the guest counts it down. */
  readonly left: CoreGlobal<bigint>;
  private readonly full: bigint;
  private total = 0;
  private short = false;

  constructor(perCall: number) {
    if (!Number.isSafeInteger(perCall) || perCall < 1)
      throw new RangeError('fuel must be a positive whole number');
    this.perCall = perCall;
    this.full = BigInt(perCall);
    this.left = new webAssembly.Global<bigint>({ value: 'i64', mutable: true }, this.full);
  }

  /** Whether the last call had less than it needed. */
  get empty(): boolean {
    return this.short;
  }

  /** Steps of all calls that are over. */
  get used(): number {
    return this.total;
  }

  /** A call begins. */
  fill(): void {
    this.left.value = this.full;
  }

  /** A call is over: what it used counts, but no more than it had. */
  account(): void {
    const left = Number(this.left.value);
    this.short = left < 0;
    this.total += this.short ? this.perCall : this.perCall - left;
  }
}
