import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SdkName, SdkNames } from './sdk-names.ts';
import { hasGoName, hasRustName, hasTypeScriptName, type SdkSource } from './sdk-source.ts';

/** The SDKs, in the order of the tables. */
export const languages = ['typescript', 'rust', 'go'] as const;
export type Language = (typeof languages)[number];

/** How one SDK is looked into. */
interface Sdk {
  source: SdkSource;
  has(name: string, source: SdkSource): boolean;
  /** What its bindings call a function of WIT; a static one is given with its resource. */
  binding(name: string, resource: string | undefined): string;
}

/** Reads the SDKs of a checkout. */
export function readSdks(root: string): Record<Language, Sdk> {
  const read = (folder: string, pattern: string, not: RegExp): string[] =>
    globSync(pattern, { cwd: join(root, folder) })
      .filter((path) => !not.test(path))
      .toSorted()
      .map((path) => readFileSync(join(root, folder, path), 'utf8'));
  const notAuthors = /\.test\.ts$|\.d\.ts$|^src\/(?:testing|build|api)\//;
  return {
    typescript: {
      source: {
        files: read('guest-js', 'src/**/*.ts', notAuthors),
        exports: readFileSync(join(root, 'guest-js/src/index.ts'), 'utf8'),
      },
      has: hasTypeScriptName,
      binding: camel,
    },
    rust: {
      source: {
        files: read('guest-rust', 'src/*.rs', /^src\/raw\.rs$/),
        exports: readFileSync(join(root, 'guest-rust/src/lib.rs'), 'utf8'),
      },
      has: hasRustName,
      binding: (name) => name.replaceAll('-', '_'),
    },
    go: {
      source: { files: read('guest-go', '*.go', /_test\.go$/), exports: '' },
      has: hasGoName,
      binding: (name, resource) => pascal(resource === undefined ? name : `${resource}-${name}`),
    },
  };
}

/** A function of the interface, for {@link checkSdkNames}. */
export interface NamedFunction {
  /** As sdk-names.ts has it. */
  key: string;
  name: string;
  /** The resource of a static function. */
  staticOf: string | undefined;
}

/** What is wrong with the table of names: functions left out or unknown, names that are none, calls that say otherwise. */
export function checkSdkNames(
  table: Readonly<Record<string, SdkNames>>,
  functions: readonly NamedFunction[],
  sdks: Record<Language, Sdk>,
): string[] {
  const keys = new Set(functions.map(({ key }) => key));
  const unknown = Object.keys(table).filter((key) => !keys.has(key));
  const problems = unknown.map((key) => `${key} is no function of the interface`);
  for (const each of functions) {
    const row = table[each.key];
    if (row === undefined) problems.push(`${each.key} has no row`);
    else
      problems.push(...languages.flatMap((language) => check(each, language, row[language], sdks[language])));
  }
  return problems;
}

function check(each: NamedFunction, language: Language, entry: SdkName, sdk: Sdk): string[] {
  const binding = sdk.binding(each.name, each.staticOf);
  const called = sdk.source.files.some((text) => new RegExp(`\\b${binding}\\b`).test(text));
  if ('raw' in entry)
    return called ? [`${each.key}: the SDK for ${language} calls ${binding}, so it is not raw only`] : [];
  const problems = called ? [] : [`${each.key}: the SDK for ${language} never calls ${binding}`];
  if ('inside' in entry) return problems;
  if (entry.length === 0) problems.push(`${each.key}: no name for ${language}`);
  const missing = entry.filter((name) => !sdk.has(name, sdk.source));
  return [...problems, ...missing.map((name) => `${each.key}: the SDK for ${language} has no ${name}`)];
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  return camel(`-${name}`);
}
