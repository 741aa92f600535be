/**
 * What a gadget has besides the language itself. The builder checks with these; a tsconfig.json of your own names them:
 * `"types": ["@gadget-api/guest/globals"]`, and leaves `dom` and `node` out.
 */

// `var`: only that makes `globalThis.console` known, too.
/* oxlint-disable no-var */

/** Lines go to the gadget's log. */
declare var console: {
  /** Level `info`. */
  log(...parts: unknown[]): void;
  /** Level `info`. */
  info(...parts: unknown[]): void;
  /** Level `warn`. */
  warn(...parts: unknown[]): void;
  /** Level `error`. */
  error(...parts: unknown[]): void;
  /** Level `debug`. */
  debug(...parts: unknown[]): void;
  /** Level `trace`. */
  trace(...parts: unknown[]): void;
  /** Level `info`. */
  dir(value: unknown): void;
  /** Level `error`, when the condition does not hold. */
  assert(condition: unknown, ...parts: unknown[]): void;
};

declare var performance: {
  /** Milliseconds that never go back, with fractions. The base is the host's monotonic clock. */
  now(): number;
};

/** UTF-8. */
declare class TextEncoder {
  readonly encoding: 'utf-8';
  encode(text?: string): Uint8Array;
}

/** UTF-8, whole texts only. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: 'utf-8';
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(input?: ArrayBuffer | ArrayBufferView): string;
}

/** Base64 of a text of bytes. */
declare function btoa(data: string): string;
/** The other way round. */
declare function atob(data: string): string;
