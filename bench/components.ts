import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFolder } from '../host/src/gadget/build.ts';
import { buildPlugin } from './peers/extism/build.ts';

/** What workloads run, built when first asked for. */
export class Components {
  private readonly folder: string;
  private readonly built = new Map<string, Promise<string>>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The file of the component made from a gadget's folder, given from the top of the checkout: `gadgets/redact`. */
  file(gadget: string): Promise<string> {
    return this.once(gadget.replaceAll('/', '-'), () => buildFolder(join(import.meta.dirname, '..', gadget)));
  }

  /** The file of the plug-in for Extism. */
  plugin(): Promise<string> {
    return this.once('extism-plugin', buildPlugin);
  }

  private once(name: string, build: () => Promise<Uint8Array>): Promise<string> {
    let file = this.built.get(name);
    if (file === undefined) this.built.set(name, (file = this.write(name, build)));
    return file;
  }

  private async write(name: string, build: () => Promise<Uint8Array>): Promise<string> {
    const file = join(this.folder, `${name}.wasm`);
    await writeFile(file, await build());
    return file;
  }
}
