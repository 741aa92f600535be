import { GadgetError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';

const formats = ['text', 'json'];

/** Whether a command that tells something is to tell it as JSON. Throws E_OUTPUT when it is neither that nor text. */
export function isJson(command: string, format: string): boolean {
  if (formats.includes(format)) return format === 'json';
  throw new GadgetError('E_OUTPUT', `${command} has no output format ${format === '' ? '""' : format}`, {
    hint: didYouMean(format, formats) ?? `formats are ${formats.join(', ')}`,
  });
}
