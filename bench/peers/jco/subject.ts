import type { OpenSubject } from '../../calls/subject.ts';
import { prove } from '../../workload.ts';
import { instantiateByJco } from './component.ts';
import { columnsOf, DataSource, rowsOf } from './data-source.ts';
import { Field } from './field.ts';
import { Packet } from './packet.ts';

interface Lifecycle {
  init(purpose: 'run'): void;
  start(): void;
  stop(): void;
}

interface Handler {
  onPacket(subscription: number, packet: Packet): 'keep' | 'discard';
}

/**
 * A gadget as somebody runs it who has jco and writes the host side in plain JavaScript. It holds the data as jco's glue
 * takes it: strings, typed arrays, and texts packed where the guest asks for that.
 */
export const openJco: OpenSubject<'jco'> = async (host, job, rows) => {
  if (host.plainEnvironment) process.env = { ...process.env };
  const { component, takesJob } = host.guest;
  const messages: string[] = [];
  const exports = await instantiateByJco(component, {
    'gadget:api/types': {},
    'gadget:api/logging': {
      log: (level: string, message: string) => void messages.push(`${level}: ${message}`),
      enabled: () => true,
    },
    'gadget:api/params': {
      get: (key: string) => (takesJob && key === 'job' ? job : undefined),
    },
    'gadget:api/packet': { Packet },
    'gadget:api/field': { Field },
    'gadget:api/datasource': { DataSource },
  });
  const lifecycle = exports['gadget:api/lifecycle@1.0.0'] as Lifecycle;
  const handler = exports['gadget:api/handler@1.0.0'] as Handler;
  lifecycle.init('run');
  lifecycle.start();

  const packets = rows.map((packet) => ({ length: packet.length, columns: columnsOf(packet) }));
  let last: Packet | undefined;
  let rowsOut = 0;
  return {
    call(number) {
      const { length, columns } = packets[number]!;
      const packet = new Packet(length, columns);
      if (handler.onPacket(0, packet) === 'discard') return;
      last = packet;
      rowsOut += length;
    },
    rows: () => rowsOf(last?.columns ?? []),
    get rowsOut() {
      return rowsOut;
    },
    busyMs: undefined,
    async close() {
      lifecycle.stop();
      const sum = takesJob ? /^info: sum (\d+)$/.exec(messages.at(-1) ?? '')?.[1] : '0';
      prove(sum !== undefined && messages.length === (takesJob ? 1 : 0), messages.join('; '));
      return BigInt(sum);
    },
  };
};
