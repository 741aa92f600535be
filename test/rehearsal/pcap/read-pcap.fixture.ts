/** A packet of a capture file. */
export interface Captured {
  nanoseconds: bigint;
  /** Its length when it was captured; what was kept is `data`. */
  length: number;
  data: string;
}

/** A capture file with nanoseconds, in the order of bytes of little endians. */
export interface Capture {
  version: string;
  snapLength: number;
  linkType: number;
  packets: Captured[];
}

/** Reads a capture file to its last byte, as its format is described in draft-ietf-opsawg-pcap; throws where it is not so. */
export function readPcap(file: Uint8Array): Capture {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const u32 = (at: number): number => view.getUint32(at, true);
  if (u32(0) !== 0xa1b23c4d) throw new Error('no capture file with nanoseconds');
  if (u32(8) !== 0 || u32(12) !== 0) throw new Error('reserved bytes that are not 0');
  const snapLength = u32(16);
  const packets: Captured[] = [];
  for (let at = 24; at < file.length;) {
    const [seconds, nanoseconds, kept, length] = [u32(at), u32(at + 4), u32(at + 8), u32(at + 12)];
    if (nanoseconds >= 1_000_000_000) throw new Error('more nanoseconds than a second has');
    if (kept > snapLength || kept > length) throw new Error('more bytes than there can be');
    const data = file.subarray(at + 16, at + 16 + kept);
    if (data.length < kept) throw new Error('cut short');
    packets.push({
      nanoseconds: BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds),
      length,
      data: Buffer.from(data).toString('hex'),
    });
    at += 16 + kept;
  }
  const version = `${view.getUint16(4, true)}.${view.getUint16(6, true)}`;
  return { version, snapLength, linkType: u32(20), packets };
}
