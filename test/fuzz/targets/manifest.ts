import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, parseManifest } from '../../../host/src/gadget/manifest.ts';
import { defaultParams, parseParam, resolveParams, shareParams } from '../../../host/src/gadget/params.ts';
import { mutateText } from '../mutate/text.ts';
import { Random } from '../random.ts';
import { answerOf, must } from '../refusal.ts';
import type { Target } from '../target.ts';

const root = join(import.meta.dirname, '../../..');
const seeds = 'gadgets/*/gadget.yaml';

/** Words of gadget.yaml, and of YAML. */
const words = [
  ...['requests:\n  - wasi:cli/*\n', 'interface: wasi:clocks/wall-clock@0.2.0', 'reason: x', 'wasi:*', '*'],
  ...['name', 'version', 'params', 'sources', 'fields', 'annotations', 'limits', 'memory', 'build', 'engine'],
  ...['type: integer', 'min: -5', 'max: 9e99', 'one-of: [a, b]', 'default: ~', 'max-length: 1', 'text[]'],
  ...[
    '- ',
    '? ',
    ': ',
    '&a ',
    '*a',
    '<<: *a',
    '!!js/function ',
    '!!binary ',
    '|\n  ',
    '>-\n',
    '---\n',
    '...\n',
  ],
  ...['.inf', '-.nan', '0x7fffffffffffffffffff', '1e400', '12_3', 'null', 'yes', '1.2.3', '64 MiB', '1h30m'],
  ...[
    '__proto__',
    'constructor',
    '"\\u0000"',
    '\u001b[31m',
    'x'.repeat(300),
    '[['.repeat(40),
    '{a: '.repeat(40),
  ],
];

const values = [
  '',
  '0',
  '-1',
  'true',
  '9'.repeat(400),
  '1e999',
  '5s',
  '1.5m',
  'NaN',
  ' 1',
  '0x10',
  'é',
  'a\0b',
];
const paramCodes = ['E_PARAM_UNKNOWN', 'E_PARAM_DUPLICATE', 'E_PARAM_INVALID', 'E_PARAM_MISSING'] as const;

/** gadget.yaml, mutated; and where it is read, parameters given to such a gadget. */
export const manifest: Target = {
  name: 'manifest',
  extension: 'yaml',
  inSuite: 2000,
  prepare() {
    const texts = globSync(seeds, { cwd: root }).toSorted();
    const read = texts.map((file) => readFileSync(join(root, file), 'utf8'));
    return Promise.resolve({
      make: (random) => Buffer.from(mutateText(random.pick(read), words, random)),
      attempt: (input) => attempt(Buffer.from(input).toString()),
    });
  },
};

function attempt(text: string): string {
  const answer = answerOf(() => parseManifest(text), ['E_MANIFEST']);
  if (!('value' in answer)) return answer.code;
  must(/^[a-z0-9-]{1,64}$/.test(answer.value.name), `the name is ${JSON.stringify(answer.value.name)}`);
  giveParams(answer.value, new Random(text.length));
  return 'read';
}

/** What is let through is a value that stays the same when it is given again. */
function giveParams({ name, params }: Manifest, random: Random): void {
  const taker = { name, params };
  defaultParams(taker);
  const keys = [...params.keys(), `${name}.x`, '', 'nobody', '__proto__'];
  for (let n = 10; n > 0; n--) {
    const given = answerOf(() => [parseParam(`${random.pick(keys)}=${random.pick(values)}`)], paramCodes);
    if (!('value' in given)) continue;
    const [share] = shareOf(taker, given.value);
    const resolved = answerOf(() => resolveParams(taker, share ?? []), paramCodes);
    if (!('value' in resolved)) continue;
    const again = answerOf(() => resolveParams(taker, [...resolved.value]), paramCodes);
    const same = 'value' in again && JSON.stringify([...again.value]) === JSON.stringify([...resolved.value]);
    must(same, `${JSON.stringify([...resolved.value])} is not taken again`);
  }
}

function shareOf(taker: Pick<Manifest, 'name' | 'params'>, given: [string, string][]): [string, string][][] {
  const answer = answerOf(() => shareParams([taker], given), paramCodes);
  return 'value' in answer ? answer.value : [];
}
