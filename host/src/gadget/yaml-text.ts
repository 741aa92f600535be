import * as v from 'valibot';
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { type ErrorCode, GadgetError, messageOf } from '../errors.ts';
import { didYouMean, nearest } from '../suggest.ts';

/** Keys and indices from the top of the file to a value. */
export type Place = readonly (string | number)[];

/** Most bytes of a file. The largest sensible gadget.yaml, with 1024 described fields, has about 100 KiB. */
export const maxYamlBytes: number = 256 * 1024;

/** Names that JavaScript objects give a meaning of their own: they would be lost on the way. */
const reservedKeys = ['__proto__', 'prototype', 'constructor'];

/** What is in a file. */
export interface YamlRules<T> {
  schema: v.GenericSchema<unknown, T>;
  /** The keys known at a place, for near misses. */
  keysAt(place: Place): readonly string[];
  /** What it is refused with. */
  code: ErrorCode;
}

/** What {@link readYaml} gives. */
export interface Read<T> {
  value: T;
  /** Throws the code of the rules about a value of the file. */
  refuse(at: Place, why: string): never;
}

/** Reads YAML that follows a schema. Aliases are refused: nobody needs them here, and some of them explode. */
export function readYaml<T>(text: string, file: string, { schema, keysAt, code }: YamlRules<T>): Read<T> {
  const fail = (where: string, why: string, hint?: string): never => {
    throw new GadgetError(code, `${file}${where}: ${why}`, hint === undefined ? {} : { hint });
  };
  if (Buffer.byteLength(text) > maxYamlBytes) fail('', `larger than ${maxYamlBytes} bytes`);
  const lines = new LineCounter();
  const at = (offset: number | undefined): string => {
    if (offset === undefined) return '';
    const { line, col } = lines.linePos(offset);
    return `:${line}:${col}`;
  };
  const document = parse(text, lines, (why) => fail('', why));
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken !== undefined) {
    const why = broken.code === 'MULTIPLE_DOCS' ? 'a second document begins here' : firstLine(broken.message);
    fail(at(broken.pos[0]), why, 'see https://yaml.org for how YAML is written');
  }
  visit(document, {
    Alias: (_, node) => fail(at(node.range?.[0]), `aliases (*${node.source}) are not allowed`),
    Pair: (_, { key }) => {
      // A list, a map or bytes: the library would make a text of it, and print a warning that holds it.
      const plain = key === null || (isScalar(key) && Object(key.value) !== key.value);
      if (!plain) fail(at((key as Node).range?.[0]), 'a key has to be a text');
      if (isScalar(key) && reservedKeys.includes(String(key.value))) {
        fail(at(key.range?.[0]), `the key ${String(key.value)} can't be used`);
      }
    },
  });
  const content: unknown = document.toJS({ maxAliasCount: 0 });
  const parsed = v.safeParse(schema, content);
  if (parsed.success) {
    return {
      value: parsed.output,
      refuse: (place, why) => fail(at(offsetOf(document, place, false)), `${place.join('.')}: ${why}`),
    };
  }
  // A key that is slightly wrong makes two issues; that it is unknown says more than that another is missing.
  const issue = parsed.issues.find(isUnknownKey) ?? parsed.issues[0];
  const place = (issue.path ?? []).map(({ key }) => key as string | number);
  const name = place.join('.');
  const key = place.at(-1);
  if (isUnknownKey(issue)) {
    const parent = place.slice(0, -1);
    // To the schema a list is an object with numbers as keys.
    if (!isMap(nodeAt(document, parent))) {
      fail(
        at(offsetOf(document, parent, false)),
        `${parent.length === 0 ? '' : `${parent.join('.')}: `}a map is expected here`,
      );
    }
    const near = nearest(String(key), keysAt(place));
    const known = keysAt(place).join(', ');
    return fail(
      at(offsetOf(document, place, true)),
      `there is no key ${name}`,
      near === undefined ? `keys here are ${known}` : `did you mean ${near}? Keys here are ${known}`,
    );
  }
  if (issue.input === undefined && key !== undefined) {
    return fail(at(offsetOf(document, place.slice(0, -1), false)), `${name} is missing`);
  }
  const guess = issue.type === 'picklist' && typeof issue.input === 'string' ? guessOf(issue) : undefined;
  return fail(
    at(offsetOf(document, place, false)),
    `${name === '' ? '' : `${name}: `}${issue.message}`,
    guess,
  );
}

/** The words of a list of words come quoted in `expected`. */
function guessOf(issue: v.BaseIssue<unknown>): string | undefined {
  const words = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map(([, word]) => word!);
  return didYouMean(String(issue.input), words);
}

function parse(text: string, lineCounter: LineCounter, fail: (why: string) => never): Document.Parsed {
  try {
    return parseDocument(text, { lineCounter, intAsBigInt: true, prettyErrors: false });
  } catch (error) {
    // Very deep nesting ends in a RangeError.
    return fail(`can't be read as YAML: ${messageOf(error)}`);
  }
}

function isUnknownKey(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}

/** Where a value (or its key) begins. */
function offsetOf(document: Document, place: Place, key: boolean): number | undefined {
  if (key) {
    const parent = nodeAt(document, place.slice(0, -1));
    const pair = isMap(parent)
      ? parent.items.find((item) => String(item.key) === String(place.at(-1)))
      : undefined;
    return (pair?.key as Node | undefined)?.range?.[0];
  }
  return nodeAt(document, place)?.range?.[0];
}

function nodeAt(document: Document, place: Place): Node | undefined {
  const node = place.length === 0 ? document.contents : document.getIn(place, true);
  return (node as Node | null | undefined) ?? undefined;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]!;
}
