import { WitSyntaxError, type WitItem } from './item.ts';
import type { Member, WitFunction, WitInterface, WitType } from './model.ts';
import type { Scope } from './scope.ts';
import { parsePayload, parseSignature, parseType } from './type-expression.ts';

/** An interface with its names looked up. `around`: whether what it stands in is behind a feature. */
export function interfaceOf(item: WitItem, scope: Scope, around = false): WitInterface {
  const hidden = around || isUnstable(item);
  const functions = item.children.filter(({ kind }) => kind === 'function');
  return {
    item,
    types: typesOf(scope, hidden),
    functions: functionsOf(functions, scope, hidden),
  };
}

/** Whether an item says that it is behind a feature. */
export function isUnstable(item: WitItem): boolean {
  return item.gates.some(({ kind }) => kind === 'unstable');
}

/** The types of an interface or world. */
export function typesOf(scope: Scope, around: boolean): Map<string, WitType> {
  return new Map(
    scope.names().map(([name, item, kind]): [string, WitType] => {
      const unstable = around || isUnstable(item);
      const target = { written: scope.origin(name, item), meant: scope.meant(name, item) };
      const plain = { name, item, unstable, members: [], functions: new Map<string, WitFunction>() };
      if (kind === 'used') return [name, { ...plain, kind: 'use', target }];
      if (kind === 'alias') {
        return [name, { ...plain, kind: 'type', target: scope.text(parseType(item.text, item), item) }];
      }
      return [
        name,
        {
          ...plain,
          kind: item.kind as WitType['kind'],
          target: undefined,
          members: item.kind === 'resource' ? [] : item.children.map((part) => memberOf(part, scope)),
          functions: item.kind === 'resource' ? functionsOf(item.children, scope, unstable) : plain.functions,
        },
      ];
    }),
  );
}

function memberOf(item: WitItem, scope: Scope): Member {
  const type = item.kind === 'field' ? parseType(item.text, item) : parsePayload(item.text, item);
  return { name: item.name, item, type: type && scope.text(type, item) };
}

function functionsOf(items: readonly WitItem[], scope: Scope, around: boolean): Map<string, WitFunction> {
  const functions = new Map<string, WitFunction>();
  for (const item of items) {
    if (functions.has(item.name)) {
      throw new WitSyntaxError(`two functions are called ${item.name}`, item.file, item.line);
    }
    functions.set(item.name, functionOf(item, scope, around));
  }
  return functions;
}

/** A function with its types looked up. */
export function functionOf(item: WitItem, scope: Scope, around: boolean): WitFunction {
  const { async, params, result } = parseSignature(item.text, item);
  return {
    name: item.name,
    kind: item.kind as WitFunction['kind'],
    item,
    unstable: around || isUnstable(item),
    async,
    params: params.map(({ name, type }) => ({ name, item, type: scope.text(type, item) })),
    result: result && scope.text(result, item),
  };
}
