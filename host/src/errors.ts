/**
 * What went wrong, in a form that machines can match (`code`), people can act on (`hint`) and operators can
 * route (`blame`). Everything this package throws at its user is a {@link GadgetError}.
 */

/**
 * Who can mend it: `guest` (the gadget's author), `host` (a bug of ours), `user` (who typed the command or called
 * the library), `system` (disk, permissions, memory, a missing tool).
 */
export type Blame = 'guest' | 'host' | 'user' | 'system';

/** Every code there is, with whom it usually blames. Codes are stable: tests and scripts match them. */
export const errorCodes = {
  /** The bytes are not a WebAssembly component: a core module, text, nothing, cut short, or damaged. */
  E_NOT_A_COMPONENT: 'user',
  /** A name in the component holds characters that are not allowed in names. */
  E_HOSTILE_NAME: 'guest',
  /** The component, or something in it, is larger than the host accepts. */
  E_TOO_LARGE: 'guest',
  /** The component does not export `gadget:api/lifecycle`. */
  E_NO_LIFECYCLE: 'guest',
  /** The component needs a newer `gadget:api` than this host has. */
  E_API_TOO_NEW: 'guest',
  /** The component needs a `gadget:api` that this host no longer has. */
  E_API_TOO_OLD: 'guest',
  /** The component needs a pre-release of `gadget:api` that this host does not have. */
  E_API_PRERELEASE: 'guest',
  /** The component imports something this host does not have at all. */
  E_IMPORT_MISSING: 'guest',
  /** The component imports something that its gadget.yaml does not request. */
  E_NOT_REQUESTED: 'guest',
  /** The component imports something that exists, but nobody granted it. */
  E_NOT_GRANTED: 'user',
  /** A function has another shape than the interface says. */
  E_INTERFACE_MISMATCH: 'guest',
  /** The component could not be translated to JavaScript and core modules. */
  E_TRANSPILE: 'guest',
  /** A core module has something that no cap counts, such as shared memory, or an instruction that is not known. */
  E_CORE_FEATURE: 'guest',
  /** Compiling or instantiating the component failed. */
  E_INSTANTIATE: 'guest',
  /** A hook answered with an error. */
  E_GADGET_ERROR: 'guest',
  /** A hook trapped; the instance is finished. */
  E_GADGET_TRAP: 'guest',
  /** A hook did not return in time; the instance is finished. */
  E_DEADLINE: 'guest',
  /** A call used up its fuel; the instance is finished. */
  E_FUEL: 'guest',
  /** A hook trapped after the cap on memory had refused it more; the instance is finished. */
  E_MEMORY: 'guest',
  /** A gadget that was started again declared something else in its init than it did at first; it stays down. */
  E_RESTART_SCHEMA: 'guest',
  /** A parameter that no gadget declares. */
  E_PARAM_UNKNOWN: 'user',
  /** A parameter was given more than once. */
  E_PARAM_DUPLICATE: 'user',
  /** A value that does not fit the parameter's type or rules. */
  E_PARAM_INVALID: 'user',
  /** A parameter without a default was not given. */
  E_PARAM_MISSING: 'user',
  /** gadget.yaml is missing, not YAML, or does not follow its rules. */
  E_MANIFEST: 'user',
  /** A policy file is missing, not YAML, or does not follow its rules. */
  E_POLICY: 'user',
  /** A file that holds no packet of a quarantine: another form, cut short, or damaged. */
  E_QUARANTINE: 'user',
  /** No gadget with this name or path. */
  E_GADGET_NOT_FOUND: 'user',
  /** No such data source. */
  E_SOURCE_UNKNOWN: 'user',
  /** A source specification that cannot be understood or combined. */
  E_SOURCE_SPEC: 'user',
  /** A file that cannot be read. */
  E_SOURCE_READ: 'system',
  /** A row of input that cannot be understood, with `--strict`. */
  E_SOURCE_ROW: 'user',
  /** A schema that breaks a rule: kind, name, or cap. */
  E_SCHEMA: 'user',
  /** An output or field asked for that does not exist. */
  E_OUTPUT: 'user',
  /** Writing an output failed. */
  E_OUTPUT_WRITE: 'system',
  /** A cap was reached; the message names it. */
  E_LIMIT: 'guest',
  /** Building a gadget from its sources failed; the message holds the compiler's words. */
  E_BUILD: 'user',
  /** The gadget folder belongs to another user and was not built. */
  E_BUILD_FOREIGN: 'user',
  /** A tool that building needs is not installed. */
  E_BUILD_TOOL: 'system',
  /** A text that is not WIT, or not one package of it. */
  E_WIT: 'user',
  /** The library was called in a way its documentation excludes. */
  E_USAGE: 'user',
  /** An embedder's own code (an output, a callback) threw. */
  E_EMBEDDER: 'user',
  /** Node is too old. */
  E_NODE_TOO_OLD: 'system',
  /** A bug in this host. */
  E_INTERNAL: 'host',
} as const;

/** A stable error code. */
export type ErrorCode = keyof typeof errorCodes;

/** What a {@link GadgetError} is made from. */
export interface GadgetErrorOptions {
  /** What to do next, one sentence. */
  hint?: string;
  /** Overrides the code's usual blame. */
  blame?: Blame;
  /** The error underneath. */
  cause?: unknown;
  /** The gadget it is about. */
  gadget?: string;
  /** Facts for machines: names, numbers, lists. */
  details?: Record<string, unknown>;
}

const brand: unique symbol = Symbol.for('@gadget-api/host/GadgetError') as never;

/** The one error class of this package. Match on `code`, never on the message. */
export class GadgetError extends Error {
  readonly code: ErrorCode;
  readonly blame: Blame;
  /** What to do next, if there is something. */
  readonly hint: string | undefined;
  /** The gadget it is about, if it is about one. */
  readonly gadget: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: GadgetErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    Object.defineProperty(this, brand, { value: true });
    this.name = 'GadgetError';
    this.code = code;
    this.blame = options.blame ?? errorCodes[code];
    this.hint = options.hint;
    this.gadget = options.gadget;
    this.details = options.details ?? {};
  }

  /** For `-o json` and for crossing a thread. */
  toJSON(): Record<string, unknown> {
    return {
      code: this.code,
      blame: this.blame,
      message: this.message,
      ...(this.hint !== undefined && { hint: this.hint }),
      ...(this.gadget !== undefined && { gadget: this.gadget }),
      ...(Object.keys(this.details).length > 0 && { details: this.details }),
    };
  }
}

/** Whether this is a {@link GadgetError}, also one of another copy of this package. */
export function isGadgetError(error: unknown): error is GadgetError {
  return typeof error === 'object' && error !== null && brand in error;
}

/** The same error, said about a gadget; one that is about a gadget already stays as it is. */
export function ofGadget(error: GadgetError, gadget: string): GadgetError {
  if (error.gadget !== undefined) return error;
  const { code, blame, hint, details, cause } = error;
  return new GadgetError(code, `${gadget}: ${error.message}`, { blame, hint, details, cause, gadget });
}

/** The text of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
