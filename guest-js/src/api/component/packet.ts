import { Packet } from 'gadget:api/packet';
import type { RawPacketClass } from '../raw.ts';

/** The static functions of `packet` as the component imports them. */
export const packets: RawPacketClass = Packet;
