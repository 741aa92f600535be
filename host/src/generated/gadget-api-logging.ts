/** Types of the interface gadget:api/logging@1.0.0. Made from wit/ by `npm run gen`; edit the WIT instead. */

/**
 * Write one line.
 *
 * `message` is plain text without a line end; of more than 8192 bytes of UTF-8 the rest is cut, and the cut is marked.
 * The host shows line ends and control characters in an escaped form. An empty message is an empty line. A line of a
 * level that is not `enabled` is left out. Never fails, never waits for a reader.
 */
export declare function log(level: Level, message: string): void;
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
