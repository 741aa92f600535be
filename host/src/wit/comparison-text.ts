import { clean } from '../clean.ts';
import type { Comparison } from './compare.ts';
import type { Change, Finding } from './findings.ts';
import type { Hits } from './rules.ts';

const hit: Record<Hits, string> = {
  guests: 'guests built against the old version',
  hosts: 'hosts made for the old version',
  both: 'guests and hosts of the old version',
};

/** A comparison for people. */
export function comparisonText(comparison: Comparison): string {
  const { findings, allowed, added, deprecated } = comparison;
  const name = comparison.package;
  const [from, to] = [comparison.oldVersion, comparison.newVersion];
  const versions = from === undefined && to === undefined ? '' : ` ${from ?? '(none)'} → ${to ?? '(none)'}`;
  const blocks = findings.map(findingText);
  if (allowed.length > 0) blocks.push(allowedText(allowed, to));
  const changes = [...changeLines('added', added), ...changeLines('deprecated', deprecated)];
  if (changes.length > 0) blocks.push(changes.join('\n'));
  blocks.push(verdict(comparison, versions === '' ? name : `${name}${versions}`));
  return `${blocks.join('\n\n')}\n`;
}

function findingText(finding: Finding): string {
  return [
    headline(finding),
    `  ${clean(finding.what)} (${finding.rule})`,
    `  hits     ${hit[finding.hits]}`,
    `  why      ${finding.why}`,
    `  instead  ${finding.instead}`,
  ].join('\n');
}

function headline({ item, part, file, line }: Finding): string {
  return `${clean(item)}${part === undefined ? '' : `, ${clean(part)}`}  ${clean(file)}:${line}`;
}

function allowedText(allowed: readonly Finding[], version: string | undefined): string {
  const lines = allowed.map(({ item, what, rule }) => `  ${clean(item)}: ${clean(what)} (${rule})`);
  return [`breaks what came before, as ${clean(version ?? '')} may:`, ...lines].join('\n');
}

function changeLines(title: string, changes: readonly Change[]): string[] {
  return changes.map(({ kind, item }) => `${title}  ${kind} ${clean(item)}`);
}

function verdict({ findings, allowed, leastVersion }: Comparison, name: string): string {
  const count = findings.length;
  const said =
    count > 0
      ? `${count} ${count === 1 ? 'finding' : 'findings'}`
      : allowed.length > 0
        ? 'not compatible, and the version says so'
        : 'compatible';
  const least =
    leastVersion === undefined ? '' : `; the least version that fits what changed is ${leastVersion}`;
  return clean(`${name}: ${said}${least}`);
}
