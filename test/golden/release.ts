import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Case, parseCase } from '../conformance/case.ts';

/** The folder of the gadgets of all releases. */
export const goldenFolder: string = join(import.meta.dirname, '../../golden');

/** The languages in which each release has its gadgets. */
export const goldenLanguages = ['js', 'rust', 'go'] as const;

/** Names of the files of a release. */
export const goldenFiles = {
  made: 'made.json',
  cases: 'cases.json',
  input: 'redact.in.ndjson',
  output: 'redact.out.ndjson',
  /** The gadget of the examples. */
  redact: (language: string): string => `redact-${language}.wasm`,
  /** In one gadget all behaviours of the conformance suite that no earlier release has. */
  behaviours: (language: string): string => `behaviours-${language}.wasm`,
} as const;

const made = v.strictObject({
  /** Of gadget:api. */
  version: v.string(),
  date: v.pipe(v.string(), v.isoDate()),
  /** What they were built from, and with. */
  commit: v.string(),
  tools: v.record(v.string(), v.string()),
  /** SHA-256 of every other file of the release. */
  files: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

/** How the gadgets of a release were made. */
export type Made = v.InferOutput<typeof made>;

/** The gadgets of one release of gadget:api, and what they did. */
export class GoldenRelease {
  readonly version: string;
  readonly folder: string;

  constructor(version: string, folder: string = join(goldenFolder, version)) {
    this.version = version;
    this.folder = folder;
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  get made(): Made {
    return v.parse(made, JSON.parse(readFileSync(this.path(goldenFiles.made), 'utf8')));
  }

  /** Those behaviours, as they were described then. */
  get cases(): Case[] {
    const all = JSON.parse(readFileSync(this.path(goldenFiles.cases), 'utf8')) as Record<string, unknown>;
    return Object.entries(all).map(([name, json]) => parseCase(name, json));
  }

  /** SHA-256 of every file but the one that tells them. */
  sums(): Record<string, string> {
    const files = readdirSync(this.folder).filter((file) => file !== goldenFiles.made);
    return Object.fromEntries(
      files.toSorted().map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(this.path(file)))
          .digest('hex'),
      ]),
    );
  }
}

/** All releases, oldest first; without one that is being made, whose folder begins with a dot. */
export function goldenReleases(): GoldenRelease[] {
  return readdirSync(goldenFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => new GoldenRelease(name))
    .toSorted((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
}
