import type { CappedModule } from './bounds/caps.ts';
import type { CoreModule } from './webassembly.ts';

/** A component as JavaScript and core modules. Can be sent to another thread as it is. */
export interface Transpiled {
  /** Of the component: `sha256:` and 64 hexadecimal digits. */
  digest: string;
  /** A script whose value is a function that gives jco's `instantiate`. */
  source: string;
  /** What V8 made of the script, for the V8 of this process. Without it the script is parsed when it is loaded. */
  code?: Uint8Array | undefined;
  /** By the names that the script asks for. */
  coreModules: ReadonlyMap<string, Uint8Array>;
  /**
   * The same core modules, bounded and compiled on another thread, for the caps that were meant there. Default: this is done
   * where they are needed.
   */
  compiled?: ReadonlyMap<string, HeldByModule & { module: CoreModule }>;
}

/** What an instance of a core module may hold. */
export type HeldByModule = Pick<CappedModule, 'pages' | 'elements'>;
