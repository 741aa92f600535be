import { relative, resolve } from 'node:path';
import { GadgetError } from '@gadget-api/host';
import { adviceIn } from './missing-globals.ts';

/** One remark of a compiler. */
export interface Diagnostic {
  severity: 'error' | 'warning';
  /** The compiler's words. */
  text: string;
  /** Relative to the gadget's folder. */
  file?: string;
  /** From 1. */
  line?: number;
  /** From 1. */
  column?: number;
}

/** Remarks shown in the message of an error; the rest is counted. */
const shown = 20;

/** `gadget.ts:3:7: the compiler's words`. */
export function describe({ file, line, column, text }: Diagnostic): string {
  if (file === undefined) return text;
  return `${[file, line, column].filter((part) => part !== undefined).join(':')}: ${text}`;
}

/** The error for a gadget that does not build. */
export function buildError(folder: string, errors: readonly Diagnostic[], cause?: unknown): GadgetError {
  const lines = errors.slice(0, shown).map(describe);
  if (errors.length > shown) lines.push(`and ${errors.length - shown} more`);
  const hint = errors.map(({ text }) => adviceIn(text)).find((advice) => advice !== undefined);
  return new GadgetError('E_BUILD', `${folder} does not build:\n${lines.join('\n')}`, {
    ...(hint !== undefined && { hint }),
    ...(cause !== undefined && { cause }),
    details: { diagnostics: errors },
  });
}

/** A path as the author knows it. */
export function fromFolder(folder: string, path: string): string {
  return relative(folder, resolve(folder, path));
}
