import { type ErrorCode, errorCodes, GadgetError, messageOf } from '../../host/src/errors.ts';
import { Finding } from './target.ts';

/** Codes with which a component is refused before anything of it runs. */
export const readingCodes: readonly ErrorCode[] = ['E_NOT_A_COMPONENT', 'E_HOSTILE_NAME', 'E_TOO_LARGE'];

/** The code of a refusal; a finding when it is none: another error, an unknown code, one of `codes` if given, or blame for the host. */
export function refusalOf(error: unknown, codes?: readonly ErrorCode[]): ErrorCode {
  if (!(error instanceof GadgetError)) {
    const stack = error instanceof Error ? error.stack : undefined;
    throw new Finding(`not a GadgetError: ${stack ?? messageOf(error)}`, { cause: error });
  }
  const { code, blame, message } = error;
  if (!Object.hasOwn(errorCodes, code)) throw new Finding(`an unknown code ${code}: ${message}`);
  if (codes !== undefined && !codes.includes(code)) throw new Finding(`${code} here: ${message}`);
  if (blame === 'host' || blame === 'system') throw new Finding(`${code} blames the ${blame}: ${message}`);
  return code;
}

/** What `work` gives, or the code with which it refuses. */
export function answerOf<T>(work: () => T, codes?: readonly ErrorCode[]): { value: T } | { code: ErrorCode } {
  try {
    return { value: work() };
  } catch (error) {
    return { code: refusalOf(error, codes) };
  }
}

/** Says what is wrong unless it holds. */
export function must(holds: boolean, wrong: string): void {
  if (!holds) throw new Finding(wrong);
}

/**
 * Whether a call failed as a guest may: with an error that it answered, or a trap. A finding when something else unwound
 * through it, such as a TypeError, which would be the host's own.
 */
export function mustBeOfGuest(thrown: unknown): 'an error' | 'a trap' {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    const own = [TypeError, ReferenceError, SyntaxError, EvalError, URIError].some(
      (each) => error instanceof each,
    );
    must(!own, `the host failed: ${error.stack}`);
  }
  if (Object.hasOwn(Object(thrown) as object, 'payload')) return 'an error';
  must(thrown instanceof Error, `${String(thrown)} was thrown`);
  return 'a trap';
}
