import { functionName } from '../function-name.ts';
import type { CheckedInterface, CheckReport } from './check-action.ts';
import { interfaceLines, keyLines, nameLines } from './interface-text.ts';
import { requestLines } from './permissions.ts';

/** The answer of `gadget check` for people. Refusals are told elsewhere. */
export function checkText(report: CheckReport): string {
  const { interfaces, oldestHost, runs } = report;
  const [host, own] = [report.hostVersions.join(', '), report.thisHost.join(', ')];
  const needed = interfaces
    .filter((each) => each.interface.startsWith('gadget:api/'))
    .map((each) => each.version ?? 'no version');
  const lines: [string, string][] = [
    ['gadget', report.name],
    ['digest', report.digest],
    ['needs', needed.length === 0 ? 'nothing' : `gadget:api ${[...new Set(needed)].toSorted().join(', ')}`],
    ['host', `gadget:api ${host}${host === own ? '' : ` (this host has ${own})`}`],
    ['runs', runs ? 'yes' : report.runsWithPreviewApi === true ? 'no, but with --preview-api' : 'no'],
  ];
  if (oldestHost !== undefined) lines.push(['oldest host', `gadget:api ${oldestHost}`]);
  lines.push(...requestLines(report.requests));
  const sections = interfaces.flatMap(sectionOf);
  return `${[...keyLines(lines), ...(sections.length === 0 ? [] : ['']), ...sections].join('\n')}\n`;
}

function sectionOf(each: CheckedInterface): string[] {
  const lines = interfaceLines(each, verdictOf(each));
  const missing = (each.missing ?? []).map((name) =>
    name.startsWith('resource ') ? name : functionName(each.interface, name),
  );
  const lacks = nameLines(missing.map((name, place) => (place === 0 ? `missing: ${name}` : name)));
  return [...lines, ...lacks];
}

function verdictOf({ verdict, host, code }: CheckedInterface): string {
  if (verdict === 'refused') return `refused, ${code}`;
  if (verdict === 'not called') return 'not called by this host';
  return `${verdict} ${verdict === 'called' ? 'as' : 'by'} ${host?.replace(/^.*@/, '')}`;
}
