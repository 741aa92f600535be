import { clean } from '../clean.ts';
import type { DeclaredSource } from '../run/declare.ts';
import { boundsText } from './bounds.ts';
import type { Inspection } from './inspect-action.ts';
import { interfaceLines, keyLines } from './interface-text.ts';
import { requestLines } from './permissions.ts';

/** An inspection for people. Nothing in it is trusted: names and words come from the gadget. */
export function inspectText(inspection: Inspection): string {
  const { requests, imports, exports, interfaces, init } = inspection;
  const lines: [string, string][] = [['gadget', inspection.name]];
  for (const key of ['version', 'description', 'license', 'homepage'] as const) {
    const value = inspection[key];
    if (value !== undefined) lines.push([key, value]);
  }
  lines.push(['size', `${inspection.size} bytes`], ['digest', inspection.digest]);
  lines.push(['gadget:api', inspection.apiVersions.join(', ') || 'not used']);
  lines.push(...requestLines(requests));
  const bounds = boundsText(inspection.bounds);
  if (bounds !== '') lines.push(['bounds', bounds]);
  const denied = requests.filter(({ state }) => state === 'not granted' || state === 'not offered');
  if (denied.length > 0) lines.push(['needs --allow', denied.map((each) => each.interface).join(', ')]);
  const unasked = imports.filter(({ requested }) => requested === false);
  if (unasked.length > 0) lines.push(['not requested', unasked.map((each) => each.interface).join(', ')]);
  if (imports.length === 0) lines.push(['imports', 'nothing']);
  if (exports.length === 0) lines.push(['exports', 'nothing']);
  return `${[
    ...keyLines(lines),
    ...(interfaces.length === 0 ? [] : ['']),
    ...interfaces.flatMap((each) => interfaceLines(each)),
    ...(init === undefined ? [] : initLines(init)),
  ].join('\n')}\n`;
}

function initLines(init: Record<string, unknown>): string[] {
  const { sources, needs, timers } = init as {
    sources?: DeclaredSource[];
    needs?: string[];
    timers?: number;
  };
  if (sources === undefined) return ['', 'init did not end'];
  const lines = sources.flatMap((source) => {
    const notes = [
      source.delivery,
      source.created ? 'created by the gadget' : undefined,
      source.subscribed ? 'subscribed' : undefined,
      source.hidden ? 'hidden' : undefined,
    ];
    const width = Math.max(0, ...source.fields.map(({ name }) => clean(name).length));
    return [
      '',
      `source ${clean(source.name)} (${notes.filter((note) => note !== undefined).join(', ')})`,
      ...source.fields.map((field) => {
        const about = [field.kind, field.added ? 'added' : '', field.hidden ? 'hidden' : ''].filter(
          (word) => word !== '',
        );
        const description = field.annotations['description'];
        const text = `  ${clean(field.name).padEnd(width)}  ${about.join(', ')}`;
        return description === undefined ? text : `${text}  # ${clean(description)}`;
      }),
    ];
  });
  if ((needs ?? []).length > 0) lines.push('', `needs the sources ${needs!.map(clean).join(', ')}`);
  if ((timers ?? 0) > 0) lines.push('', `timers: ${timers}`);
  return lines;
}
