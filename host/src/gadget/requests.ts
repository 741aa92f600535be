import * as v from 'valibot';
import { parseInterfacePattern, patternForm } from '../component/interface-pattern.ts';
import type { InterfaceRequest } from '../component/request.ts';
import type { Place } from './yaml-text.ts';

/** A request as gadget.yaml has it: a name, or a map. */
export type RequestText = string | { interface: string; reason?: string | undefined };

/** Most requests: more packages than anybody grants one by one. */
const mostRequests = 64;

const name = v.pipe(v.string(`write ${patternForm}`), v.maxLength(256, 'at most 256 characters'));
const request = v.strictObject(
  {
    interface: name,
    reason: v.optional(
      v.pipe(
        v.string('a text is expected here'),
        v.minLength(1, 'must not be empty'),
        v.maxLength(256, 'at most 256 characters'),
      ),
    ),
  },
  'an interface, or a map with interface and reason is expected here',
);

/** The rules of `requests`. */
export const requestsSchema: v.GenericSchema<unknown, RequestText[]> = v.pipe(
  v.array(
    v.lazy((input) => (typeof input === 'string' ? name : request)),
    'a list of interfaces is expected here',
  ),
  v.maxLength(mostRequests, `at most ${mostRequests} requests`),
);

/** The keys of one request. */
export const requestKeys: readonly string[] = Object.keys(request.entries);

/** What gadget.yaml requests; names that are none are refused. */
export function requestsOf(
  texts: readonly RequestText[],
  refuse: (at: Place, why: string) => never,
): InterfaceRequest[] {
  return texts.map((text, place) => {
    const given = typeof text === 'string' ? { interface: text } : text;
    const at: Place = typeof text === 'string' ? ['requests', place] : ['requests', place, 'interface'];
    if (parseInterfacePattern(given.interface) === undefined) refuse(at, `write ${patternForm}`);
    if (given.interface.startsWith('gadget:api/')) refuse(at, 'every gadget has gadget:api');
    return { interface: given.interface, ...(given.reason !== undefined && { reason: given.reason }) };
  });
}
