import { ApiError, createSource, defineGadget, openSource, subscribe } from '@gadget-api/guest';
import { Columns, copyRow, type Rows } from './columns.ts';

/** One snapshot of an input. */
interface State {
  /** By row; undefined where unset. */
  pids: (number | undefined)[];
  rows: Rows;
}

export default defineGadget({
  init() {
    const joined = createSource('process-sockets', 'snapshots');
    const input = (name: string, prefix: string): (() => State | undefined) => {
      const source = openSource(name).setHidden();
      if (source.delivery !== 'snapshots')
        throw new ApiError('other', `${name} come as ${source.delivery}: where does a state end?`);
      const pid = source.field('pid', 'uint32');
      const columns = new Columns(source, joined, (field) =>
        prefix !== '' && field === 'pid' ? undefined : prefix + field,
      );
      let latest: State | undefined;
      subscribe(source, (packet) => {
        const isSet = pid.isSetColumn(packet);
        const pids = Array.from(pid.column(packet), (number, row) =>
          isSet[row] === true ? number : undefined,
        );
        latest = { pids, rows: columns.read(packet) };
        fresh.add(name);
        if (fresh.size === 2) emit();
        return 'discard';
      });
      return () => latest;
    };

    const fresh = new Set<string>();
    const sockets = input('sockets', '');
    const processes = input('processes', 'process.');

    /** When both inputs are newer than what was sent last: they come one after the other, in either order. */
    function emit(): void {
      fresh.clear();
      const [left, right] = [sockets(), processes()];
      if (left === undefined || right === undefined) return;
      const rowOf = new Map(right.pids.map((pid, row) => [pid, row]));
      const packet = joined.newPacket(left.pids.length);
      left.pids.forEach((pid, row) => {
        copyRow(left.rows, row, packet, row);
        const process = pid === undefined ? undefined : rowOf.get(pid);
        if (process !== undefined) copyRow(right.rows, process, packet, row);
      });
      packet.emit();
    }
  },
});
