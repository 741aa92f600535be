import type { Packet } from '../data/packet.ts';
import type { Output } from './output.ts';

/**
 * Lets `max` rows through, of all sources together, and forgets what comes after. The packet in which the last one stands
 * is cut there, a snapshot too. `onReached` is called once, when the output has taken them.
 */
export function limitRows(output: Output, max: number, onReached: () => void): Output {
  if (!Number.isSafeInteger(max) || max < 1) throw new RangeError(`rows must be 1 or more, not ${max}`);
  let left = max;
  return {
    fields: (source) => output.fields(source),
    write(packet: Packet) {
      if (left === 0) return undefined;
      const taken = Math.min(left, packet.length);
      left -= taken;
      const written = output.write(packet.window(0, taken));
      if (left > 0) return written;
      if (written === undefined) return onReached();
      return written.then(onReached);
    },
    release: () => output.release?.(),
    close: () => output.close(),
  };
}
