/**
 * What a gadget has besides in the engine StarlingMonkey. The builder checks with these when it builds for it; a
 * tsconfig.json of your own names them after the others: `"types": ["@gadget-api/guest/globals", "@gadget-api/guest/starlingmonkey"]`.
 */

/** A deep copy, also of maps, sets and cycles. */
declare function structuredClone<T>(value: T): T;

declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string | Iterable<[string, string]> | Record<string, string>);
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string, value?: string): void;
  entries(): IteratorObject<[string, string]>;
  forEach(callback: (value: string, name: string, params: URLSearchParams) => void): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string, value?: string): boolean;
  keys(): IteratorObject<string>;
  set(name: string, value: string): void;
  sort(): void;
  toString(): string;
  values(): IteratorObject<string>;
  [Symbol.iterator](): IteratorObject<[string, string]>;
}

/** An address taken apart. The constructor throws a TypeError for what is none. */
declare class URL {
  constructor(url: string | URL, base?: string | URL);
  hash: string;
  host: string;
  hostname: string;
  href: string;
  readonly origin: string;
  password: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  readonly searchParams: URLSearchParams;
  username: string;
  toJSON(): string;
  toString(): string;
}

/** Says that something is not wanted any more. */
declare class AbortSignal {
  static abort(reason?: unknown): AbortSignal;
  static any(signals: Iterable<AbortSignal>): AbortSignal;
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

/** Has the signal that it aborts. */
declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
