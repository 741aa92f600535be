/** Types of the interface gadget:api/params@2.0.0-preview.1. Made from wit/ by `npm run gen`; edit the WIT instead. */

/**
 * The value of one parameter; none if it was not given and has no default, or is not declared.
 *
 * `key` matches exactly. How long a value may be is up to the manifest and the operator. Available in every phase, never
 * fails.
 */
export declare function get(key: string): string | undefined;
/**
 * All parameters that have a value, in the order of their declaration. Empty when there are none. Available in every
 * phase, never fails.
 */
export declare function all(): Array<Param>;
/**
 * A parameter that has a value.
 */
export interface Param {
  /**
   * Its name, as declared.
   */
  key: string;
  /**
   * Its value. An empty text is a value.
   */
  value: string;
}
