import { GadgetError } from '../errors.ts';

/** Refuses a record, with the line where it is wrong. */
export type Refuse = (why: string) => never;

/** The lines of a record, one after another: each is an object of which the first key says what it is. */
export class Statements {
  private readonly text: string;
  /** Where the next line begins. */
  private at = 0;
  /** Lines taken. */
  private taken = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The next line, which must be of this key. */
  take(key: string): Statement {
    const found = this.takeIf(key);
    if (found === undefined) return this.refuse(`"${key}" is not there`, 1);
    return found;
  }

  /** The next line if it is of this key. */
  takeIf(key: string): Statement | undefined {
    const { text, at } = this;
    if (!text.startsWith(`{"${key}":`, at)) return undefined;
    const end = text.indexOf('\n', at);
    this.taken++;
    this.at = end + 1;
    let value: unknown;
    try {
      if (end < 0) throw new RangeError('the last line has no end');
      value = JSON.parse(text.slice(at, end));
    } catch {
      this.refuse('it is cut short or damaged', 0);
    }
    return new Statement(value as Record<string, unknown>, (why) => this.refuse(why, 0));
  }

  /** Nothing may follow but the end of the last line. */
  end(): void {
    if (this.at !== this.text.length) this.refuse('something follows the end', 1);
  }

  private refuse(why: string, ahead: 0 | 1): never {
    throw new GadgetError('E_QUARANTINE', `line ${this.taken + ahead}: ${why}`, {
      hint: 'give a file that gadget run --quarantine has written, whole and as it was',
    });
  }
}

/** An object of a record; each value is checked when it is read. */
export class Statement {
  readonly refuse: Refuse;
  private readonly value: Readonly<Record<string, unknown>>;

  constructor(value: Readonly<Record<string, unknown>>, refuse: Refuse) {
    this.value = value;
    this.refuse = refuse;
  }

  /** Its keys, in order. */
  get keys(): string[] {
    return Object.keys(this.value);
  }

  get(key: string): unknown {
    return Object.hasOwn(this.value, key) ? this.value[key] : undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  object(key: string): Statement {
    const value = this.get(key);
    if (isObject(value)) return new Statement(value, this.refuse);
    return this.refuse(`${key} is no object`);
  }

  list(key: string): readonly unknown[] {
    const value = this.get(key);
    return Array.isArray(value) ? value : this.refuse(`${key} is no list`);
  }

  /** Objects in a list. */
  objects(key: string): Statement[] {
    return this.list(key).map((value) =>
      isObject(value) ? new Statement(value, this.refuse) : this.refuse(`${key} holds what is no object`),
    );
  }

  /** Texts in a list. */
  texts(key: string): string[] {
    return this.list(key).map((value) =>
      typeof value === 'string' ? value : this.refuse(`${key} holds what is no text`),
    );
  }

  text(key: string): string {
    const value = this.get(key);
    return typeof value === 'string' ? value : this.refuse(`${key} is no text`);
  }

  optionalText(key: string): string | undefined {
    return this.has(key) ? this.text(key) : undefined;
  }

  /** A whole number within these bounds. */
  number(key: string, min: number, max: number): number {
    const value = this.get(key);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max)
      return value;
    return this.refuse(`${key} is no whole number from ${min} to ${max}`);
  }

  optionalNumber(key: string, min: number, max: number): number | undefined {
    return this.has(key) ? this.number(key, min, max) : undefined;
  }

  flag(key: string): boolean {
    const value = this.get(key);
    return typeof value === 'boolean' ? value : this.refuse(`${key} is neither true nor false`);
  }

  oneOf<T extends string>(key: string, words: readonly T[]): T {
    const value = this.get(key);
    return words.find((word) => word === value) ?? this.refuse(`${key} is none of ${words.join(', ')}`);
  }

  /** Texts by name. */
  dictionary(key: string): Record<string, string> {
    const inner = this.object(key);
    return Object.fromEntries(inner.keys.map((name) => [name, inner.text(name)]));
  }

  /** Whole numbers of 64 bits, as texts of digits. */
  wholes(key: string, signed: boolean): bigint[] {
    return this.texts(key).map((text) => {
      if (!/^-?\d{1,20}$/.test(text)) this.refuse(`${key} holds what is no number`);
      const value = BigInt(text);
      const same = signed ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value);
      return value === same ? value : this.refuse(`${key} holds a number of more than 64 bits`);
    });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
