import { ours, plain } from '../calls/hosts.ts';
import { callMetrics, callVariant } from '../calls/variant.ts';
import { languages } from '../languages.ts';
import type { Workload } from '../workload.ts';

/** The languages side by side, as somebody begins with the library: objects are pushed. */
function sideBySide(name: string, rows: number): Workload {
  const given = 'objects';
  return {
    name,
    about: `packets of ${rows} ${rows === 1 ? 'row' : 'rows'} redacted in each language, pushed as objects: price of a row`,
    metrics: callMetrics,
    variants: [
      callVariant({ name: 'plain JavaScript', host: plain, job: 'redact-rows', rows }),
      ...languages.flatMap(({ name: language, byRow, byColumn }) => [
        callVariant({
          name: `${language}, by row`,
          host: ours([byRow, false], { given }),
          job: 'redact-rows',
          rows,
        }),
        callVariant({
          name: `${language}, by column`,
          host: ours([byColumn, false], { given }),
          job: 'redact-column',
          rows,
        }),
      ]),
    ],
    baselines: ['plain JavaScript'],
    maxRounds: 2,
  };
}

/** Events one at a time. */
export const languagesRow: Workload = sideBySide('languages-1-row', 1);

/** Many rows at a time. */
export const languagesRows: Workload = sideBySide('languages-1000-rows', 1000);
