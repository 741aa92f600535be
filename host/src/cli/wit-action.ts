import { GadgetError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';
import { comparePackages } from '../wit/compare.ts';
import { comparisonText } from '../wit/comparison-text.ts';
import { readPackage } from '../wit/read-package.ts';
import { writeStdout } from './print.ts';
import { terminalJson } from './terminal-json.ts';

/** Compares two versions of a package, prints what became of it, and gives the exit code. Throws E_WIT and E_OUTPUT. */
export async function compareWit(before: string, after: string, format: string): Promise<number> {
  if (format !== 'text' && format !== 'json') {
    throw new GadgetError('E_OUTPUT', `wit compat has no output format ${format === '' ? '""' : format}`, {
      hint: didYouMean(format, ['text', 'json']) ?? 'formats are text, json',
    });
  }
  const comparison = comparePackages(await readPackage(before), await readPackage(after));
  writeStdout(format === 'json' ? `${terminalJson(comparison, 2)}\n` : comparisonText(comparison));
  return comparison.compatible ? 0 : 1;
}
