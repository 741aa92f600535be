import { ApiError, type ApiErrorTag } from '@gadget-api/guest';

/** The error of this case, for hooks that fail. */
export function errorOf(tag: string, text: string): ApiError {
  return new ApiError(tag as ApiErrorTag, text);
}
