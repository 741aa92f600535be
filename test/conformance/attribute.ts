import type { LogAttribute } from '@gadget-api/host';

/** What the value of an attribute is; all whole numbers are of one kind to who reads a log. */
export const attributeWords = ['boolean', 'whole', 'float', 'text'] as const;

type AttributeWord = (typeof attributeWords)[number];

/** Key, what the value is, and the value. */
export type ShownAttribute = readonly [key: string, what: AttributeWord, value: string];

const words: Readonly<Record<string, AttributeWord>> = {
  boolean: 'boolean',
  bigint: 'whole',
  number: 'float',
  string: 'text',
};

/** An attribute that a host was given, in the words of case.json. */
export function shownAttribute({ key, value }: LogAttribute): ShownAttribute {
  return [key, words[typeof value]!, Object.is(value, -0) ? '-0' : String(value)];
}

/** A line and its attributes as one text, to be compared. Without any it is the line. */
export function lineWithAttributes(line: string, attributes: readonly ShownAttribute[]): string {
  return attributes.length === 0 ? line : `${line} with ${JSON.stringify(attributes)}`;
}
