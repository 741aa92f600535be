import { pageOf } from './links.ts';
import { code, firstSentence, table } from './markdown.ts';
import { type Reference, sinceOf } from './reference.ts';
import type { PageSource } from './interface-page.ts';

/** The first page: what there is, with a line for each interface. */
export function indexPage({ reference, links }: PageSource): string {
  const first = reference.interfaces[0];
  if (first === undefined) throw new Error('the package has no interfaces');
  return [
    '<!-- Made from wit/gadget-api/ by `npm run gen`; edit the WIT instead. -->',
    `# ${reference.name} ${reference.version}`,
    links.linked(reference.doc, { interface: first }),
    'This reference is made from the comments in [wit/](../../wit/README.md), which has scope, promise and the way to change it. Each function has its signature in [WIT](https://component-model.bytecodealliance.org/design/wit.html), the errors it can answer, and what it is called in the SDKs for [TypeScript](../../guest-js/README.md), [Rust](../../guest-rust/README.md) and [Go](../../guest-go/README.md); their READMEs say how to use them. Which accessor fits which kind of field is [a page of its own](kinds.md).',
    '## What a gadget calls',
    interfaces(reference, 'import', links),
    '## What a gadget exports',
    interfaces(reference, 'export', links),
    '## Worlds',
    table(
      ['World', 'For', 'Since'],
      reference.worlds.map((world) => [code(world.name), firstSentence(world.doc), sinceOf(world)]),
    ),
  ].join('\n\n');
}

function interfaces(
  { interfaces: all }: Reference,
  direction: 'import' | 'export',
  links: PageSource['links'],
): string {
  return table(
    ['Interface', 'For', 'Since'],
    all
      .filter((each) => each.direction === direction)
      .map((each) => [
        `[${code(each.name)}](${pageOf(each.name)})`,
        links.linked(firstSentence(each.item.doc), { interface: each }),
        sinceOf(each.item),
      ]),
  );
}
