import { cut } from '../api/cut.ts';

/** A function of a gadget that was at work when it fell. */
export interface BacktraceFrame {
  /** As the component names it; undefined: it has no names, as release builds often. */
  name: string | undefined;
  /** Its number in its core module. */
  function: number;
  /** Where in the module's bytes, as they were run. */
  offset: number;
}

/** Frames that are kept. */
export const mostFrames = 32;
/** The longest name that is kept. Bytes. */
const mostNameBytes = 256;

/** As V8 writes it: `    at name (wasm://wasm/hash:wasm-function[12]:0x1f)`, without name and brackets where there is none. */
const frameForm = /^ +at (?:(.*) \()?wasm:\/\/wasm\/.*:wasm-function\[(\d+)\]:0x([0-9a-f]+)\)?$/;

/** The functions of a guest on the stack of what was thrown through it, innermost first; its causes come before it. */
export function backtraceOf(thrown: unknown): BacktraceFrame[] {
  let error = thrown;
  while (error instanceof Error && error.cause instanceof Error) error = error.cause;
  if (!(error instanceof Error) || typeof error.stack !== 'string') return [];
  return error.stack
    .split('\n')
    .flatMap((line) => {
      const [, name, index, offset] = frameForm.exec(line) ?? [];
      if (index === undefined) return [];
      return [{ name, function: Number(index), offset: Number.parseInt(offset!, 16) }];
    })
    .slice(0, mostFrames)
    .map(bounded);
}

/** Frames that another thread tells. What is none is left out. */
export function checkedBacktrace(told: unknown): BacktraceFrame[] {
  if (!Array.isArray(told)) return [];
  return told.slice(0, mostFrames).flatMap((frame: unknown) => {
    const { name, function: index, offset } = (frame ?? {}) as Record<string, unknown>;
    if (!Number.isSafeInteger(index) || !Number.isSafeInteger(offset)) return [];
    const known = typeof name === 'string' ? name : undefined;
    return [bounded({ name: known, function: index as number, offset: offset as number })];
  });
}

function bounded({ name, ...frame }: BacktraceFrame): BacktraceFrame {
  return { name: name && cut(name, mostNameBytes), ...frame };
}
