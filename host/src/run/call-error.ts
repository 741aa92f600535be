import { cut } from '../api/cut.ts';
import { GadgetError, messageOf } from '../errors.ts';

/**
 * What a throwing hook means. An answered `api-error` has a `payload` of its own; anything else unwound through the guest,
 * which is half-run then and must not be entered again.
 */
export function callError(gadget: string, hook: string, thrown: unknown, maxBytes: number): GadgetError {
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
  return new GadgetError(
    'E_GADGET_TRAP',
    `${gadget} trapped in ${hook}: ${cut(messageOf(thrown), maxBytes)}`,
    {
      gadget,
      cause: thrown,
      hint: 'it is not called again in this run; the trap is a fault in the gadget, tell its author',
      details: { hook },
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
