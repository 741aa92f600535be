import * as v from 'valibot';

const messageShape = v.variant('reason', [
  v.object({
    reason: v.literal('compiler-message'),
    message: v.object({
      level: v.string(),
      rendered: v.nullish(v.string()),
      spans: v.array(v.unknown()),
    }),
  }),
  v.object({
    reason: v.literal('compiler-artifact'),
    manifest_path: v.string(),
    target: v.object({ crate_types: v.array(v.string()) }),
    filenames: v.array(v.string()),
  }),
]);

/** What a build of cargo said. */
export interface CargoReport {
  errors: string[];
  warnings: string[];
  /** The module that the crate with this manifest became; undefined when it did not. */
  module: string | undefined;
}

/** Reads what `cargo build --message-format=json` prints: one message a line, of which some matter. */
export function readReport(lines: string, manifest: string): CargoReport {
  const report: CargoReport = { errors: [], warnings: [], module: undefined };
  for (const line of lines.split('\n')) {
    if (!line.startsWith('{')) continue;
    const { success, output } = v.safeParse(messageShape, JSON.parse(line));
    if (!success) continue;
    if (output.reason === 'compiler-message') add(report, output.message);
    else if (output.manifest_path === manifest && output.target.crate_types.includes('cdylib'))
      report.module = output.filenames.find((file) => file.endsWith('.wasm'));
  }
  return report;
}

interface Message {
  level: string;
  rendered?: string | null | undefined;
  spans: unknown[];
}

function add(report: CargoReport, { level, rendered, spans }: Message): void {
  if (typeof rendered !== 'string') return;
  // Counts of what was said, and where to read more, are about no place.
  if (spans.length === 0 && /emitted|aborting due to|^For more information/.test(rendered)) return;
  if (level.startsWith('error')) report.errors.push(rendered.trim());
  else if (level === 'warning') report.warnings.push(rendered.trim());
}
