import type { ApiError } from '../../../host/src/generated/gadget-api-types.ts';

/** An error of the interface: jco gives the guest what is in `payload`. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly payload: ApiError;

  constructor(payload: ApiError) {
    super(payload.tag);
    this.payload = payload;
  }
}
