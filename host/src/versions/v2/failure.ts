import { ApiFailure, wordsOf } from '../../api/failure.ts';
import type { Error as ErrorV2 } from '../../generated/preview/gadget-api-types.ts';
import type { ApiError } from '../../generated/gadget-api-types.ts';

/** An error of 2.0 on its way to a guest. Not an `Error`, for the reasons that {@link ApiFailure} has. */
export class FailureV2<T = ErrorV2> {
  readonly payload: T;

  constructor(payload: T) {
    this.payload = payload;
  }
}

/** What a function of the API answers, and its error as 2.0 has it. Whatever else is thrown stays as it is. */
export function answered<T>(run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    throw thrown instanceof ApiFailure ? new FailureV2(errorV2(thrown.payload)) : thrown;
  }
}

/** An error of the API in a record. */
export function errorV2(error: ApiError): ErrorV2 {
  return { code: error.tag, text: wordsOf(error) };
}

/** What a hook answers, and its error as the run knows it. */
export function understood<T>(run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    throw isError(thrown) ? new ApiFailure(errorOf(thrown.payload)) : thrown;
  }
}

/** An error of 2.0 as the run knows it; it has a text whatever its code is. */
export function errorOf({ code, text }: ErrorV2): ApiError {
  return { tag: code, val: text };
}

function isError(thrown: unknown): thrown is FailureV2 {
  return typeof thrown === 'object' && thrown !== null && Object.hasOwn(thrown, 'payload');
}
