import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { fieldTypes } from '../../host/src/data/field-type.ts';
import { attributeWords, lineWithAttributes } from './attribute.ts';

/** The languages a behaviour is written in, and what its guest is called there. */
export const guestFiles = { js: 'guest.ts', rust: 'guest.rs', go: 'guest.go' } as const;

/** A language of {@link guestFiles}. */
export type Language = keyof typeof guestFiles;

const name = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const rows = v.array(v.record(v.string(), v.unknown()));
const byName = <T extends v.GenericSchema>(value: T) => v.record(name, value);

const field = v.strictObject({
  name,
  kind: v.picklist(fieldTypes),
  fixedSize: v.optional(count),
  tags: v.optional(v.array(v.string())),
  annotations: v.optional(byName(v.string())),
  hidden: v.optional(v.boolean()),
});

const source = v.strictObject({
  /** Kind by field, `text[]` for lists of text; or whole specifications. */
  schema: v.union([byName(v.picklist(fieldTypes)), v.array(field)]),
  delivery: v.optional(v.picklist(['events', 'snapshots'])),
});

const gadget = v.strictObject({
  /** What the guest reads as parameter `role`: the same guest plays every part of a chain. */
  role: name,
  onFailure: v.optional(v.picklist(['discard', 'keep', 'bypass', 'stop-run'])),
});

const step = v.union([
  /** One packet; so many times. While its output is held, milliseconds pass. */
  v.strictObject({ push: name, rows, times: v.optional(count), held: v.optional(count) }),
  /** Rows of a source that will not come, as nobody took them in time. */
  v.strictObject({ lose: name, rows: count }),
  /** Milliseconds that pass. */
  v.strictObject({ advance: count }),
]);

/** A text; a long one as `{ "begin": "text: ", "repeat": "x", "times": 8000, "end": "…" }`. */
const text = v.union([
  v.string(),
  v.pipe(
    v.strictObject({
      begin: v.optional(v.string(), ''),
      repeat: v.string(),
      times: count,
      end: v.optional(v.string(), ''),
    }),
    v.transform(({ begin, repeat, times, end }) => begin + repeat.repeat(times) + end),
  ),
]);

/** A detail of a line: key, what it is, and its value as a text: `["pid", "whole", "42"]`. */
const attribute = v.tuple([text, v.picklist(attributeWords), text]);

/** A line of the log; with details as `{ "line": "opened", "attributes": [["pid", "whole", "42"]] }`. */
const line = v.union([
  text,
  v.pipe(
    v.strictObject({ line: text, attributes: v.array(attribute) }),
    v.transform((each) => lineWithAttributes(each.line, each.attributes)),
  ),
]);

const expectation = v.strictObject({
  /** Lines of the log, without `info `. With several gadgets each begins with `role: `. */
  log: v.optional(v.array(line), []),
  /** Rows that reached the output, by source. */
  rows: v.optional(byName(rows), {}),
  /** The same as packets, where their borders matter; or as numbers, where there are too many to list. */
  packets: v.optional(byName(v.array(rows)), {}),
  counts: v.optional(byName(count), {}),
  /** Failed calls after start: `on-packet: other`, `on-tick: trap`. */
  failures: v.optional(v.array(v.string()), []),
  /** How init or start failed: `init: denied`. */
  error: v.optional(v.string()),
  /** Handles of received packets that were not dropped by the end of their call, by role; `guest` when there are no roles. */
  leaked: v.optional(byName(count), {}),
  /** Handles that are open at the end, and that were open at most, by role; not looked at unless named. */
  open: v.optional(byName(count), {}),
  peak: v.optional(byName(count), {}),
  /** Warnings of the host. */
  warnings: v.optional(v.array(v.string()), []),
});

const description = v.strictObject({
  /** One sentence: what every language shows. */
  shows: v.pipe(v.string(), v.minLength(10)),
  sources: v.optional(byName(source), {}),
  /** The chain. Default: one gadget without a role. */
  chain: v.optional(v.array(gadget), [{ role: '' }]),
  params: v.optional(byName(v.string()), {}),
  limits: v.optional(byName(count), {}),
  logLevel: v.optional(v.picklist(['error', 'warn', 'info', 'debug', 'trace']), 'trace'),
  /** Decimal numbers. Default: those of the test clock. */
  seed: v.optional(v.tuple([v.string(), v.string()])),
  /** Fields that the output prints, by source; all that are not hidden unless named. A hidden source is printed if named. */
  printed: v.optional(byName(v.array(name)), {}),
  steps: v.optional(v.array(step), []),
  expect: expectation,
  /** Why it takes seconds: such cases run once in each language, over direct calls alone. */
  costly: v.optional(v.string()),
  /** Why a language can't have this case, by language. Its guest is then missing. */
  impossible: v.optional(v.partial(v.strictObject({ js: v.string(), rust: v.string(), go: v.string() })), {}),
});

/** A behaviour: what is set up, what goes in, what every language must show. */
export type Case = v.InferOutput<typeof description> & {
  /** Its folder: the interface, and what is shown of it. */
  name: string;
};

/** Where the cases are. */
export const casesFolder: string = join(import.meta.dirname, 'cases');

/** Reads all cases. Throws with everything that is wrong in a folder: missing, unused and unreadable files. */
export function readCases(folder: string = casesFolder): Case[] {
  const problems: string[] = [];
  const cases = readdirSync(folder)
    .toSorted()
    .flatMap((each) => {
      try {
        return [readCase(folder, each)];
      } catch (error) {
        problems.push(`${each}: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }
    });
  if (problems.length > 0) throw new Error(`cases are not as they should be:\n${problems.join('\n')}`);
  return cases;
}

function readCase(folder: string, caseName: string): Case {
  if (!statSync(join(folder, caseName)).isDirectory()) throw new Error('a case is a folder');
  const files = readdirSync(join(folder, caseName));
  if (!files.includes('case.json')) throw new Error('there is no case.json');
  const each = parseCase(caseName, JSON.parse(readFileSync(join(folder, caseName, 'case.json'), 'utf8')));
  const { impossible } = each;
  const needed = Object.entries(guestFiles).flatMap(([language, file]) =>
    impossible[language as Language] === undefined ? [file as string] : [],
  );
  const missing = needed.filter((file) => !files.includes(file));
  const unused = files.filter((file) => file !== 'case.json' && !needed.includes(file));
  if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
  if (unused.length > 0) throw new Error(`unused: ${unused.join(', ')}`);
  return each;
}

/** A case as its case.json describes it. Throws with everything that is wrong in it. */
export function parseCase(caseName: string, json: unknown): Case {
  const parsed = v.safeParse(description, json);
  if (parsed.success) return { ...parsed.output, name: caseName };
  const issues = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'case.json'}: ${issue.message}`);
  throw new Error(issues.join('; '));
}

/** Whether a language has this case. */
export function has(each: Case, language: Language): boolean {
  return each.impossible[language] === undefined;
}
