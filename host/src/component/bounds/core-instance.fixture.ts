/** For tests only: core modules from text, as they are and within bounds. */
import { wat } from '../../../../test/support/components.ts';
import { type CoreInstance, webAssembly } from '../webassembly.ts';
import { Allowance } from './allowance.ts';
import { capModules, type CoreCaps } from './caps.ts';
import { instrument } from './instrument.ts';

type Imports = Record<string, Record<string, unknown>>;
type Call = (...args: number[]) => unknown;

/** More than any test takes. */
const amply: CoreCaps = { maxMemoryBytes: 2 ** 30, maxTableElements: 1_000_000 };

/** The instance of a module, within an allowance if it has one. */
export class TestInstance {
  readonly exports: CoreInstance['exports'];
  readonly allowance: Allowance | undefined;

  constructor({ exports }: CoreInstance, allowance: Allowance | undefined) {
    this.exports = exports;
    this.allowance = allowance;
  }

  /** Calls an export: what it answered, or the message of what it threw, and what that took of the fuel. */
  call(name: string, ...args: number[]): { answer: unknown; steps: number | undefined } {
    const fuel = this.allowance?.fuel;
    const before = fuel?.used ?? 0;
    fuel?.fill();
    let answer: unknown;
    try {
      answer = (this.exports[name] as Call)(...args);
    } catch (error) {
      answer = (error as Error).message;
    }
    fuel?.account();
    return { answer, steps: fuel && fuel.used - before };
  }
}

/** An instance of a module as it is. */
export async function plain(text: string, imports: Imports = {}): Promise<TestInstance> {
  const module = await webAssembly.compile(await wat(text));
  return new TestInstance(new webAssembly.Instance(module, imports), undefined);
}

/** Instances of modules that share an allowance, by default an ample one without fuel. */
export async function bounded(
  texts: readonly string[],
  allowance: Allowance = new Allowance(amply),
  imports: Imports = {},
): Promise<TestInstance[]> {
  const fuel = allowance.fuel !== undefined;
  const modules = await Promise.all(
    texts.map(async (text, at) => [`${at}`, instrument(await wat(text), { fuel })] as const),
  );
  const instances: TestInstance[] = [];
  for (const capped of capModules(new Map(modules), allowance.caps).values()) {
    const module = await webAssembly.compile(capped.bytes);
    allowance.admit(capped);
    const instance = new webAssembly.Instance(module, { ...imports, ...allowance.imports });
    allowance.watch(instance);
    instances.push(new TestInstance(instance, allowance));
  }
  return instances;
}

/** An instance of one module, with fuel if a call has any. */
export async function counting(
  text: string,
  fuelPerCall?: number,
  imports: Imports = {},
): Promise<TestInstance> {
  const [instance] = await bounded([text], new Allowance(amply, fuelPerCall), imports);
  return instance!;
}
