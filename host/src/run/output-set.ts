import type { DataSource } from '../data/data-source.ts';
import type { Packet } from '../data/packet.ts';
import { GadgetError, isGadgetError, messageOf } from '../errors.ts';
import type { Output } from '../outputs/output.ts';

/** The outputs of a run, and who takes what. */
export class OutputSet {
  private readonly outputs: Output[];
  private readonly takers = new Map<DataSource, Output[]>();

  constructor(outputs: readonly Output[]) {
    this.outputs = [...outputs];
  }

  add(output: Output): void {
    this.outputs.push(output);
  }

  /** Every init is done: asks each output what it takes, and marks those fields as printed. */
  choose(sources: Iterable<DataSource>): void {
    for (const source of sources) {
      const takers = this.outputs.filter((output) => {
        const fields = output.fields(source);
        for (const field of fields ?? []) field.printed = true;
        return fields !== undefined;
      });
      this.takers.set(source, takers);
    }
  }

  /** Gives a packet to whoever takes its source; a promise only when somebody waits. */
  deliver(packet: Packet): void | Promise<void> {
    const takers = this.takers.get(packet.source);
    if (takers === undefined || takers.length === 0) return;
    const [only] = takers;
    try {
      if (takers.length > 1) return this.deliverToAll(takers, packet);
      const written = only!.write(packet);
      return written === undefined ? undefined : written.catch(rethrow);
    } catch (error) {
      rethrow(error);
    }
  }

  /** The run is closing: outputs that wait for a reader wait no more. */
  release(): void {
    for (const output of this.outputs) output.release?.();
  }

  /** Closes all of them, also when one fails; the first failure is thrown. */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const output of this.outputs) {
      try {
        await output.close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) rethrow(failures[0]);
  }

  private async deliverToAll(takers: readonly Output[], packet: Packet): Promise<void> {
    for (const output of takers) {
      try {
        await output.write(packet);
      } catch (error) {
        rethrow(error);
      }
    }
  }
}

function rethrow(error: unknown): never {
  if (isGadgetError(error)) throw error;
  throw new GadgetError('E_OUTPUT_WRITE', `an output failed: ${messageOf(error)}`, { cause: error });
}
