import { type FieldType, fieldTypeOf } from './field-type.ts';
import type { ElementKind, Kind } from './kind.ts';
import type { DataSource } from './data-source.ts';

/** The host's place in the chain, before all gadgets. */
export const hostPlace = -1;

/** What a field says about itself besides its name and kind. */
export interface FieldOptions {
  /** Length of fixed-size text or bytes (a C array), in bytes. */
  fixedSize?: number;
  /** For kind `other`: the values are lists of this. */
  elements?: ElementKind;
  tags?: readonly string[];
  annotations?: Readonly<Record<string, string>>;
  /** Not printed unless asked for by name. */
  hidden?: boolean;
}

/** One named value of every row of a data source. */
export class Field {
  readonly source: DataSource;
  readonly name: string;
  readonly kind: Kind;
  /** The place of its column in a packet. */
  readonly index: number;
  readonly fixedSize: number | undefined;
  /** What is in its values, when these are lists; its kind is `other` then. */
  readonly elements: ElementKind | undefined;
  readonly tags: string[];
  readonly annotations: Map<string, string>;
  hidden: boolean;
  /** Whether an output prints it. Constant from start on. */
  printed = false;
  /** The highest place in the chain of a gadget that obtained it during its init; -1: none did. */
  obtainedBy = -1;

  constructor(source: DataSource, name: string, kind: Kind, index: number, options: FieldOptions) {
    this.source = source;
    this.name = name;
    this.kind = kind;
    this.index = index;
    this.fixedSize = options.fixedSize;
    this.elements = kind === 'other' ? options.elements : undefined;
    this.tags = [...(options.tags ?? [])];
    this.annotations = new Map(Object.entries(options.annotations ?? {}));
    this.hidden = options.hidden ?? false;
  }

  /** Its kind as a schema says it: `text[]` for lists of text. */
  get type(): FieldType {
    return fieldTypeOf(this);
  }

  /** Whether anything behind `place` in the chain asked for it: an output, or a gadget's init. */
  requestedBehind(place: number): boolean {
    return this.printed || this.obtainedBy > place;
  }
}
