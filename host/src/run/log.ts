import type { LogLevel, LogRecord } from './options.ts';

const severity: Readonly<Record<LogLevel, number>> = { error: 0, warn: 1, info: 2, debug: 3, trace: 4 };

/** Where messages go, of gadgets and of the host. */
export interface Log {
  enabled(level: LogLevel): boolean;
  gadget(name: string, level: LogLevel, message: string): void;
  host(level: LogLevel, message: string): void;
}

/** A log that calls the embedder back, or keeps nothing. A level that is none counts as the least severe. */
export function createLog(options: { onLog?: (record: LogRecord) => void; logLevel?: LogLevel }): Log {
  const { onLog } = options;
  const shown = severity[options.logLevel ?? 'info'];
  const enabled = (level: LogLevel): boolean =>
    onLog !== undefined && (severity[level] ?? severity.trace) <= shown;
  const send = (gadget: string | undefined, level: LogLevel, message: string): void => {
    if (enabled(level)) onLog?.({ gadget, level, message });
  };
  return { enabled, gadget: send, host: (level, message) => send(undefined, level, message) };
}
