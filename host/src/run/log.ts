import { GadgetError, messageOf } from '../errors.ts';
import type { LogLevel, LogRecord } from './options.ts';

const severity: Readonly<Record<LogLevel, number>> = { error: 0, warn: 1, info: 2, debug: 3, trace: 4 };

/** Where messages go, of gadgets and of the host. */
export interface Log {
  enabled(level: LogLevel): boolean;
  gadget(name: string, level: LogLevel, message: string, attributes?: LogRecord['attributes']): void;
  host(level: LogLevel, message: string): void;
}

/**
 * A log that calls the embedder back, or keeps nothing. A level that is none counts as the least severe. What the callback
 * throws goes to `onError`: it must not unwind through a guest.
 */
export function createLog(
  options: { onLog?: (record: LogRecord) => void; logLevel?: LogLevel },
  onError: (error: unknown) => void,
): Log {
  const { onLog } = options;
  const shown = severity[options.logLevel ?? 'info'];
  const enabled = (level: LogLevel): boolean =>
    onLog !== undefined && (severity[level] ?? severity.trace) <= shown;
  const send = (
    gadget: string | undefined,
    level: LogLevel,
    message: string,
    attributes?: LogRecord['attributes'],
  ): void => {
    if (!enabled(level)) return;
    try {
      onLog?.({ gadget, level, message, ...(attributes !== undefined && { attributes }) });
    } catch (error) {
      onError(error);
    }
  };
  return { enabled, gadget: send, host: (level, message) => send(undefined, level, message) };
}

/** A callback of the embedder threw. */
export function threw(callback: string, error: unknown): GadgetError {
  return new GadgetError('E_EMBEDDER', `${callback} threw: ${messageOf(error)}`, { cause: error });
}
