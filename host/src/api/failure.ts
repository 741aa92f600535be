import type { ApiError } from '../generated/gadget-api-types.ts';

/**
 * A WIT error on its way to a guest. Not an `Error`: expected failures are answers, and a stack trace would cost more
 * than the call. jco takes what is thrown for a WIT error when `payload` is its own property.
 */
export class ApiFailure {
  readonly payload: ApiError;

  constructor(payload: ApiError) {
    this.payload = payload;
  }
}

type TextTag = Exclude<ApiError['tag'], 'expired'>;

/** Throw the result: `throw fail('not-found', name)`. */
export function fail(tag: TextTag, text: string): ApiFailure {
  return new ApiFailure({ tag, val: text });
}

/** What an error says, for versions in which each says something. */
export function wordsOf(error: ApiError): string {
  return error.tag === 'expired' ? 'the packet is over' : error.val;
}

/** The packet's call has ended. */
export function expired(): ApiFailure {
  return new ApiFailure({ tag: 'expired' });
}
