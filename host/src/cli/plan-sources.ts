import { GadgetError } from '../errors.ts';
import type { FoundFolder, FoundGadget } from '../gadget/find.ts';
import { parseSchemaText } from '../sources/schema-text.ts';
import type { FieldSpec } from '../sources/source.ts';
import { defaultSourceName, parseSourceSpec, schemeOptions, type SourceSpec } from '../sources/spec.ts';
import { nearest } from '../suggest.ts';
import type { PlannedSource, SourceOptions } from './plan.ts';

/** What the operator says about sources. */
export interface SourceArguments {
  /** `[name=]SPEC`. */
  sources: readonly string[];
  /** `[source:]field=kind,…`. */
  schemas: readonly string[];
  options: SourceOptions;
}

/**
 * The sources of a run. Without any the first gadget that has a default source in its gadget.yaml decides. One without a
 * name gets the name that the first gadget expects, if it expects just one. Throws E_SOURCE_SPEC, E_SOURCE_UNKNOWN,
 * E_SCHEMA, E_USAGE for a flag that no source heeds.
 */
export function planSources(found: readonly FoundGadget[], given: SourceArguments): PlannedSource[] {
  const folders = found.filter((gadget) => gadget.kind === 'folder');
  const fallback = folders.find(({ manifest }) => manifest.defaultSource !== undefined)?.manifest
    .defaultSource;
  const texts = given.sources.length > 0 || fallback === undefined ? given.sources : [fallback];
  const specs = texts.map(parseSourceSpec);
  const first = found[0]?.kind === 'folder' ? found[0] : undefined;
  const names = namesOf(specs, first);
  checkExpected(names, first);
  const schemas = schemasOf(given.schemas, names, specs);
  checkHeeded(specs, given.options);
  return specs.map(({ scheme, rest }, place) => {
    const name = names[place]!;
    const expected = folders
      .map(({ manifest }) => manifest.sources.get(name)?.fields)
      .find((fields) => fields?.length);
    const schema = schemas.get(name) ?? expected;
    return { name, spec: { scheme, rest }, schema: scheme === 'ndjson' ? schema : undefined };
  });
}

function namesOf(specs: readonly SourceSpec[], first: FoundFolder | undefined): string[] {
  const given = new Set(specs.map(({ name }) => name));
  const expected = [...(first?.manifest.sources.keys() ?? [])].filter((name) => !given.has(name));
  const unnamed = specs.filter(({ name }) => name === undefined);
  const taken = expected.length === 1 && unnamed.length === 1 ? expected[0] : undefined;
  const names = specs.map((spec) => spec.name ?? taken ?? defaultSourceName(spec));
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) {
    throw new GadgetError('E_SOURCE_SPEC', `two sources are called ${twice}`, {
      hint: 'give each a name of its own: --source NAME=SPEC',
    });
  }
  return names;
}

/** What the first gadget expects nobody else can bring: no gadget before it makes sources. */
function checkExpected(names: readonly string[], first: FoundFolder | undefined): void {
  if (first === undefined) return;
  for (const expected of first.manifest.sources.keys()) {
    if (names.includes(expected)) continue;
    const near = names.length === 1 ? names[0] : nearest(expected, names);
    const hint = `give it one: --source ${expected}=ndjson:FILE`;
    throw new GadgetError(
      'E_SOURCE_UNKNOWN',
      `${first.name} reads the source ${expected}, which is not there`,
      {
        gadget: first.name,
        hint: near === undefined ? hint : `did you mean --source ${expected}=… instead of ${near}=…?`,
        details: { expected, given: [...names] },
      },
    );
  }
}

function schemasOf(
  texts: readonly string[],
  names: readonly string[],
  specs: readonly SourceSpec[],
): Map<string, readonly FieldSpec[]> {
  const schemas = new Map<string, readonly FieldSpec[]>();
  const inputs = names.filter((_, place) => specs[place]!.scheme === 'ndjson');
  for (const text of texts) {
    // Names of fields may hold colons: what is in front of one is a source only if there is such a source.
    const colon = text.indexOf(':');
    const own = colon > 0 && names.includes(text.slice(0, colon)) ? text.slice(0, colon) : undefined;
    const wanted = own === undefined ? inputs : inputs.filter((name) => name === own);
    const fields = parseSchemaText(own === undefined ? text : text.slice(colon + 1));
    if (wanted.length === 0) {
      throw new GadgetError(
        'E_USAGE',
        '--schema is for ndjson sources, and there is none that it could be for',
        {
          hint: 'the sources of this run state their own schema',
        },
      );
    }
    for (const name of wanted) {
      if (schemas.has(name)) {
        throw new GadgetError('E_USAGE', `two schemas are given for the source ${name}`, {
          hint: 'for several sources write --schema SOURCE:field=kind,…',
        });
      }
      schemas.set(name, fields);
    }
  }
  return schemas;
}

const flags = {
  intervalMs: '--interval',
  strict: '--strict',
  batchRows: '--batch-rows',
  batchMs: '--batch-ms',
} as const satisfies Record<keyof SourceOptions, string>;

/** A flag that changes nothing is a misunderstanding. */
function checkHeeded(specs: readonly SourceSpec[], options: SourceOptions): void {
  for (const [option, flag] of Object.entries(flags) as [keyof SourceOptions, string][]) {
    const value = options[option];
    if (value === undefined || value === false) continue;
    const heeds = (scheme: keyof typeof schemeOptions): boolean => schemeOptions[scheme].includes(option);
    if (specs.some(({ scheme }) => heeds(scheme))) continue;
    const those = (Object.keys(schemeOptions) as (keyof typeof schemeOptions)[]).filter(heeds);
    throw new GadgetError(
      'E_USAGE',
      `${flag} changes nothing here: it is for ${those.join(' and ')} sources`,
      {
        hint: specs.length === 0 ? 'this run has no source' : `leave ${flag} out`,
      },
    );
  }
}
