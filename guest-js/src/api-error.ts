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
 * - `limit-exceeded`: a cap was reached
 * - `denied`: not allowed to this gadget
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

/** What a call to the host threw, as the {@link ApiError} it stands for; other things as they are. */
export function fromHost(thrown: unknown): unknown {
  if (typeof thrown !== 'object' || thrown === null) return thrown;
  const payload: unknown = 'payload' in thrown ? thrown.payload : undefined;
  if (typeof payload === 'object' && payload !== null && 'tag' in payload) {
    const text = 'val' in payload && typeof payload.val === 'string' ? payload.val : String(payload.tag);
    return new ApiError(payload.tag as ApiErrorTag, text, { cause: thrown });
  }
  return thrown;
}

/** Runs a call to the host; its errors come out as {@link ApiError}. For calls that are not made per row. */
export function call<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    throw fromHost(error);
  }
}
