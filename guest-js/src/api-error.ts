/** The cases of `api-error`; see {@link ApiError}. */
export type ApiErrorTag =
  | 'not-found'
  | 'already-exists'
  | 'wrong-kind'
  | 'wrong-source'
  | 'out-of-range'
  | 'expired'
  | 'not-now'
  | 'limit-exceeded'
  | 'denied'
  | 'busy'
  | 'other';

/**
 * A call to the host failed, or a hook wants to fail in a way its host can tell apart. Match on `tag`, never on the
 * message.
 *
 * - `not-found`: no source, field or parameter has this name
 * - `already-exists`: the name is taken, or this can be done once and was
 * - `wrong-kind`: a field does not hold what was asked for
 * - `wrong-source`: a field of one source with a packet of another
 * - `out-of-range`: a row, a value or a number of values is not possible
 * - `expired`: the packet's call has ended
 * - `not-now`: not in this phase
 * - `limit-exceeded`: a cap was reached, and stays
 * - `denied`: not allowed to this gadget
 * - `busy`: not before something else has gone on; the same may succeed in a later call
 * - `other`: anything else
 *
 * Thrown out of a hook it keeps its tag; any other error becomes `other`.
 */
export class ApiError extends Error {
  readonly tag: ApiErrorTag;

  constructor(tag: ApiErrorTag, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ApiError';
    this.tag = tag;
  }
}

/** An error as bindings show it: QuickJS answers this (see build/result-bridge.ts), others throw an error that has the `val` as `payload`. */
interface Failure {
  tag: 'err';
  val: { tag: ApiErrorTag; val?: unknown };
}

function isFailure(answer: unknown): answer is Failure {
  return typeof answer === 'object' && answer !== null && (answer as Partial<Failure>).tag === 'err';
}

/** How a call to the host failed, as the {@link ApiError} it stands for; other things as they are. */
export function fromHost(failed: unknown): unknown {
  if (typeof failed !== 'object' || failed === null) return failed;
  const payload: unknown = isFailure(failed) ? failed.val : 'payload' in failed ? failed.payload : undefined;
  if (typeof payload === 'object' && payload !== null && 'tag' in payload) {
    const text = 'val' in payload && typeof payload.val === 'string' ? payload.val : String(payload.tag);
    return new ApiError(payload.tag as ApiErrorTag, text, { cause: failed });
  }
  return failed;
}

/** Throws what was answered in place of a value. */
export function fail(answer: unknown): never {
  throw fromHost(answer);
}

/** What the host answered, when it is not an error. Needed wherever an answer of the bindings is used. */
export function ok<T>(answer: T): T {
  return isFailure(answer) ? fail(answer) : answer;
}

/** Runs a call to the host; its errors come out as {@link ApiError}. For calls that are not made per row. */
export function call<T>(body: () => T): T {
  try {
    return ok(body());
  } catch (error) {
    throw fromHost(error);
  }
}
