import * as v from 'valibot';
import { type CallDeadlines, defaultDeadlines, longestDeadlineMs } from '../deadlines.ts';
import { durationForm, formatDuration, parseDuration } from '../duration.ts';
import type { Place } from './yaml-text.ts';

type Hook = keyof CallDeadlines;

/** Deadlines as a YAML file has them: durations by hook. */
export type DeadlinesText = Partial<Record<Hook, string | undefined>>;

/** What has a deadline. */
export const deadlineKeys: readonly Hook[] = Object.keys(defaultDeadlines) as Hook[];

const duration = v.optional(v.string('a duration is expected here, such as 500ms'));
const hooks = Object.fromEntries(deadlineKeys.map((hook) => [hook, duration] as const));

/** The rules of `limits.deadlines`. */
export const deadlinesSchema: v.GenericSchema<unknown, DeadlinesText> = v.strictObject(
  hooks,
  'a map of hooks, such as on-packet: 500ms, is expected here',
);

/**
 * Milliseconds by hook; what is no duration is refused, and so is what is longer than `most` says, which is the word on who may
 * ask for more.
 */
export function deadlinesOf(
  texts: DeadlinesText | undefined,
  at: Place,
  refuse: (at: Place, why: string) => never,
  most?: { deadlines: Readonly<CallDeadlines>; moreIsFor: string },
): Partial<CallDeadlines> {
  const deadlines: Partial<CallDeadlines> = {};
  for (const hook of deadlineKeys) {
    const text = texts?.[hook];
    if (text === undefined) continue;
    const here = [...at, hook];
    const ms = parseDuration(text) ?? refuse(here, `write ${durationForm}`);
    if (ms < 1) refuse(here, 'at least 1ms');
    if (ms > longestDeadlineMs) refuse(here, 'at most 24 days are possible');
    if (most !== undefined && ms > most.deadlines[hook]) {
      refuse(here, `at most ${formatDuration(most.deadlines[hook])}; ${most.moreIsFor}`);
    }
    deadlines[hook] = ms;
  }
  return deadlines;
}
