import semver from 'semver';
import type { OfferedInterface } from './offer.ts';

const madeFrom = 'Made from wit/ by `npm run gen`; edit the WIT instead.';

/**
 * Turns the `.d.ts` text that jco makes of one interface into a `.ts` module that holds types only: classes and functions
 * are declared, and types of other interfaces come by an import of their `.ts` module.
 */
export function typesModule(text: string): string {
  const used = new Map<string, string[]>();
  const body = text
    .replace(/^\/\*\* @module Interface (\S+) \*\*\/\n/, '')
    .replace(
      /^export type (\w+) = import\('\.\/(.+)\.js'\)\.(\w+);\n/gm,
      (_, name: string, module: string, original: string) => {
        used.set(module, [...(used.get(module) ?? []), name === original ? name : `${original} as ${name}`]);
        return '';
      },
    )
    .replace(/^export (function|class|const) /gm, 'export declare $1 ');
  const rest = /\bimport\(|^export (?!declare |type |interface )/m.exec(body);
  if (rest !== null) {
    throw new Error(`cannot turn this into a module of types: ${body.slice(rest.index, rest.index + 80)}`);
  }
  const name = /@module Interface (\S+)/.exec(text)?.[1];
  if (name === undefined) throw new Error('this is not the text of one interface');
  const imports = [...used].map(
    ([module, names]) => `import type { ${names.join(', ')} } from './${module}.ts';\n`,
  );
  const passedOn = [...used.values()].flat().map((each) => each.replace(/^.* as /, ''));
  if (passedOn.length > 0) imports.push(`export type { ${passedOn.join(', ')} };\n`);
  const head = `/** Types of the interface ${name}. ${madeFrom} */\n`;
  return `${head}${imports.join('')}\n${body.replace(/[ \t]+$/gm, '')}`;
}

/** The names that a module made by `typesModule` declares itself. */
function declared(module: string): string[] {
  return [...module.matchAll(/^export (?:declare class|type|interface) (\w+)/gm)].map(
    (found) => found[1] ?? '',
  );
}

/** `gadget-api-clock`, the file name that jco gives to the interface `clock` of `gadget:api`. */
export function moduleName(one: OfferedInterface): string {
  return `${one.package.replace(':', '-')}-${one.interface}`;
}

function key(one: OfferedInterface): string {
  return `'${one.package}/${one.interface}@${one.version}'`;
}

function namespace(one: OfferedInterface): string {
  return one.interface.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The module that maps interface names to types, and passes every type on. `modules` holds texts by module name. */
export function indexModule(
  offer: readonly OfferedInterface[],
  modules: ReadonlyMap<string, string>,
  required: ReadonlySet<string>,
): string {
  const owners = new Map<string, string>();
  const lines: string[] = [];
  const interfaces = [...new Map(offer.map((one) => [one.interface, one])).values()];
  for (const one of interfaces) {
    lines.push(`import type * as ${namespace(one)} from './${moduleName(one)}.ts';`);
  }
  lines.push(`export type { ${interfaces.map(namespace).join(', ')} };`);
  for (const one of interfaces) {
    const names = declared(modules.get(moduleName(one)) ?? '');
    for (const name of names) {
      const owner = owners.get(name);
      if (owner !== undefined) throw new Error(`${name} is declared by ${owner} and by ${one.interface}`);
      owners.set(name, one.interface);
    }
    if (names.length > 0) lines.push(`export type { ${names.join(', ')} } from './${moduleName(one)}.ts';`);
  }
  const entries = (direction: OfferedInterface['direction']): string[] =>
    offer
      // jco asks for an import that only has types, too.
      .filter((one) => one.direction === direction && (direction === 'import' || one.functions.length > 0))
      .map(
        (one) =>
          `${key(one)}${direction === 'export' && !required.has(one.interface) ? '?' : ''}: typeof ${namespace(one)};`,
      );
  return [
    `/** The interfaces of gadget:api as TypeScript types. ${madeFrom} */`,
    ...lines,
    '/** What a host gives to a component, by versioned interface name. A component imports a part of it. */',
    'export interface Imports {',
    ...entries('import'),
    '}',
    '/** What a component gives to a host, by versioned interface name. */',
    'export interface Exports {',
    ...entries('export'),
    '}',
    ...olderImports(offer),
    '',
  ].join('\n');
}

/** A type for the imports of older versions; none for the first of a line. */
function olderImports(offer: readonly OfferedInterface[]): string[] {
  const names = olderNames(offer);
  if (names.length === 0) return [];
  return [
    '/** The imports under the names that they had in older versions of their line, which had fewer functions. */',
    'export interface OlderImports {',
    ...names,
    '}',
  ];
}

function olderNames(offer: readonly OfferedInterface[]): string[] {
  const versions = new Set(
    offer.flatMap(({ since, functions }) => [since, ...functions.map((each) => each.since)]),
  );
  return [...versions].toSorted(semver.compare).flatMap((version) =>
    offer
      .filter((one) => one.direction === 'import')
      .filter((one) => semver.gte(version, one.since) && semver.lt(version, one.version))
      .map((one) => `${key({ ...one, version })}: typeof ${namespace(one)};`),
  );
}

/** The module that holds the offer as data. */
export function offerModule(offer: readonly OfferedInterface[]): string {
  return `/** What gadget:api offers, as data for negotiation. ${madeFrom} */

/** A function of an interface. */
export interface OfferedFunction {
  /** As components write it: \`log\`, \`[method]field.name\`, \`[static]data-source.open\`. */
  readonly name: string;
  /** The version it came in. */
  readonly since: string;
}

/** One interface of a package. */
export interface OfferedInterface {
  /** Such as \`clock\`. */
  readonly interface: string;
  /** Such as \`gadget:api\`. */
  readonly package: string;
  /** The package's version. */
  readonly version: string;
  /** \`import\`: the host answers it. \`export\`: a component does. */
  readonly direction: 'import' | 'export';
  /** The version it came in. */
  readonly since: string;
  /** Its functions, methods included; empty when it only has types. */
  readonly functions: readonly OfferedFunction[];
  /** Names of its resources. */
  readonly resources: readonly string[];
}

/** Every interface of the package, imports first. */
export const offer: readonly OfferedInterface[] = ${JSON.stringify(offer)};
`;
}
