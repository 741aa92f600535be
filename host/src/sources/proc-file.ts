import { closeSync, openSync, readSync } from 'node:fs';

const initialBytes = 64 * 1024;

/**
 * Reads small files of /proc into one buffer that is used again and again. Such files must be read synchronously: a
 * process may be gone at the next moment, and 300 trips through the thread pool take longer than 300 reads.
 */
export class ProcFile {
  /** Holds the file read last, up to the length that {@link read} gave. */
  buffer: Buffer = Buffer.allocUnsafeSlow(initialBytes);

  /**
   * Reads a file, at most `limit` bytes of it, and gives its length in {@link buffer}. -1 when it can't be read: no
   * such process any more, or no permission.
   */
  read(path: string, limit: number = initialBytes): number {
    let fd: number;
    try {
      fd = openSync(path, 'r');
    } catch {
      return -1;
    }
    try {
      return this.fill(fd, limit);
    } catch {
      return -1;
    } finally {
      closeSync(fd);
    }
  }

  private fill(fd: number, limit: number): number {
    let length = 0;
    // Files of /proc come in pieces as they like: only a read of nothing is the end.
    while (length < limit) {
      if (length === this.buffer.length) {
        const grown = Buffer.allocUnsafeSlow(length * 2);
        this.buffer.copy(grown, 0, 0, length);
        this.buffer = grown;
      }
      const room = Math.min(limit, this.buffer.length) - length;
      const bytes = readSync(fd, this.buffer, length, room, null);
      if (bytes === 0) break;
      length += bytes;
    }
    return length;
  }
}
