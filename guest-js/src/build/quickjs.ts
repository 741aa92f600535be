import { componentize } from 'componentize-qjs';
import type { ComponentSource } from './engine.ts';
import { quickJsRuntime } from './quickjs-runtime.ts';

/** Makes a component that QuickJS runs. The same source becomes the same bytes. */
export async function quickJsComponent({ source, witPath, world }: ComponentSource): Promise<Uint8Array> {
  const runtimeBytes = Buffer.from(await quickJsRuntime());
  const { component } = await componentize({
    witPath,
    jsSource: source,
    world,
    stubWasi: true,
    runtimeBytes,
  });
  return component;
}
