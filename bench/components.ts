import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFolder } from '../host/src/gadget/build.ts';

/** Gadgets that workloads use, built when first asked for. */
export class Components {
  private readonly folder: string;
  private readonly built = new Map<string, Promise<string>>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The file of the component made from a gadget's folder, given from the top of the checkout: `gadgets/redact`. */
  file(gadget: string): Promise<string> {
    let file = this.built.get(gadget);
    if (file === undefined) this.built.set(gadget, (file = this.build(gadget)));
    return file;
  }

  private async build(gadget: string): Promise<string> {
    const outFile = join(this.folder, `${gadget.replaceAll('/', '-')}.wasm`);
    await writeFile(outFile, await buildFolder(join(import.meta.dirname, '..', gadget)));
    return outFile;
  }
}
