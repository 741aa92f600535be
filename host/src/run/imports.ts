import { apiImports } from '../versions/metered.ts';
import { withOlderNames } from '../versions/older-names.ts';
import type { Imports, OlderImports } from '../generated/index.ts';
import { isPreview } from '../preview-version.ts';
import type { FailurePolicy } from './options.ts';
import type { Run } from './run.ts';

/** What {@link createImports} takes. */
export interface ImportsOptions {
  /** Shown in logs, errors and stats; unique in the run. */
  name: string;
  /** Parameters by name. */
  params?: Readonly<Record<string, string>>;
  /** Default `discard`. */
  onFailure?: FailurePolicy;
}

type Unversioned<T> = { [K in keyof T as K extends `${infer Name}@${string}` ? Name : never]: T[K] };

/**
 * Imports under the names jco writes with `--map` (versioned, older versions of 1.x included) and without (unversioned). The
 * preview of the next major is there, too, when the run has it, without a type.
 */
export type GadgetImports = Imports & OlderImports & Unversioned<Imports>;

const occupants = new WeakMap<object, (exports: unknown) => void>();

/**
 * For hosts that transpile with jco themselves: the import object for one component, which takes the next place in
 * the run's chain. Give what `instantiate` answers to {@link attach} before `run.start()`.
 *
 * Throws `E_USAGE` when the run has started.
 */
export function createImports(run: Run, options: ImportsOptions): GadgetImports {
  const place = run.reserve(options);
  const { guest, meter, previewApi } = place;
  const versioned = { ...apiImports(guest, meter, previewApi) };
  const both = withOlderNames(versioned);
  for (const [name, value] of Object.entries(versioned)) {
    // Without a version 1.x is meant.
    if (!isPreview(name)) both[name.slice(0, name.lastIndexOf('@'))] = value;
  }
  occupants.set(both, (exports) => void place.seat({ guest, hooks: place.hooksOf(exports, undefined) }));
  return both as unknown as GadgetImports;
}

/**
 * Tells the run which instance was made from these imports. Throws `E_NO_LIFECYCLE` when it is no gadget.
 */
export function attach(imports: GadgetImports, exports: unknown): void {
  const occupy = occupants.get(imports);
  if (occupy === undefined) throw new TypeError('attach takes what createImports answered');
  occupy(exports);
}
