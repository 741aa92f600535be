import { readdirSync, readlinkSync, statSync } from 'node:fs';
import type { BytesColumn } from '../data/bytes-column.ts';
import type { DataSource } from '../data/data-source.ts';
import { type Field, hostPlace } from '../data/field.ts';
import { PacketBuilder } from '../data/packet-builder.ts';
import type { Packet, Value } from '../data/packet.ts';
import { GadgetError, messageOf } from '../errors.ts';
import { ProcFile } from './proc-file.ts';
import { type ProcStat, parseStat } from './proc-stat.ts';
import type { ProcSystem } from './proc-system.ts';

/** The kernel's flag of its own threads. */
const kernelThread = 0x0020_0000;
/** A command line is cut here. It may be as long as a process likes, and there may be thousands. Bytes. */
const cmdlineBytes = 64 * 1024;
/** When the command lines of one snapshot have this many bytes, further ones are cut at a page. Bytes. */
const cmdlinesBytes = 64 * 1024 * 1024;
const pageBytes = 4096;

/** Reads all processes into packets of `source`, which has the fields of {@link processFields}. */
export class ProcSnapshot {
  private readonly procPath: string;
  private readonly system: ProcSystem;
  private readonly users: ReadonlyMap<number, string>;
  private readonly builder: PacketBuilder;
  private readonly file = new ProcFile();
  private readonly fields: Map<string, Field>;
  /** Fields that cost a read each; nothing is read that nobody asked for. */
  private readonly wanted: { exe: boolean; cmdline: boolean; cgroup: boolean };

  constructor(source: DataSource, procPath: string, system: ProcSystem, users: ReadonlyMap<number, string>) {
    this.procPath = procPath;
    this.system = system;
    this.users = users;
    this.builder = new PacketBuilder(source);
    this.fields = new Map(source.fields.map((field) => [field.name, field]));
    const wanted = (name: string): boolean => source.field(name)!.requestedBehind(hostPlace);
    this.wanted = { exe: wanted('exe'), cmdline: wanted('cmdline'), cgroup: wanted('cgroup') };
  }

  /**
   * One state of all processes; those that end meanwhile are left out. Throws E_SOURCE_READ when there is no list of
   * them, E_LIMIT when there are more than `maxRows`.
   */
  take(maxRows: number): Packet {
    for (const name of this.list()) {
      if (this.builder.length >= maxRows) {
        this.builder.take();
        throw new GadgetError('E_LIMIT', `more than ${maxRows} processes, which is most of a snapshot`, {
          blame: 'user',
          hint: 'raise the limit maxSnapshotRows',
        });
      }
      this.addProcess(`${this.procPath}/${name}`);
    }
    return this.builder.take();
  }

  /** Numbers of processes, ascending. */
  private list(): string[] {
    try {
      const processes = readdirSync(this.procPath).filter((name) => /^[1-9]\d*$/.test(name));
      // Node gives names in the order of text, 10 before 9.
      return processes.sort((a, b) => Number(a) - Number(b));
    } catch (error) {
      throw new GadgetError('E_SOURCE_READ', `${this.procPath} can't be read: ${messageOf(error)}`, {
        hint: 'proc:processes needs Linux with /proc mounted',
        cause: error,
      });
    }
  }

  private addProcess(folder: string): void {
    const { file } = this;
    const length = file.read(`${folder}/stat`);
    if (length <= 0) return;
    const stat = parseStat(file.buffer, length);
    const uid = ownerOf(folder);
    if (stat === undefined || uid === undefined) return;
    this.builder.addRow();
    this.set('comm', file.buffer.subarray(stat.commStart, stat.commEnd));
    this.setStat(stat);
    this.set('uid', uid);
    this.set('user', this.users.get(uid));
    this.set('memory_total', this.system.memoryBytes);
    const kernel = (stat.flags & kernelThread) !== 0;
    this.set('kernel', kernel);
    if (this.wanted.cgroup) this.set('cgroup', this.cgroup(`${folder}/cgroup`));
    if (this.wanted.cmdline) this.setCmdline(`${folder}/cmdline`);
    if (this.wanted.exe && !kernel) this.set('exe', linkOf(`${folder}/exe`));
  }

  private setStat(stat: ProcStat): void {
    const { tickNs, pageBytes } = this.system;
    this.set('pid', stat.pid);
    this.set('ppid', stat.ppid);
    this.set('state', stat.state);
    this.set('threads', stat.threads);
    this.set('rss', stat.residentPages * pageBytes);
    this.set('vsize', stat.virtualBytes);
    this.set('cpu.user', stat.userTicks * tickNs);
    this.set('cpu.system', stat.systemTicks * tickNs);
    this.set('start_time', stat.startTicks * tickNs);
  }

  /** Sets a value of the row; absurd ones (a resident size beyond 2^53) stay unset. */
  private set(name: string, value: Value): void {
    this.builder.set(this.fields.get(name)!, value);
  }

  private setCmdline(path: string): void {
    const field = this.fields.get('cmdline')!;
    const { used } = this.builder.column(field) as BytesColumn;
    const length = this.file.read(path, used > cmdlinesBytes ? pageBytes : cmdlineBytes);
    if (length >= 0) this.builder.set(field, this.file.buffer.subarray(0, length));
  }

  /** Lines are `number:controllers:path`; version 2 has number 0 and no controllers. */
  private cgroup(path: string): Uint8Array | undefined {
    const length = this.file.read(path);
    if (length <= 0) return undefined;
    const bytes = this.file.buffer.subarray(0, length);
    const second = bytes.indexOf('\n0::');
    const start = bytes.indexOf('0::') === 0 || second < 0 ? 0 : second + 1;
    const pathStart = bytes.indexOf(0x3a, bytes.indexOf(0x3a, start) + 1) + 1;
    const end = bytes.indexOf(0x0a, start);
    return bytes.subarray(pathStart, end < 0 ? length : end);
  }
}

/** The folder of a process belongs to its effective user, also when its files belong to root. */
function ownerOf(folder: string): number | undefined {
  try {
    return statSync(folder, { throwIfNoEntry: false })?.uid;
  } catch {
    return undefined;
  }
}

function linkOf(path: string): Uint8Array | undefined {
  try {
    return readlinkSync(path, 'buffer');
  } catch {
    return undefined;
  }
}
