import * as v from 'valibot';
import { type DeadlinesText, deadlineKeys, deadlinesSchema } from './deadlines-map.ts';
import type { FailurePolicy } from '../run/options.ts';

/** What a policy file says about some gadgets, as its schema leaves it. */
export interface RuleText {
  allow?: string[] | undefined;
  'on-failure'?: FailurePolicy | undefined;
  limits?:
    | { memory?: string | undefined; fuel?: bigint | undefined; deadlines?: DeadlinesText | undefined }
    | undefined;
}

/** A policy file as its schema leaves it: known keys, checked one by one. */
export interface PolicyText {
  gadgets: Record<string, RuleText>;
}

const limits = v.strictObject(
  {
    memory: v.optional(v.string('a size is expected here, such as 128MiB')),
    fuel: v.optional(
      v.pipe(
        v.bigint('a whole number is expected here'),
        v.minValue(1n, 'must be at least 1'),
        v.maxValue(BigInt(Number.MAX_SAFE_INTEGER), `at most ${Number.MAX_SAFE_INTEGER}`),
      ),
    ),
    deadlines: v.optional(deadlinesSchema),
  },
  'a map with memory, fuel and deadlines is expected here',
);

const rule = v.strictObject(
  {
    allow: v.optional(v.array(v.string('a text is expected here'), 'a list of interfaces is expected here')),
    'on-failure': v.optional(
      v.picklist(
        ['discard', 'keep', 'bypass', 'stop-run'],
        'discard, keep, bypass or stop-run is expected here',
      ),
    ),
    limits: v.optional(limits),
  },
  'a map with allow, on-failure and limits is expected here',
);

const policy = v.strictObject(
  { gadgets: v.record(v.string(), rule, 'a map of gadgets is expected here') },
  'a map with gadgets is expected here',
);

/** The rules of a policy file, key by key. What is not here is refused. */
export const policySchema: v.GenericSchema<unknown, PolicyText> = policy;

/** The keys known at a place of the file, for near misses. */
export function policyKeysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 1) return Object.keys(policy.entries);
  if (path.length === 3) return Object.keys(rule.entries);
  if (path.length === 4 && path[2] === 'limits') return Object.keys(limits.entries);
  if (path.length === 5 && path[2] === 'limits' && path[3] === 'deadlines') return deadlineKeys;
  return [];
}
