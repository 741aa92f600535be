import type { Instantiate } from '@gadget-api/host';

type AnyFunction = (...parameters: unknown[]) => unknown;
type Members = Record<string, unknown>;

/** Notes which functions of `gadget:api` are called, and how they end. */
export class Recorder {
  /** `field.get-u32: ok`, `field.get-u32: expired` … */
  readonly outcomes: Set<string> = new Set();
  private readonly wrapped: Set<object> = new Set();

  /** The same instance, whose calls in both directions are noted. */
  around(instantiate: Instantiate): Instantiate {
    return async (imports) => {
      for (const [name, members] of Object.entries(imports)) this.wrap(interfaceOf(name), members as Members);
      const exports = (await instantiate(imports)) as Record<string, Members>;
      return Object.fromEntries(
        Object.entries(exports).map(([name, members]) => {
          const copy = { ...members };
          this.wrap(interfaceOf(name), copy);
          return [name, copy];
        }),
      );
    };
  }

  /** Replaces functions, and those of resources: they are the bound ones of one gadget, but methods are shared. */
  private wrap(interfaceName: string, members: Members): void {
    for (const [name, member] of Object.entries(members)) {
      if (typeof member !== 'function') continue;
      if (!/^[A-Z]/.test(name)) {
        members[name] = this.noting(interfaceName, name, member as AnyFunction);
        continue;
      }
      this.wrap(interfaceName, member as unknown as Members);
      this.wrapMethods(interfaceName, member.prototype as object);
    }
  }

  private wrapMethods(interfaceName: string, prototype: object): void {
    if (this.wrapped.has(prototype)) return;
    this.wrapped.add(prototype);
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name === 'constructor' || typeof value !== 'function') continue;
      Object.defineProperty(prototype, name, {
        value: this.noting(interfaceName, name, value as AnyFunction),
        writable: true,
        configurable: true,
      });
    }
  }

  private noting(interfaceName: string, name: string, called: AnyFunction): AnyFunction {
    const { outcomes } = this;
    const label = `${interfaceName}.${kebab(name)}`;
    return function (this: unknown, ...parameters) {
      let result: unknown;
      try {
        result = called.apply(this, parameters);
      } catch (error) {
        outcomes.add(`${label}: ${tagOf(error)}`);
        throw error;
      }
      outcomes.add(`${label}: ok`);
      return result;
    };
  }
}

function interfaceOf(name: string): string {
  return /\/([a-z0-9-]+)@/.exec(name)?.[1] ?? name;
}

function kebab(name: string): string {
  return name.replace(/[A-Z0-9]+/g, (part, at: number) =>
    /[A-Z]/.test(part) && at > 0 ? `-${part.toLowerCase()}` : part.toLowerCase(),
  );
}

function tagOf(error: unknown): string {
  const payload = (error as { payload?: { tag?: string } } | undefined)?.payload;
  return payload?.tag ?? 'trap';
}
