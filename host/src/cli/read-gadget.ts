import { inspectComponent, type ComponentInfo } from '../component/inspect.ts';
import { componentOf } from '../gadget/component.ts';
import { findGadget, type FoundGadget } from '../gadget/find.ts';
import { readComponent } from '../run/load.ts';
import { apiCheckout } from './api-checkout.ts';
import { sayBuilding } from './building.ts';
import { say } from './print.ts';

/** A gadget of which nothing has run. */
export interface ReadGadget {
  found: FoundGadget;
  bytes: Uint8Array;
  info: ComponentInfo;
}

/** What the command says about building, where a folder needs it. */
export interface ReadOptions {
  /** A checkout: `--api`. */
  api: string | undefined;
  /** Whether to build what belongs to another user: `--build`. */
  trusted: boolean;
}

/** Finds what an argument names, builds it if it is a folder with source that has changed, and reads the component's bytes. */
export async function readGadget(argument: string, { api, trusted }: ReadOptions): Promise<ReadGadget> {
  const found = await findGadget(argument);
  const component = await componentOf(found, {
    api: apiCheckout(api, [found]),
    trusted,
    onBuilding: () => sayBuilding(found.name),
    onWarning: (text) => text.split('\n').forEach(say),
  });
  const bytes = await readComponent(component, {});
  return { found, bytes, info: inspectComponent(bytes) };
}
