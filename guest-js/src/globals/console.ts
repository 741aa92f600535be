import { log } from '../log.ts';

/** What gadgets have of `console`: lines go to the gadget's log. */
export interface GadgetConsole {
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
}

function make(): GadgetConsole {
  return {
    log: (...parts) => log.info(...parts),
    info: (...parts) => log.info(...parts),
    warn: (...parts) => log.warn(...parts),
    error: (...parts) => log.error(...parts),
    debug: (...parts) => log.debug(...parts),
    trace: (...parts) => log.trace(...parts),
    dir: (value) => log.info(value),
    assert: (condition, ...parts) => {
      if (!condition) log.error('assertion failed', ...parts);
    },
  };
}

/** `console` of a gadget. */
export const console: GadgetConsole = /* @__PURE__ */ make();
