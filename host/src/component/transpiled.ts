/** A component as JavaScript and core modules. Can be sent to another thread as it is. */
export interface Transpiled {
  /** Of the component: `sha256:` and 64 hexadecimal digits. */
  digest: string;
  /** A script whose value is a function that gives jco's `instantiate`. */
  source: string;
  /** By the names that the script asks for. */
  coreModules: ReadonlyMap<string, Uint8Array>;
}
