import type { Format } from './format.ts';
import { jsonPrettyOutput } from './json-pretty.ts';
import { jsonOutput } from './json.ts';
import { noOutput } from './none.ts';
import type { Output } from './output.ts';
import type { Sink } from './sink.ts';
import { type TableOptions, tableOutput } from './table.ts';
import { yamlOutput } from './yaml.ts';

/** What any format may be told; what is about terminals only tables heed. */
export type OutputOptions = TableOptions;

/** The output that prints in a format. */
export function createOutput(format: Format, sink: Sink, options: OutputOptions = {}): Output {
  switch (format) {
    case 'table':
      return tableOutput(sink, options);
    case 'json':
      return jsonOutput(sink, options);
    case 'jsonpretty':
      return jsonPrettyOutput(sink, options);
    case 'yaml':
      return yamlOutput(sink, options);
    case 'none':
      return noOutput(options);
  }
}
