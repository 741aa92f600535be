import { ApiFailure } from '../../api/failure.ts';
import type { Guest } from '../../api/guest.ts';
import { type Packet, send } from '../../api/packet.ts';
import { trapWithout } from '../../api/resource.ts';
import { answered, errorV2, FailureV2 } from './failure.ts';

/** A packet as 2.0 hands it out. */
export class PacketV2 {
  readonly packet: Packet;

  constructor(packet: Packet) {
    this.packet = packet;
  }

  [Symbol.dispose](): void {
    this.packet[Symbol.dispose]();
  }

  len(): number {
    return this.packet.len();
  }

  append(rows: number): number {
    return answered(() => this.packet.append(rows));
  }

  discard(rows: ArrayLike<number>): void {
    answered(() => this.packet.discardMany(rows));
  }
}

trapWithout(PacketV2, 'packet');

/** `packet.emit`: the packet comes back with the error. */
export function emit(guest: Guest, made: PacketV2): void {
  try {
    send(guest, made.packet);
  } catch (thrown) {
    throw thrown instanceof ApiFailure
      ? new FailureV2({ error: errorV2(thrown.payload), packet: made })
      : thrown;
  }
  made[Symbol.dispose]();
}
