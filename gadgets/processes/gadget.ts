import { clock, defineGadget, openSource, params, subscribe } from '@gadget-api/guest';
import { commandLine } from './command-line.ts';

/** What a look at one process seldom needs; `--fields` shows them all the same. */
const details = [
  'ppid',
  'comm',
  'uid',
  'vsize',
  'cpu.user',
  'cpu.system',
  'start_time',
  'kernel',
  'exe',
  'cgroup',
];

export default defineGadget({
  init() {
    const withKernel = params.boolean('kernel-threads', false);
    const processes = openSource('processes');
    const pid = processes.field('pid', 'uint32');
    const ppid = processes.field('ppid', 'uint32');
    const name = processes.field('comm', 'text');
    const isKernel = processes.field('kernel', 'boolean');
    const cmdline = processes.field('cmdline', 'bytes');
    const started = processes.field('start_time', 'number');
    const rss = processes.field('rss', 'number');
    const total = processes.field('memory_total', 'number');
    for (const detail of details) processes.field(detail).setHidden();

    const share = processes
      .addField('memory', 'float32')
      .annotate('description', "Share of the machine's memory")
      .annotate('value.unit', 'percent');
    const age = processes
      .addField('age', 'uint64')
      .annotate('description', 'Time since it began')
      .annotate('value.unit', 'ns');
    const parent = processes.addField('parent', 'text').annotate('description', "Its parent's name");
    const command = processes.addField('command', 'text').annotate('description', 'Its command line');

    subscribe(processes, (packet) => {
      const names = name.column(packet);
      const parents = ppid.column(packet);
      const byPid = new Map(Array.from(pid.column(packet), (number, row) => [number, names[row]!]));
      const [now, start] = [Number(clock.monotonic()), started.column(packet)];
      const [held, all] = [rss.column(packet), total.column(packet)];

      share.setColumn(
        packet,
        Float64Array.from(held, (bytes, row) => (all[row]! > 0 ? (100 * bytes) / all[row]! : 0)),
      );
      age.setColumn(
        packet,
        Array.from(start, (ns) => BigInt(Math.max(0, Math.round(now - ns)))),
      );
      parents.forEach((number, row) => {
        const known = byPid.get(number);
        if (known !== undefined) parent.set(packet.row(row), known);
      });
      command.setColumn(
        packet,
        cmdline.column(packet).map((args, row) => commandLine(args, names[row]!)),
      );
      if (!withKernel) {
        packet.discardMany(isKernel.column(packet).flatMap((kernel, row) => (kernel ? [row] : [])));
      }
    });
  },
});
