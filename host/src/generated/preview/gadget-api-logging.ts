/** Types of the interface gadget:api/logging@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */

/**
 * Write one line, and details of it, which a host keeps apart from the message where its log can, and else shows behind it.
 *
 * `message` is plain text without a line end; of more than 8192 bytes of UTF-8 the rest is cut, and the cut is marked.
 * The host shows line ends and control characters in an escaped form. An empty message is an empty line. Mostly there are no
 * attributes. The first 64 count; of a key more than 256 bytes, and of a text more than 8192 bytes of UTF-8 are cut, and the
 * cut is marked. What is left out is counted behind the message. Of a key that comes twice both are shown. A line of a level
 * that is not `enabled` is left out. Never fails, never waits for a reader.
 */
export declare function log(level: Level, message: string, attributes: Array<Attribute>): void;
/**
 * Whether a line of this level would be shown. Ask before building a costly message.
 *
 * When a level is enabled, all more important ones are. The answer may change during a run. Never fails.
 */
export declare function enabled(level: Level): boolean;
/**
 * How important a line is, the most important first.
 * # Variants
 *
 * ## `"error"`
 *
 * Something that was asked for did not happen.
 * ## `"warn"`
 *
 * Something is odd; the work goes on.
 * ## `"info"`
 *
 * What someone who runs the gadget may want to know, said rarely.
 * ## `"debug"`
 *
 * What helps its author to find a mistake.
 * ## `"trace"`
 *
 * Every step.
 */
export type Level = 'error' | 'warn' | 'info' | 'debug' | 'trace';
/**
 * What an attribute says.
 */
export type AttributeValue =
  | AttributeValueBoolean
  | AttributeValueSigned
  | AttributeValueUnsigned
  | AttributeValueFloat
  | AttributeValueText;
/**
 * False or true.
 */
export interface AttributeValueBoolean {
  tag: 'boolean';
  val: boolean;
}
/**
 * A whole number.
 */
export interface AttributeValueSigned {
  tag: 'signed';
  val: bigint;
}
/**
 * A whole number that is not below 0.
 */
export interface AttributeValueUnsigned {
  tag: 'unsigned';
  val: bigint;
}
/**
 * Any number; infinities and NaN are shown as such.
 */
export interface AttributeValueFloat {
  tag: 'float';
  val: number;
}
/**
 * A text.
 */
export interface AttributeValueText {
  tag: 'text';
  val: string;
}
/**
 * A detail of a line, for machines: `pid` is 42.
 */
export interface Attribute {
  /**
   * What it is about. Any text that is not empty; an attribute with an empty key is left out.
   */
  key: string;
  /**
   * What it is.
   */
  value: AttributeValue;
}
