import { cut } from '../api/cut.ts';
import type { Allowance } from '../component/bounds/allowance.ts';
import { webAssembly } from '../component/webassembly.ts';
import { GadgetError, messageOf } from '../errors.ts';
import { formatSize } from '../size.ts';
import { backtraceOf } from './backtrace.ts';

/** Thrown by a hook of which it is known already what went wrong. */
export class KnownFailure {
  readonly error: GadgetError;

  constructor(error: GadgetError) {
    this.error = error;
  }
}

/**
 * What a throwing hook means. An answered `api-error` has a `payload` of its own; anything else unwound through the guest,
 * which is half-run then and must not be entered again.
 */
export function callError(
  gadget: string,
  hook: string,
  thrown: unknown,
  maxBytes: number,
  allowance?: Allowance,
): GadgetError {
  if (thrown instanceof KnownFailure) return thrown.error;
  const shortage = allowance?.shortage();
  if (shortage === 'fuel') return outOfFuel(gadget, hook, thrown, allowance!.fuel!.perCall);
  if (typeof thrown === 'object' && thrown !== null && Object.hasOwn(thrown, 'payload')) {
    const { payload } = thrown as { payload: unknown };
    return new GadgetError(
      'E_GADGET_ERROR',
      `${gadget} failed in ${hook}: ${cut(wordsOf(payload), maxBytes)}`,
      {
        gadget,
        details: { hook, error: payload },
      },
    );
  }
  if (shortage === 'memory' && fellByItself(thrown)) {
    return outOfMemory(
      gadget,
      hook,
      thrown,
      cut(messageOf(thrown), maxBytes),
      allowance!.caps.maxMemoryBytes,
    );
  }
  return new GadgetError(
    'E_GADGET_TRAP',
    `${gadget} trapped in ${hook}: ${cut(messageOf(thrown), maxBytes)}`,
    {
      gadget,
      cause: thrown,
      hint: 'the trap is a fault in the gadget, tell its author',
      details: { hook, backtrace: backtraceOf(thrown) },
    },
  );
}

/** Whether the engine stopped the guest, as when its allocator gives up, and not the host that was called wrongly. */
function fellByItself(thrown: unknown): boolean {
  let error = thrown;
  while (error instanceof Error && error.cause instanceof Error) error = error.cause;
  return error instanceof webAssembly.RuntimeError && error.name === 'RuntimeError';
}

function outOfFuel(gadget: string, hook: string, cause: unknown, fuel: number): GadgetError {
  return new GadgetError('E_FUEL', `${gadget} used up its fuel in ${hook}: ${fuel} steps a call`, {
    gadget,
    cause,
    hint: 'it loops, or works too long on one call; --fuel (in the library: fuel) gives it more',
    details: { hook, fuel, backtrace: backtraceOf(cause) },
  });
}

function outOfMemory(gadget: string, hook: string, cause: unknown, words: string, cap: number): GadgetError {
  return new GadgetError(
    'E_MEMORY',
    `${gadget} trapped in ${hook} after it was refused memory beyond its cap of ${formatSize(cap)} (maxMemoryBytes): ${words}`,
    {
      gadget,
      cause,
      hint: '--max-memory (in the library: limits.maxMemoryBytes) gives it more',
      details: { hook, maxMemoryBytes: cap, backtrace: backtraceOf(cause) },
    },
  );
}

/** Whether the instance may be called again. */
export function isTrap(error: GadgetError): boolean {
  return error.code !== 'E_GADGET_ERROR';
}

function wordsOf(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null) return String(payload);
  const { tag, val } = payload as { tag?: unknown; val?: unknown };
  return typeof val === 'string' && val !== '' ? `${String(tag)}: ${val}` : String(tag);
}
