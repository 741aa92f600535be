import { GadgetError } from '../errors.ts';
import { defaultLimits } from '../limits.ts';
import type { Limits } from '../limits.ts';
import { ByteReader } from './binary.ts';
import type { CoreModuleInfo } from './core-module.ts';
import { componentDigest } from './digest.ts';
import { parseInterfaceName } from './interface-name.ts';
import type { InterfaceName } from './interface-name.ts';
import type { Side } from '../versions/interface-need.ts';
import { checkHeader } from './header.ts';
import { shapeOf } from './shape.ts';
import type { Entity, Exports } from './types.ts';
import { walkComponent } from './walk.ts';
import type { Found } from './walk.ts';

export type { CoreModuleInfo } from './core-module.ts';

/** An interface that a component imports or exports, and what of it. */
export interface InterfaceUse extends InterfaceName {
  /** `log`, `[method]field.get-u32`, `[static]packet.emit`, in the order they are written. */
  functions: string[];
  /** Those the interface declares itself, not those it uses from others: `field`. */
  resources: string[];
  /** The type of each function as one line of text. */
  shapes: ReadonlyMap<string, string>;
}

/** What the bytes of a component say about it. */
export interface ComponentInfo {
  /** Bytes. */
  size: number;
  /** `sha256:` and 64 hexadecimal digits. */
  digest: string;
  /** In the order they are written. */
  imports: InterfaceUse[];
  exports: InterfaceUse[];
  /** Functions, modules and other things imported outside of any interface. */
  rootImports: string[];
  /** Functions exported outside of any interface. */
  rootFunctions: string[];
  /** Every core module in it, nested ones too. */
  coreModules: CoreModuleInfo[];
  /** Whether all its functions, nested ones too, are called synchronously and take strings as UTF-8. */
  plainCalls: boolean;
}

/**
 * Items of all interfaces together. One type can be named many times, so a small file can list a great many: more
 * than this is no interface but an attack on who reads it.
 */
const maxItems = 10_000;

/**
 * Reads a component without running or compiling any of it. Safe for bytes from anywhere: the work is proportional
 * to their number. Every name in it is checked, those of nested components and core modules too.
 *
 * @throws GadgetError E_NOT_A_COMPONENT, E_HOSTILE_NAME, E_TOO_LARGE
 */
export function inspectComponent(
  bytes: Uint8Array,
  limits: Pick<Limits, 'maxComponentBytes'> = defaultLimits,
): ComponentInfo {
  if (bytes.length > limits.maxComponentBytes) {
    throw new GadgetError(
      'E_TOO_LARGE',
      `the component has ${bytes.length} bytes, more than the ${limits.maxComponentBytes} that are accepted`,
      {
        hint: 'Raise the limit maxComponentBytes if you trust it.',
        details: { size: bytes.length, limit: limits.maxComponentBytes },
      },
    );
  }
  checkHeader(bytes);
  const found: Found = { modules: [], plainCalls: true };
  const component = walkComponent(new ByteReader(bytes), found);
  const budget = { items: maxItems };
  return {
    size: bytes.length,
    digest: componentDigest(bytes),
    imports: interfaces(component.imports, 'import', budget),
    exports: interfaces(component.exports, 'export', budget),
    rootImports: namesOf(component.imports, (entity) => entity.sort !== 'instance' && !isPlainType(entity)),
    rootFunctions: namesOf(component.exports, (entity) => entity.sort === 'func'),
    coreModules: found.modules,
    plainCalls: found.plainCalls,
  };
}

/** A type without identity: importing it asks nothing of the host. */
function isPlainType(entity: Entity): boolean {
  return entity.sort === 'type' && entity.type.kind !== 'resource';
}

function interfaces(items: Exports, side: Side, budget: { items: number }): InterfaceUse[] {
  const uses: InterfaceUse[] = [];
  for (const [name, entity] of items) {
    if (entity.sort === 'instance') uses.push(describe(name, entity.exports, side, budget));
  }
  return uses;
}

function describe(name: string, items: Exports, side: Side, budget: { items: number }): InterfaceUse {
  const shapes = new Map<string, string>();
  budget.items -= items.size;
  if (budget.items < 0) {
    throw new GadgetError(
      'E_TOO_LARGE',
      `the component imports and exports more than ${maxItems} functions and types`,
    );
  }
  for (const [item, entity] of items) {
    if (entity.sort === 'func') shapes.set(item, shapeOf(entity.type));
  }
  const resources = namesOf(
    items,
    (entity) => entity.sort === 'type' && entity.type.kind === 'resource' && !isOfOthers(entity, side),
  );
  return { ...parseInterfaceName(name), functions: [...shapes.keys()], resources, shapes };
}

/** What is exported and abstract has been imported before. */
function isOfOthers(entity: Entity & { sort: 'type' }, side: Side): boolean {
  if (entity.alias === true) return true;
  return side === 'export' && entity.type.kind === 'resource' && entity.type.abstract === true;
}

function namesOf(items: Exports, wanted: (entity: Entity) => boolean): string[] {
  return [...items].filter(([, entity]) => wanted(entity)).map(([name]) => name);
}
