import type { LogRecord } from '../run/options.ts';

/** What the command shows of a message of the log: attributes come behind it as `key=value`. */
export function logLine({ gadget, level, message, attributes = [] }: LogRecord): string {
  const details = attributes.map(({ key, value }) => ` ${word(key)}=${word(String(value))}`);
  return `${level} ${gadget ?? 'gadget'}: ${message}${details.join('')}`;
}

/** In quotes where its ends could not be told otherwise. */
function word(text: string): string {
  return text === '' || /[\s"=]/.test(text) ? JSON.stringify(text) : text;
}
