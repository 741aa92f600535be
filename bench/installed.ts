import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyProject, install, pack, type Tarball } from '../test/pack/installed.ts';

/** A project into which the host was installed as users do it: packed, and with what npm fetches for it. */
export interface Project {
  folder: string;
  /** The `gadget` command in it, a script for Node. */
  command: string;
  tarball: Tarball;
}

/** The host as users have it, packed and installed when first asked for. */
export class Installed {
  private readonly folder: string;
  private made: Promise<Project> | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  project(): Promise<Project> {
    return (this.made ??= this.make());
  }

  private async make(): Promise<Project> {
    const folder = join(this.folder, 'installed/project');
    await mkdir(join(folder, '..'), { mode: 0o700 });
    const tarball = await pack('host', join(folder, '..'));
    await emptyProject(folder);
    await install(folder, tarball.path);
    return { folder, command: join(folder, 'node_modules/@gadget-api/host/bin/gadget.js'), tarball };
  }
}
