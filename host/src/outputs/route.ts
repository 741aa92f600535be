import { clean } from '../clean.ts';
import type { DataSource } from '../data/data-source.ts';
import { GadgetError } from '../errors.ts';
import { nearest } from '../suggest.ts';
import type { Format } from './format.ts';
import { createOutput, type OutputOptions } from './formats.ts';
import type { Output } from './output.ts';
import type { OutputSpec } from './select.ts';
import type { Sink } from './sink.ts';

/**
 * One output for all values of `-o` together: each source in its own format, else in the one given without a source, else
 * in a table. A hidden source is printed when it is named. Throws E_OUTPUT when a source, or all, got two formats.
 */
export function routeOutput(
  specs: readonly OutputSpec[],
  sink: Sink,
  options: Omit<OutputOptions, 'wants'> = {},
): Output {
  const formats = new Map<string | undefined, Format>();
  for (const { source, format } of specs) {
    const before = formats.get(source);
    if (before !== undefined && before !== format) {
      const what = source === undefined ? 'every source' : clean(source);
      throw new GadgetError('E_OUTPUT', `${what} is to be printed as ${before} and as ${format}`, {
        hint: 'Choose one, or name sources: -o SOURCE:FORMAT.',
      });
    }
    formats.set(source, format);
  }
  return new Route(formats, sink, options);
}

class Route implements Output {
  private readonly formats: ReadonlyMap<string | undefined, Format>;
  private readonly make: (format: Format) => Output;
  /** One for each format, so that it knows of all sources that it prints. */
  private readonly outputs = new Map<Format, Output>();

  constructor(formats: ReadonlyMap<string | undefined, Format>, sink: Sink, options: OutputOptions) {
    this.formats = formats;
    const wants = (source: DataSource): boolean => !source.hidden || formats.has(source.name);
    this.make = (format) => createOutput(format, sink, { ...options, wants });
  }

  fields(source: DataSource): ReturnType<Output['fields']> {
    const format = this.formatOf(source);
    let output = this.outputs.get(format);
    if (output === undefined) this.outputs.set(format, (output = this.make(format)));
    return output.fields(source);
  }

  write(packet: Parameters<Output['write']>[0]): void | Promise<void> {
    return this.outputs.get(this.formatOf(packet.source))?.write(packet);
  }

  release(): void {
    for (const output of this.outputs.values()) output.release?.();
  }

  async close(): Promise<void> {
    for (const output of this.outputs.values()) await output.close();
  }

  private formatOf(source: DataSource): Format {
    return this.formats.get(source.name) ?? this.formats.get(undefined) ?? 'table';
  }
}

/**
 * Checks names of sources in `-o` and `--fields` once all sources are known; else a slip of the pen would print nothing,
 * or everything, without a word. Throws E_SOURCE_UNKNOWN.
 */
export function checkSourceNames(
  known: readonly DataSource[],
  specs: readonly OutputSpec[],
  fields: readonly string[] = [],
): void {
  const names = known.map((source) => source.name);
  const asked = specs.flatMap(({ source }) => (source === undefined ? [] : [source]));
  for (const name of fields) {
    const own = known.some(
      (source) => name.startsWith(`${source.name}:`) || source.field(name) !== undefined,
    );
    if (!own && name.includes(':')) asked.push(name.slice(0, name.indexOf(':')));
  }
  const unknown = asked.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const meant = nearest(unknown, names);
  throw new GadgetError('E_SOURCE_UNKNOWN', `there is no data source ${clean(unknown)}`, {
    hint: meant === undefined ? `There are ${names.map(clean).join(', ')}.` : `Did you mean ${clean(meant)}?`,
    details: { source: unknown },
  });
}
