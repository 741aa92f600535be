import { type Blame, type ErrorCode, errorCodes, GadgetError, isGadgetError, messageOf } from './errors.ts';

/** What crosses a thread or a process instead of an error: `GadgetError.toJSON()`. */
export type ErrorRecord = Record<string, unknown>;

/** Anything that was thrown, ready to cross. What is no GadgetError is a bug of ours. */
export function errorRecord(error: unknown): ErrorRecord {
  return asGadgetError(error).toJSON();
}

/** Anything that was thrown, as a GadgetError; what is none is a bug of ours. */
export function asGadgetError(error: unknown): GadgetError {
  if (isGadgetError(error)) return error;
  return new GadgetError('E_INTERNAL', messageOf(error), {
    cause: error,
    hint: 'this is a bug: please report it with the command that caused it',
  });
}

/** The error that {@link errorRecord} was made from. What is not such a record becomes E_INTERNAL. */
export function reviveError(record: unknown): GadgetError {
  const { code, blame, message, hint, gadget, details } = (record ?? {}) as Record<string, unknown>;
  if (typeof code !== 'string' || !(code in errorCodes)) {
    return new GadgetError('E_INTERNAL', `an error got lost on its way: ${String(message)}`);
  }
  return new GadgetError(code as ErrorCode, String(message), {
    ...(typeof blame === 'string' && { blame: blame as Blame }),
    ...(typeof hint === 'string' && { hint }),
    ...(typeof gadget === 'string' && { gadget }),
    ...(typeof details === 'object' && details !== null && { details: details as Record<string, unknown> }),
  });
}
