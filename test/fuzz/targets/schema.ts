import { fieldTypes } from '../../../host/src/data/field-type.ts';
import { checkSchema, parseSchemaText } from '../../../host/src/sources/schema-text.ts';
import { mutateText } from '../mutate/text.ts';
import { answerOf, must } from '../refusal.ts';
import type { Target } from '../target.ts';

const seeds = [
  'pid=uint32,filename=text,args=text[]',
  'a.b=uint64,a.c=int8 , a\\.d = boolean,d=float32[],e=bytes',
  fieldTypes.map((type, at) => `f${at}=${type}`).join(','),
];
const words = [
  ...fieldTypes,
  'string',
  'list<text>',
  '[]int',
  'text[][]',
  'other[]',
  '=',
  ',',
  '.',
  '\\',
  '\\.',
  '',
];

/** Texts of `--schema`. What is read is written again, and read as the same. */
export const schema: Target = {
  name: 'schema',
  extension: 'txt',
  inSuite: 2000,
  prepare: () =>
    Promise.resolve({
      make: (random) => Buffer.from(mutateText(random.pick(seeds), words, random)),
      attempt: (input) => attempt(Buffer.from(input).toString()),
    }),
};

function attempt(text: string): string {
  const answer = answerOf(() => {
    const fields = parseSchemaText(text);
    checkSchema(fields);
    return fields;
  }, ['E_SCHEMA']);
  if (!('value' in answer)) return answer.code;
  const written = answer.value.map(({ name, kind }) => `${name}=${kind}`).join(',');
  const again = parseSchemaText(written);
  must(JSON.stringify(again) === JSON.stringify(answer.value), `${written} is read as something else`);
  return 'read';
}
