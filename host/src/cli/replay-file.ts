import { constants, isUtf8 } from 'node:buffer';
import { constants as fs } from 'node:fs';
import { open } from 'node:fs/promises';
import { GadgetError, isGadgetError, messageOf } from '../errors.ts';
import { defaultLimits } from '../limits.ts';
import { parseQuarantine } from '../quarantine/read-record.ts';
import type { QuarantinedPacket } from '../quarantine/record.ts';

/** A file of a quarantine. */
export interface ReplayFile {
  text: string;
  record: QuarantinedPacket;
  /** Whether it is of this user, or of root. */
  trusted: boolean;
}

/** Larger files are not read: embedders may keep larger packets than the command does, within this. Bytes. */
const mostBytes = Math.min(defaultLimits.maxQuarantineFolderBytes, constants.MAX_STRING_LENGTH);

/** Reads a file of a quarantine, of which everything is checked. Throws E_QUARANTINE, which names it. */
export async function readReplayFile(file: string): Promise<ReplayFile> {
  try {
    // A pipe would be waited for.
    await using handle = await open(file, fs.O_RDONLY | fs.O_NONBLOCK);
    const found = await handle.stat();
    if (!found.isFile()) throw new TypeError('it is no file');
    if (found.size > mostBytes) throw new RangeError(`it has ${found.size} bytes, ${mostBytes} are the most`);
    const bytes = await handle.readFile();
    if (!isUtf8(bytes)) throw new TypeError('it is not UTF-8');
    const text = bytes.toString('utf8');
    return { text, record: parseQuarantine(text), trusted: isTrusted(found.uid) };
  } catch (error) {
    const hint = isGadgetError(error) ? error.hint : undefined;
    throw new GadgetError('E_QUARANTINE', `${file}: ${messageOf(error)}`, {
      cause: error,
      hint: hint ?? 'give a file that gadget run --quarantine has written',
    });
  }
}

function isTrusted(owner: number): boolean {
  return process.getuid === undefined || owner === 0 || owner === process.getuid();
}
