import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { isClean, replaceUnsafe } from '../clean.ts';
import type { DataSource } from '../data/data-source.ts';
import { splitPath } from '../data/field-path.ts';
import type { Field } from '../data/field.ts';
import { type Packet, valueAt } from '../data/packet.ts';
import type { Output } from './output.ts';
import { type PrintOptions, Printed } from './printed.ts';
import type { Sink } from './sink.ts';

/**
 * One YAML document for every row, each begun by `---`; snapshots too, so an empty one prints nothing. Values, nesting and
 * the name of the source are as `jsonOutput` has them, but NaN and infinities are `.nan`, `.inf` and `-.inf`, and bytes are
 * `!!binary`. Text with anything that must not reach a terminal is in double quotes, with escapes.
 */
export function yamlOutput(sink: Sink, options: PrintOptions = {}): Output {
  return new YamlOutput(sink, options);
}

const require = createRequire(import.meta.url);
let yaml: typeof Yaml | undefined;

/** What a row becomes: maps and not objects, as a key may be `__proto__`. */
type Tree = Map<string, unknown>;

interface Path {
  field: Field;
  keys: readonly string[];
}

class YamlOutput implements Output {
  private readonly sink: Sink;
  private readonly printed: Printed<readonly Path[]>;

  constructor(sink: Sink, options: PrintOptions) {
    this.sink = sink;
    this.printed = new Printed(options, (_, fields) =>
      fields.map((field) => ({ field, keys: splitPath(field.name) })),
    );
  }

  fields(source: DataSource): readonly Field[] | undefined {
    return this.printed.fields(source);
  }

  async write(packet: Packet): Promise<void> {
    const paths = this.printed.get(packet.source);
    if (paths === undefined) return;
    let text = '';
    for (let row = 0; row < packet.length; row++) {
      const tree = treeOf(packet, paths, row);
      text += `---\n${render(this.printed.several ? new Map([[packet.source.name, tree]]) : tree)}`;
      if (text.length < 65_536) continue;
      await this.sink.write(text);
      text = '';
    }
    if (text !== '') await this.sink.write(text);
  }

  close(): void {}
}

function treeOf(packet: Packet, paths: readonly Path[], row: number): Tree {
  const root: Tree = new Map();
  for (const { field, keys } of paths) {
    const value = valueAt(packet, field, row);
    if (value === undefined) continue;
    let target = root;
    for (const key of keys.slice(0, -1)) {
      let inner = target.get(key) as Tree | undefined;
      if (inner === undefined) target.set(key, (inner = new Map()));
      target = inner;
    }
    const isJson = field.kind === 'other' && field.elements === undefined;
    target.set(keys.at(-1)!, isJson ? parsed(value as string) : value);
  }
  return root;
}

/** Parts of JSON deeper than this stay text: the library walks them by recursion. */
const deepest = 100;

/** JSON as a value; what is no JSON, or too deep, stays the text that it is. Whole numbers keep their digits. */
function parsed(json: string): unknown {
  const exact = (_: string, value: unknown, context?: { source?: string }): unknown => {
    const digits = context?.source;
    const whole = typeof value === 'number' && digits !== undefined && /^-?\d+$/.test(digits);
    return whole && !Number.isSafeInteger(value) ? BigInt(digits) : value;
  };
  try {
    const value: unknown = JSON.parse(json, exact);
    return isDeeper(value, deepest) ? json : value;
  } catch {
    return json;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function render(tree: Tree): string {
  // Loading it takes 15 ms, which no other format has to wait for.
  yaml ??= require('yaml') as typeof Yaml;
  const { Document, isScalar, Scalar, stringify, visit } = yaml;
  const document = new Document(tree, { aliasDuplicateObjects: false, customTags: ['binary'] });
  // The library escapes C0 in quotes only, so what needs an escape is put there, where escapes of ours are read back.
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && typeof node.value === 'string' && !isClean(node.value)) {
        node.value = node.value.toWellFormed();
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  const text = stringify(document, { lineWidth: 0, doubleQuotedAsJSON: true, simpleKeys: false });
  return replaceUnsafe(text, (codePoint, character) => {
    if (character === '\n') return character;
    const hex = codePoint.toString(16);
    return codePoint < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
  });
}
