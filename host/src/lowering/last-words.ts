import { decodeUtf8 } from '../data/bytes-column.ts';

/** What a guest wrote to its output during a call, the end of it: a runtime that falls says there why. */
export class LastWords {
  private readonly most: number;
  private bytes: Uint8Array<ArrayBufferLike> = new Uint8Array(0);

  /** At most `most` bytes are kept. */
  constructor(most: number) {
    this.most = most;
  }

  add(bytes: Uint8Array): void {
    this.bytes = Buffer.concat([this.bytes, bytes]).subarray(-this.most);
  }

  get text(): string {
    return decodeUtf8(this.bytes, 0, this.bytes.length).trim();
  }

  clear(): void {
    if (this.bytes.length > 0) this.bytes = new Uint8Array(0);
  }
}
