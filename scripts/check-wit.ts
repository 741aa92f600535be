import { dirname } from 'node:path';
import semver from 'semver';
import {
  WitSyntaxError,
  type Gate,
  type ItemKind,
  type WitFile,
  type WitItem,
} from '../host/src/wit/item.ts';
import { parseWit } from '../host/src/wit/parse.ts';
import { readWit, type WitSource } from '../host/src/wit/read.ts';

/** Something in a WIT file that the rules of wit/README.md forbid. */
export interface Problem {
  /** Path as it was given. */
  file: string;
  /** From 1. */
  line: number;
  message: string;
}

/** Parts of a type share its gate; the syntax allows them none. The package line has the version itself. */
const gateless: ReadonlySet<ItemKind> = new Set(['package', 'case', 'flag', 'field']);

/**
 * Holds WIT files against the rules: every item gated and documented, gates that fit their parent and the package,
 * a full version in the package line. The files of one folder are one package. Problems come in order of files and lines.
 */
export function checkWit(files: readonly WitSource[]): Problem[] {
  const problems: Problem[] = [];
  const packages = new Map<string, WitFile[]>();
  for (const { path, text } of files) {
    const folder = dirname(path);
    const members = packages.get(folder) ?? [];
    packages.set(folder, members);
    try {
      members.push(parseWit(text, path));
    } catch (error) {
      if (!(error instanceof WitSyntaxError)) throw error;
      problems.push({ file: error.file, line: error.line, message: error.message });
    }
  }
  for (const members of packages.values()) checkPackage(members, problems);
  const order = new Map(files.map((file, i) => [file.path, i]));
  const place = (problem: Problem): number => order.get(problem.file) ?? 0;
  return problems.toSorted((a, b) => place(a) - place(b) || a.line - b.line);
}

function checkPackage(files: readonly WitFile[], problems: Problem[]): void {
  const lines = files.flatMap((file) => (file.package === undefined ? [] : [file.package]));
  const first = lines[0];
  if (first === undefined) {
    const file = files[0];
    if (file !== undefined)
      problems.push({ file: file.path, line: 1, message: 'no file of this folder has a package line' });
    return;
  }
  for (const line of lines) {
    checkDoc(line, problems);
    if (semver.valid(line.text) === null) {
      report(problems, line, `package ${line.name} needs a full version, such as ${line.name}@1.0.0`);
    } else if (line.text !== first.text || line.name !== first.name) {
      report(problems, line, `package ${line.name}@${line.text} stands beside ${first.name}@${first.text}`);
    }
  }
  const version = semver.valid(first.text) ?? undefined;
  for (const file of files) for (const item of file.items) checkItem(item, undefined, version, problems);
}

function checkItem(
  item: WitItem,
  parent: WitItem | undefined,
  version: string | undefined,
  problems: Problem[],
): void {
  checkDoc(item, problems);
  if (gateless.has(item.kind)) {
    const gate = item.gates[0];
    if (gate !== undefined)
      report(problems, item, `a gate does not go on a ${item.kind}: it is frozen with its type`, gate);
  } else checkGates(item, parent, version, problems);
  for (const child of item.children) checkItem(child, item, version, problems);
}

function checkDoc(item: WitItem, problems: Problem[]): void {
  if (item.kind !== 'use' && item.doc === '')
    report(problems, item, `${item.kind} ${item.name} has no doc comment`);
}

function checkGates(
  item: WitItem,
  parent: WitItem | undefined,
  version: string | undefined,
  problems: Problem[],
): void {
  const since = find(item, 'since');
  const unstable = find(item, 'unstable');
  const deprecated = find(item, 'deprecated');
  const what = `${item.kind} ${item.name}`;
  if (since === undefined && unstable === undefined) {
    const message =
      deprecated === undefined ? 'has no gate: @since(version = …)' : 'is @deprecated without @since';
    return report(problems, item, `${what} ${message}`, deprecated);
  }
  if (since !== undefined && unstable !== undefined) {
    return report(problems, item, `${what} is both @since and @unstable`, unstable);
  }
  for (const gate of [since, deprecated]) {
    if (gate === undefined) continue;
    if (semver.valid(gate.value) === null) {
      return report(problems, item, `${what}: @${gate.kind} needs a full version, not ${gate.value}`, gate);
    }
    if (version !== undefined && semver.gt(gate.value, version)) {
      return report(
        problems,
        item,
        `${what}: @${gate.kind} ${gate.value} is newer than the package, ${version}`,
        gate,
      );
    }
  }
  if (since === undefined) return;
  if (deprecated !== undefined && semver.lt(deprecated.value, since.value)) {
    report(
      problems,
      item,
      `${what} is deprecated in ${deprecated.value}, before it came in ${since.value}`,
      deprecated,
    );
  }
  if (parent === undefined) return;
  const around = find(parent, 'since');
  if (around !== undefined && semver.valid(around.value) !== null && semver.lt(since.value, around.value)) {
    report(
      problems,
      item,
      `${what} says ${since.value}, older than its ${parent.kind} ${parent.name}, ${around.value}`,
      since,
    );
  }
  if (around === undefined && find(parent, 'unstable') !== undefined) {
    report(problems, item, `${what} is stable within the unstable ${parent.kind} ${parent.name}`, since);
  }
}

function find(item: WitItem, kind: Gate['kind']): Gate | undefined {
  return item.gates.find((gate) => gate.kind === kind);
}

function report(problems: Problem[], item: WitItem, message: string, gate?: Gate): void {
  problems.push({ file: item.file, line: gate?.line ?? item.line, message });
}

if (import.meta.main) {
  const paths = process.argv.slice(2);
  const problems = checkWit(readWit(...(paths.length > 0 ? paths : ['wit'])));
  for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
