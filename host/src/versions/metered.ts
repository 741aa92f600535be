import type { Guest } from '../api/guest.ts';
import type { CallMeter } from '../call-meter.ts';
import { functionName } from '../function-name.ts';
import { offer } from '../generated/offer.ts';
import type { Imports } from '../generated/index.ts';
import { offer as previewOffer } from '../generated/preview/offer.ts';
import { importsV1 } from './v1.ts';
import { importsV2 } from './v2.ts';

type AnyFunction = (...args: unknown[]) => unknown;
type Functions = Record<PropertyKey, unknown>;

/**
 * What a gadget is given by way of jco's glue, or as plain functions; measured when there is a meter. With `previewApi` the next
 * major is in it, too.
 */
export function apiImports(guest: Guest, meter: CallMeter | undefined, previewApi: boolean = false): Imports {
  const imports = importsV1(guest);
  const preview = previewApi ? importsV2(guest) : undefined;
  if (meter !== undefined) {
    const nesting = { measuring: false };
    const majors = [measured(imports, offer, meter, nesting)];
    if (preview !== undefined) majors.push(measured(preview, previewOffer, meter, nesting));
    meter.adopt = (packet) => majors.forEach((handles) => void handles.adopt(packet));
  }
  return { ...imports, ...preview };
}

/** Puts measured functions into the imports of one major. */
function measured(
  imports: object,
  offered: typeof offer,
  meter: CallMeter,
  nesting: { measuring: boolean },
): MeteredHandles {
  const handles = new MeteredHandles(meter, nesting);
  const all = imports as Record<string, Functions>;
  for (const { package: owner, interface: name, version, functions, resources } of offered) {
    const fullName = `${owner}/${name}@${version}`;
    const given = all[fullName];
    if (given === undefined) continue;
    for (const resource of resources) handles.know(resource, given[pascal(resource)] as AnyFunction);
    for (const { name: func } of functions) handles.measure(given, fullName, func);
  }
  return handles;
}

/**
 * Methods are called on the handles themselves, whose class all gadgets share. So the handles of a gadget that is measured get
 * a prototype of their own, before the class's.
 */
class MeteredHandles {
  private readonly meter: CallMeter;
  /** By resource. */
  private readonly classes = new Map<string, AnyFunction>();
  /** By the class's prototype. */
  private readonly prototypes = new Map<object, Functions>();
  /** Of all majors together: the functions of one are made of those of another. */
  private readonly nesting: { measuring: boolean };

  constructor(meter: CallMeter, nesting: { measuring: boolean }) {
    this.meter = meter;
    this.nesting = nesting;
  }

  know(resource: string, given: AnyFunction): void {
    const prototype = given.prototype as Functions;
    const metered = Object.create(prototype) as Functions;
    this.classes.set(resource, given);
    this.prototypes.set(prototype, metered);
    this.method(metered, Symbol.dispose, `${resource}.drop`);
  }

  /** Puts a measured function where the function of this name is: in the interface, in its class, or before its class. */
  measure(given: Functions, interfaceName: string, name: string): void {
    const shown = functionName(interfaceName, name);
    const [, kind, resource, method] = /^\[(method|static)\]([a-z0-9-]+)\.(.*)$/.exec(name) ?? [];
    if (kind === 'method') {
      const { prototype } = this.classes.get(resource!)!;
      this.method(this.prototypes.get(prototype as object)!, camel(method!), shown);
    } else {
      const holder = kind === 'static' ? (this.classes.get(resource!) as unknown as Functions) : given;
      const key = camel(method ?? name);
      const call = holder[key] as AnyFunction;
      const measured = this.meter.wrap(shown, (...args) => this.alone(() => call(...args)));
      holder[key] = (...args: unknown[]) => this.adopt(measured(...args));
    }
  }

  /** A handle on its way to the gadget, or several. */
  adopt(value: unknown): unknown {
    if (Array.isArray(value)) {
      // Columns are lists, too, and long.
      if (typeof value[0] === 'object') value.forEach((item) => this.adopt(item));
    } else if (typeof value === 'object' && value !== null) {
      const metered = this.prototypes.get(Object.getPrototypeOf(value) as object);
      if (metered !== undefined) Object.setPrototypeOf(value, metered);
    }
    return value;
  }

  private method(metered: Functions, key: string | symbol, shown: string): void {
    const call = metered[key] as AnyFunction;
    const measured = this.meter.wrap(shown, (self, ...args) => this.alone(() => call.apply(self, args)));
    const { adopt, isMeasuring } = {
      adopt: this.adopt.bind(this),
      isMeasuring: () => this.nesting.measuring,
    };
    metered[key] = function (this: unknown, ...args: unknown[]): unknown {
      return isMeasuring() ? call.apply(this, args) : adopt(measured(this, ...args));
    };
  }

  /** A method that calls others of its handle is one call of the gadget. */
  private alone<T>(run: () => T): T {
    this.nesting.measuring = true;
    try {
      return run();
    } finally {
      this.nesting.measuring = false;
    }
  }
}

function camel(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  return camel(`-${name}`);
}
