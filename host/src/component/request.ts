import { parseGrant } from './interface-pattern.ts';
import type { InterfaceUse } from './inspect.ts';

/** What gadget.yaml says that a gadget wants to import beyond `gadget:api`. */
export interface InterfaceRequest {
  /** `wasi:clocks/wall-clock`, with a version or not, or `wasi:clocks/*`. */
  interface: string;
  /** What for, in the author's words. */
  reason?: string;
}

/** The request that covers an import: the first that does. */
export function requestFor(
  use: InterfaceUse,
  requests: readonly InterfaceRequest[],
): InterfaceRequest | undefined {
  return requests.find((request) => parseGrant(request.interface).matches(use));
}
