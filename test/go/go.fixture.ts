import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createRun,
  type FailureReport,
  type GadgetError,
  type LogRecord,
  type Platform,
  type PushedSource,
  type Row,
} from '@gadget-api/host';
import { onTestFinished } from 'vitest';
import { goVersion } from '../../host/src/gadget/go/toolchain.ts';

export const root: string = join(import.meta.dirname, '../..');
export const behaviours: string = join(import.meta.dirname, 'fixtures/behaviours');
export const newest: string = join(import.meta.dirname, 'fixtures/newest');
export const example: string = join(root, 'guest-go-example');

const version = await goVersion();
const ci = (process.env['CI'] ?? '') !== '';

/** Whether these tests can run. On CI they do anyway, and fail. */
export const canBuild: boolean = version !== undefined || ci;
if (!canBuild) console.warn('tests of gadgets in Go are skipped: Go 1.26 or newer is not installed');

/** How components are called. */
export const bindings = ['direct', 'reference'] as const;

/** What {@link runGo} runs. */
export interface GoRun {
  component: Uint8Array;
  bindings: (typeof bindings)[number];
  params?: Record<string, string>;
  /** Kind by field of the source `open`. */
  schema: PushedSource['schema'];
  /** Rows, packet by packet. */
  packets: readonly (readonly Row[])[];
  /** How many rows were lost before each packet. */
  lost?: readonly number[];
  platform?: Platform;
  /** What happens when the packets are through. */
  after?: () => Promise<void>;
}

/** What came out. */
export interface GoResult {
  rows: Row[];
  logs: string[];
  /** What each line of the log says besides. */
  attributes: LogRecord['attributes'][];
  failures: FailureReport[];
  error: GadgetError | undefined;
  /** The most handles that the gadget had, and how many it never dropped. */
  handles: { peak: number; leaked: number };
  /** Warnings of the host itself. */
  warnings: string[];
}

/** Runs a component over packets of the source `open`. */
export async function runGo(what: GoRun): Promise<GoResult> {
  const rows: Row[] = [];
  const logs: LogRecord[] = [];
  const failures: FailureReport[] = [];
  const run = await createRun({
    gadgets: [{ name: 'gadget', component: what.component, params: what.params ?? {} }],
    sources: { open: { schema: what.schema } },
    outputs: [
      {
        fields: (source) => source.fields,
        write: (packet) => void (packet.source.name === 'open' && rows.push(...packet.rows())),
        close: () => {},
      },
    ],
    logLevel: 'trace',
    onLog: (record) => logs.push(record),
    onFailure: (report) => failures.push(report),
    bindings: what.bindings,
    ...(what.platform !== undefined && { platform: what.platform }),
  });
  let error: GadgetError | undefined;
  try {
    await run.start();
    const source = run.source('open');
    for (const [index, packet] of what.packets.entries()) {
      const lost = what.lost?.[index] ?? 0;
      if (lost > 0) source.lost(lost);
      await source.push(packet);
    }
    await what.after?.();
  } catch (thrown) {
    error = thrown as GadgetError;
  }
  const { stats } = await run.close();
  const [counts] = stats.gadgets;
  const own = logs.filter(({ gadget }) => gadget !== undefined);
  return {
    rows,
    logs: own.map(({ level, message }) => `${level} ${message}`),
    attributes: own.map(({ attributes }) => attributes),
    failures,
    error,
    handles: { peak: counts?.handlesPeak ?? 0, leaked: counts?.handlesLeaked ?? 0 },
    warnings: logs.filter(({ gadget }) => gadget === undefined).map(({ message }) => message),
  };
}

/** Runs Go and gives what it printed; throws with its words. */
export function go(folder: string, argv: readonly string[], env: Record<string, string> = {}): string {
  return execFileSync('go', argv, {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, GOFLAGS: '-mod=readonly', GOTOOLCHAIN: 'local', ...env },
  });
}

/** A copy of a gadget's folder and of the SDK, as far from each other as they are here. Removed after the test. */
export function copyOf(folder: string, below: string = ''): string {
  const top = mkdtempSync(join(tmpdir(), 'gadget-go-'));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  const to = join(top, below);
  mkdirSync(to, { recursive: true });
  const filter = (path: string): boolean => !path.includes('.gadget');
  cpSync(join(root, 'guest-go'), join(to, 'guest-go'), { recursive: true });
  cpSync(folder, join(to, folder.slice(root.length)), { recursive: true, filter });
  return join(to, folder.slice(root.length));
}
