import { join } from 'node:path';
import { failuresOf } from '../../../scripts/wit/failures.ts';
import type { WitItem } from '../../../host/src/wit/item.ts';
import { parseWit } from '../../../host/src/wit/parse.ts';
import { readWit } from '../../../host/src/wit/read.ts';

/** Exports say nothing of which errors they answer: any. One stands for all. */
const exported = new Set(['lifecycle', 'handler', 'ticker', 'losses']);

/** Functions of which the comment says that they fail as another does. */
const failingAs: Readonly<Record<string, string>> = {
  'lists.add-list-field': 'datasource.add-field',
  'timer.once': 'timer.every',
};

/** What has to be shown of every function: `field.get-u32: ok`, `field.get-u32: expired` … */
export function requiredOutcomes(): string[] {
  const files = readWit(join(import.meta.dirname, '../../../wit/gadget-api'));
  const interfaces = files
    .flatMap(({ path, text }) => parseWit(text, path).items)
    .filter(({ kind }) => kind === 'interface');
  const errors = interfaces
    .find(({ name }) => name === 'types')!
    .children.find(({ name }) => name === 'api-error')!
    .children.map(({ name }) => name);
  const functions = interfaces.flatMap((each) =>
    functionsOf(each).map(({ name, doc }) => ({ of: each.name, name: `${each.name}.${name}`, doc })),
  );
  const docs = new Map(functions.map(({ name, doc }) => [name, doc]));
  return functions.flatMap(({ of, name }) => {
    const doc = docs.get(failingAs[name] ?? name)!;
    const failures = exported.has(of) ? ['other'] : failuresOf(doc, errors);
    return ['ok', ...failures].map((outcome) => `${name}: ${outcome}`);
  });
}

function functionsOf({ children }: WitItem): WitItem[] {
  return children.flatMap((item) => {
    if (item.kind === 'resource') return functionsOf(item);
    return item.kind === 'function' || item.kind === 'method' || item.kind === 'static' ? [item] : [];
  });
}
