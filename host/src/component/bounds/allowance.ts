import { GadgetError } from '../../errors.ts';
import { type CoreGlobal, type CoreInstance, type CoreMemory, webAssembly } from '../webassembly.ts';
import { type CappedModule, type CoreCaps, memoryExport, pageBytes, tooMuchMemory } from './caps.ts';
import { reserved } from './facts.ts';
import { Fuel } from './fuel.ts';
import type { CoreCounters } from './instrument.ts';

/** What a call that failed was short of. */
export type Shortage = 'fuel' | 'memory';

/** What one instance of a component may use, and what it uses. */
export class Allowance {
  readonly caps: CoreCaps;
  /** Undefined: it is not counted what the guest does. */
  readonly fuel: Fuel | undefined;
  private readonly pages: CoreGlobal<number>;
  private readonly refused: CoreGlobal<number>;
  private readonly memories: CoreMemory[] = [];
  private elements = 0;
  private refusedBefore = 0;

  /** `fuelPerCall`: steps; see `RunOptions.fuel`. */
  constructor(caps: CoreCaps, fuelPerCall?: number) {
    const counter = (value: number): CoreGlobal<number> =>
      new webAssembly.Global({ value: 'i32', mutable: true }, value);
    this.caps = caps;
    this.fuel = fuelPerCall === undefined ? undefined : new Fuel(fuelPerCall);
    this.pages = counter(Math.floor(caps.maxMemoryBytes / pageBytes));
    this.refused = counter(0);
  }

  /** Linear memory of all its core modules now, in bytes. */
  get memoryBytes(): number {
    return this.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  }

  /** What its core modules import beside what they ask for. */
  get imports(): Record<string, Record<string, unknown>> {
    const counters: Omit<CoreCounters<unknown>, 'fuel'> = { pages: this.pages, refused: this.refused };
    return { [reserved]: this.fuel === undefined ? counters : { ...counters, fuel: this.fuel.left } };
  }

  /**
   * Before a core module is instantiated, which may be more than once.
   *
   * @throws GadgetError E_TOO_LARGE
   */
  admit({ pages, elements }: Pick<CappedModule, 'pages' | 'elements'>): void {
    const { maxMemoryBytes, maxTableElements } = this.caps;
    const left = this.pages.value - pages;
    if (left < 0) throw tooMuchMemory(maxMemoryBytes - left * pageBytes, maxMemoryBytes);
    this.pages.value = left;
    this.elements += elements;
    if (this.elements <= maxTableElements) return;
    throw new GadgetError(
      'E_TOO_LARGE',
      `the component instantiates core modules more than once, and their tables may grow to ${this.elements} elements, ${maxTableElements} are the most (maxTableElements)`,
      { hint: 'Build the gadget with tables that do not grow.' },
    );
  }

  /** After it was instantiated. */
  watch({ exports }: CoreInstance): void {
    for (let place = 0; ; place++) {
      const memory = exports[`${memoryExport}${place}`];
      if (memory === undefined) return;
      this.memories.push(memory as CoreMemory);
    }
  }

  /** What a call that failed was short of; memory also when it was refused since a call failed before. */
  shortage(): Shortage | undefined {
    const before = this.refusedBefore;
    this.refusedBefore = this.refused.value;
    if (this.fuel?.empty === true) return 'fuel';
    return this.refusedBefore === before ? undefined : 'memory';
  }
}
