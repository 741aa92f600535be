import { ApiError, log } from '@gadget-api/guest';
import { show, type Shown } from './show.ts';

export { float, type Word, word } from './show.ts';

/** Writes a line: a label and a value. */
export function see(label: string, value: Shown): void {
  log.info(`${label}: ${show(value)}`);
}

/** Does something, and writes its value, `ok` if it has none, or the case of the error that the API answered. */
export function attempt(label: string, body: () => Shown): void {
  log.info(`${label}: ${outcome(body)}`);
}

/** The same as a text, for lines that tell of several attempts. */
export function outcome(body: () => Shown): string {
  try {
    return show(body());
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.tag;
  }
}
