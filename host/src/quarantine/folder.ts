import { randomBytes } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { GadgetError, isGadgetError, messageOf } from '../errors.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import { formatSize } from '../size.ts';
import { isRecordFile, recordFile } from './file-name.ts';
import type { QuarantinedPacket } from './record.ts';
import { quarantineText } from './write-record.ts';

/** What {@link quarantineFolder} takes. */
export interface QuarantineFolderOptions {
  /** Moves the caps `maxQuarantineFileBytes`, `maxQuarantineFolderBytes` and `maxQuarantineFiles`. */
  limits?: Partial<Limits>;
  /** Gets the first reason for which a packet was not kept, once. Default: only {@link QuarantineFolder.notKept} tells. */
  onWarning?: (message: string) => void;
}

/**
 * A folder for packets that gadgets failed on, a file each: for `RunOptions.onQuarantine`, as `onQuarantine: folder.keep`. It is made if
 * it is not there, for this user alone. Throws E_USAGE when nothing can be written there.
 */
export function quarantineFolder(folder: string, options: QuarantineFolderOptions = {}): QuarantineFolder {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const real = realpathSync.native(folder);
    rmSync(writeWhole(real, recordFile('trial', 0, 0), ''));
    return new QuarantineFolder(real, options);
  } catch (error) {
    throw new GadgetError('E_USAGE', `no packets can be kept in ${folder}: ${messageOf(error)}`, {
      cause: error,
      hint: 'give a folder that you can write to, or one that does not exist in such a folder',
    });
  }
}

/** A folder of kept packets. What is there already counts for its caps. */
export class QuarantineFolder {
  /** Where it is, links resolved. */
  readonly folder: string;
  /** Packets kept in this run. */
  kept = 0;
  /** Packets that were not: too large, no room left, or a failing disk. */
  notKept = 0;
  /** The file that was written last. */
  last: string | undefined;
  private readonly limits: Readonly<Limits>;
  private readonly onWarning: (message: string) => void;
  private bytes = 0;
  private files = 0;

  /** Use {@link quarantineFolder}, which makes the folder. */
  constructor(folder: string, options: QuarantineFolderOptions) {
    this.folder = folder;
    this.limits = resolveLimits(options.limits);
    this.onWarning = options.onWarning ?? (() => {});
    for (const name of readdirSync(folder).filter(isRecordFile)) {
      this.files++;
      this.bytes += lstatSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
    }
  }

  /** Writes a packet into a file of its own; what can't be kept is counted. Bound, and never throws. */
  readonly keep = (record: QuarantinedPacket): void => {
    const problem = this.write(record);
    if (problem === undefined) return;
    this.notKept++;
    if (this.notKept === 1) this.onWarning(`a packet of ${record.gadget.name} was not kept: ${problem}`);
  };

  /** Gives why it was not written. */
  private write(record: QuarantinedPacket): string | undefined {
    const { maxQuarantineFiles, maxQuarantineFolderBytes, maxQuarantineFileBytes } = this.limits;
    if (this.files >= maxQuarantineFiles) {
      return `${this.folder} holds ${this.files} files (maxQuarantineFiles)`;
    }
    const left = maxQuarantineFolderBytes - this.bytes;
    try {
      const text = quarantineText(record, Math.min(left, maxQuarantineFileBytes));
      const file = recordFile(record.gadget.name, Date.now(), this.kept + 1);
      this.last = writeWhole(this.folder, file, text);
      this.kept++;
      this.files++;
      this.bytes += Buffer.byteLength(text);
      return undefined;
    } catch (error) {
      if (!isGadgetError(error) || left >= maxQuarantineFileBytes) return messageOf(error);
      return `${this.folder} has room for ${formatSize(Math.max(0, left))} more (maxQuarantineFolderBytes)`;
    }
  }
}

/**
 * A new file that is there whole or not at all; for its owner alone. It can't be known before what either of its two names will be, so
 * nobody has put a link or a file of his there.
 */
function writeWhole(folder: string, name: string, text: string): string {
  const temporary = path.join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
  const file = path.join(folder, name);
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode: 0o600, flush: true });
    if (existsSync(file)) throw new Error(`${file} is there already`);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return file;
}
