/** A process, and how many events it had. */
export interface Count {
  pid: number;
  comm: string;
  events: number;
}

/** Counts by process: a number is used again for another command. */
export class Counts {
  readonly #byPid = new Map<number, Map<string, Count>>();

  /** How many numbers of processes there are. */
  get size(): number {
    return this.#byPid.size;
  }

  add(pid: number, comm: string): void {
    let byComm = this.#byPid.get(pid);
    if (byComm === undefined) this.#byPid.set(pid, (byComm = new Map()));
    const count = byComm.get(comm);
    if (count === undefined) byComm.set(comm, { pid, comm, events: 1 });
    else count.events++;
  }

  /** The busiest first; equal ones in order of pid, then of comm by code units. */
  top(limit: number): Count[] {
    return [...this.#byPid.values()]
      .flatMap((byComm) => [...byComm.values()])
      .sort((a, b) => b.events - a.events || a.pid - b.pid || (a.comm < b.comm ? -1 : 1))
      .slice(0, limit);
  }
}
