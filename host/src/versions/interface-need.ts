/** `import`: the host answers it. `export`: the host calls it. */
export type Side = 'import' | 'export';

/** An interface as a component imports or exports it. */
export interface InterfaceNeed {
  /** `gadget:api/field@1.0.0` */
  readonly name: string;
  /** `gadget:api` */
  readonly package: string;
  /** `field` */
  readonly interface: string;
  readonly version: string | undefined;
  /** `log`, `[method]field.get-u32` */
  readonly functions: readonly string[];
  /** Those it declares. */
  readonly resources: readonly string[];
  /** The type of each function as one line of text; unknown: not compared. */
  readonly shapes?: ReadonlyMap<string, string>;
}
