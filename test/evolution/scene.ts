/** Scenes for chains of gadgets of several majors, played over both bindings. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { buildFolder } from '../../host/src/gadget/build.ts';
import { createRun } from '../../host/src/run/create-run.ts';
import type { FakePlatform } from '../../host/src/run/fake-platform.fixture.ts';
import type { Bindings, GadgetSpec, RunOptions } from '../../host/src/run/options.ts';
import type { Run, RunResult } from '../../host/src/run/run.ts';
import type { Row } from '../../host/src/run/pushed-source.ts';

/** The first build on a machine compiles the standard library. Milliseconds. */
export const buildMs = 900_000;

/** One of the gadgets beside this file, by its folder. */
export const build = (name: string): Promise<Uint8Array> =>
  buildFolder(join(import.meta.dirname, name), { onWarning: (text) => console.warn(text) });

/** What a chain is made of, and what happens to it. */
export interface Scene {
  gadgets: readonly GadgetSpec[];
  /** Sources that are pushed into. */
  sources?: RunOptions['sources'];
  /** Rows of a source, packet by packet in this order. */
  packets?: readonly (readonly [source: string, rows: readonly Row[]])[];
  /** Sources whose rows are printed. */
  printed?: readonly string[];
  options?: Partial<RunOptions>;
  /** What is done with the run when all packets are in; default: the sources end. */
  end?: (run: Run) => unknown;
  platform?: FakePlatform;
}

/** What a chain made of a scene. */
export interface Outcome {
  rows: Record<string, unknown[]>;
  /** `gadget level: message key=value`. */
  logs: string[];
  result: RunResult;
}

/** Runs a scene. */
export async function play(scene: Scene, bindings: Bindings): Promise<Outcome> {
  const logs: string[] = [];
  const run = await createRun({
    maxRestarts: 0,
    gadgets: scene.gadgets,
    sources: scene.sources ?? {},
    bindings,
    previewApi: true,
    onLog: ({ gadget, level, message, attributes = [] }) =>
      void logs.push(
        [`${gadget} ${level}: ${message}`, ...attributes.map(({ key, value }) => `${key}=${value}`)].join(
          ' ',
        ),
      ),
    ...scene.options,
  });
  const rows: Record<string, unknown[]> = {};
  const taking = (scene.printed ?? []).map(async (name) => {
    rows[name] = [];
    for await (const packet of run.output(name)) rows[name].push(...packet.rows());
  });
  await run.start();
  for (const [name, packet] of scene.packets ?? []) await run.source(name).push([...packet]);
  await (scene.end ?? endOfSources)(run);
  const result = await run.done;
  await Promise.all(taking);
  return { rows, logs, result };
}

function endOfSources(run: Run): void {
  for (const { name } of run.dataSources) {
    try {
      run.source(name).end();
    } catch {
      // Made by a gadget.
    }
  }
}

/** Runs a scene over both bindings, which must agree; gives what came of it. */
export async function playBoth(scene: () => Scene): Promise<Outcome> {
  const direct = await play(scene(), 'direct');
  const reference = await play(scene(), 'reference');
  const comparable = ({ rows, logs, result }: Outcome): unknown => ({
    rows,
    logs,
    failure: result.failure?.message,
    gadgets: result.stats.gadgets.map((stats) => ({ ...stats, busyMs: 0 })),
  });
  expect(comparable(direct)).toEqual(comparable(reference));
  return direct;
}
