import { logging } from '#api/logging';
import type { LogLevel } from './api/raw.ts';
import { format } from './format.ts';
import { text } from './range.ts';
import { currentState } from './state.ts';

/**
 * Logs one line: what was given, put together as `console.log` does. A single function is called only if the line will be
 * seen: `log.debug(() => expensive())`. Lines longer than 8192 bytes are cut.
 */
export type LogFunction = (...parts: unknown[]) => void;

/** The log of the gadget, one function for each level, most urgent first. */
export interface Log {
  error: LogFunction;
  warn: LogFunction;
  info: LogFunction;
  debug: LogFunction;
  trace: LogFunction;
  /** Whether lines of this level are seen by anybody. */
  enabled(level: LogLevel): boolean;
}

function at(level: LogLevel): LogFunction {
  return (...parts) => {
    currentState('log');
    if (!logging.enabled(level)) return;
    const [first] = parts;
    const shown = parts.length === 1 && typeof first === 'function' ? [(first as () => unknown)()] : parts;
    logging.log(level, text(format(shown)));
  };
}

/** Lines for people. Nothing is put together for a level that nobody sees. */
export const log: Log = /* @__PURE__ */ (() => ({
  error: at('error'),
  warn: at('warn'),
  info: at('info'),
  debug: at('debug'),
  trace: at('trace'),
  enabled(level: LogLevel): boolean {
    currentState('log.enabled');
    return logging.enabled(level);
  },
}))();
