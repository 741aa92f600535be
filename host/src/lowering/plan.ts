import { type CoreItem, type CoreModule, webAssembly } from './core-module.ts';
import type { CoreFunctions } from './v1.ts';
import { isWasiStub } from './wasi.ts';

/** An interface of the component and the one of this host behind it, as negotiating matched them. */
export interface InterfaceMatch {
  /** As the component writes it. */
  readonly need: string;
  /** As this host has it. */
  readonly offered: string;
  readonly interface: string;
}

/** What is known of a component before it is instantiated. */
export interface ComponentFacts {
  /** Its core modules. */
  readonly modules: Iterable<CoreModule>;
  /** Every interface it imports, granted ones too. */
  readonly imports: readonly string[];
  /** `gadget:api` imports and the exports that the host calls. */
  readonly negotiated: {
    readonly imports: readonly InterfaceMatch[];
    readonly exports: readonly InterfaceMatch[];
  };
  /** Whether all its functions are called as most are: synchronously, strings as UTF-8. */
  readonly plainCalls: boolean;
}

/** Which core modules get what. */
export interface Plan {
  /** The module that is the gadget. */
  readonly main: CoreModule;
  /** Modules whose imports of wasi are answered here. */
  readonly stubbed: ReadonlySet<CoreModule>;
}

/** Names of the functions that each exported interface has. */
const exported: Readonly<Record<string, readonly string[]>> = {
  lifecycle: ['init', 'start', 'stop'],
  handler: ['on-packet'],
  ticker: ['on-tick'],
  losses: ['on-loss'],
};

/** Interface names hold a colon; what tools call the modules inside a component does not. */
const betweenParts = /^[^|]+:/;

/**
 * Decides whether every call of a component can be made directly, from the names that its core modules import and
 * export. A string says why not: the reference glue must be used.
 */
export function planOf(
  facts: ComponentFacts,
  answers: Readonly<Record<string, CoreFunctions>>,
): Plan | string {
  if (!facts.plainCalls) return 'some of its functions are asynchronous or take strings other than UTF-8';
  const modules = [...facts.modules].map((module) => new ModuleNames(module));
  const { imports, exports } = facts.negotiated;
  const hooks = exports.flatMap(({ need, interface: name }) =>
    (exported[name] ?? []).map((hook) => `${need}#${hook}`),
  );
  const owners = modules.filter(({ functions }) => hooks.some((hook) => functions.has(hook)));
  const [main] = owners;
  if (main === undefined || owners.length > 1) return `${owners.length} of its core modules export its hooks`;
  const missing = hooks.find((hook) => !main.functions.has(hook));
  if (missing !== undefined) return `its core module exports no ${missing}`;
  if (!main.hasMemory) return 'its core module has no memory under a known name';
  const offered = new Map(imports.map((match) => [match.need, match.offered]));
  const stubbed = new Set<CoreModule>();
  for (const names of modules) {
    for (const item of names.imports) {
      const answer = offered.get(item.module);
      if (answer !== undefined) {
        if (names !== main) return `two of its core modules import ${item.module}`;
        if (!isFunction(item, answers[answer])) return `${item.module} ${item.name} has no direct form`;
      } else if (isWasiStub(item) && !isImported(facts, item.module)) {
        stubbed.add(names.module);
      } else if (item.module.includes('gadget:api/')) {
        return `${item.module} is no name that is known`;
      } else if (betweenParts.test(item.module) && !isImported(facts, item.module)) {
        return `its parts call each other (${item.module})`;
      }
    }
  }
  return { main: main.module, stubbed };
}

/** Whether the component has it from outside; what is inside may write an older version of the same. */
export function isImported({ imports }: Pick<ComponentFacts, 'imports'>, module: string): boolean {
  const name = unversioned(module);
  return imports.some((each) => unversioned(each) === name);
}

function unversioned(name: string): string {
  return name.replace(/@.*$/, '');
}

function isFunction(item: CoreItem, answers: CoreFunctions | undefined): boolean {
  return item.kind === 'function' && answers !== undefined && Object.hasOwn(answers, item.name);
}

class ModuleNames {
  readonly module: CoreModule;
  readonly imports: readonly CoreItem[];
  readonly functions: ReadonlySet<string>;
  readonly hasMemory: boolean;

  constructor(module: CoreModule) {
    this.module = module;
    this.imports = webAssembly.Module.imports(module);
    const exports = webAssembly.Module.exports(module);
    this.functions = new Set(exports.filter(({ kind }) => kind === 'function').map(({ name }) => name));
    this.hasMemory =
      exports.some(({ kind, name }) => kind === 'memory' && name === 'memory') ||
      this.imports.some(
        ({ kind, module: from, name }) => kind === 'memory' && from === 'env' && name === 'memory',
      );
  }
}
