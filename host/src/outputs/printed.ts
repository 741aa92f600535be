import type { DataSource } from '../data/data-source.ts';
import type { Field } from '../data/field.ts';
import { selectFields } from './select.ts';

/** What to print of what passes. */
export interface PrintOptions {
  /** Whether a source is printed. Default: every source that is not hidden. */
  wants?: (source: DataSource) => boolean;
  /** Names of fields as `--fields` takes them, see {@link selectFields}. Default: every field that is not hidden. */
  fields?: readonly string[];
}

/** What an output makes for a source from the fields it prints. */
type Make<T> = (source: DataSource, fields: readonly Field[]) => T;

/** The sources that an output prints, each with what `make` makes of its fields. */
export class Printed<T> {
  private readonly bySource = new Map<DataSource, T>();
  private readonly options: PrintOptions;
  private readonly make: Make<T>;
  private readonly isHidden: ((field: Field) => boolean) | undefined;

  /** `isHidden` replaces the fields' own word, see {@link selectFields}. */
  constructor(options: PrintOptions, make: Make<T>, isHidden?: (field: Field) => boolean) {
    this.options = options;
    this.make = make;
    this.isHidden = isHidden;
  }

  /** Answers `Output.fields`. Throws E_OUTPUT when the source has no field that was asked for. */
  fields(source: DataSource): readonly Field[] | undefined {
    const wants = this.options.wants;
    if (wants === undefined ? source.hidden : !wants(source)) return undefined;
    const fields = selectFields(source, this.options.fields, this.isHidden);
    this.bySource.set(source, this.make(source, fields));
    return fields;
  }

  /** What was made for a source; nothing when it is not printed. */
  get(source: DataSource): T | undefined {
    return this.bySource.get(source);
  }

  /** Whether rows must say which source they come from, as several are printed. */
  get several(): boolean {
    return this.bySource.size > 1;
  }
}
