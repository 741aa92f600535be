/** What `init` is told. */
export interface InitInfo {
  /** `run`: packets will follow. `inspect`: somebody only wants to know what the gadget declares; `start` never comes. */
  purpose: 'inspect' | 'run';
}

/** The hooks of a gadget, each optional and each synchronous. One that throws ends the run with its message. */
export interface GadgetHooks {
  /**
   * Declares what the gadget works with: opens or creates sources, gets or adds fields, subscribes. Runs first, once. What
   * it keeps in local variables, its callbacks share.
   */
  init?(info: InitInfo): void;
  /** All gadgets have declared; packets follow. May emit. */
  start?(): void;
  /** No more packets or ticks after this. What it emits still reaches the gadgets behind. */
  stop?(): void;
}

const brand: unique symbol = Symbol.for('@gadget-api/guest/Gadget') as never;

/** A gadget, made by {@link defineGadget}: the default export of a gadget's module. */
export interface Gadget {
  readonly [brand]: true;
  readonly hooks: GadgetHooks;
}

/**
 * Makes a gadget from its hooks.
 *
 * @example
 * export default defineGadget({
 *   init() {
 *     const open = openSource('open');
 *     const pid = open.field('pid', 'uint32');
 *     subscribe(open, (packet) => {
 *       for (const row of packet) if (pid.get(row) === 1) row.discard();
 *     });
 *   },
 * });
 */
export function defineGadget(hooks: GadgetHooks): Gadget {
  return { [brand]: true, hooks };
}

/** Whether this came from {@link defineGadget}. */
export function isGadget(value: unknown): value is Gadget {
  return typeof value === 'object' && value !== null && brand in value;
}
