import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyProject, install, pack, type Tarball } from '../../test/pack/installed.ts';
import { cacheEnvironment } from '../gadget-command.ts';
import { measureInstall } from '../install-size.ts';
import { openRowLines, proveRedactedLines } from '../rows.ts';
import { runTimed } from '../timed-process.ts';
import type { Bench, Workload } from '../workload.ts';

const megabyte = 2 ** 20;
const rows = 10;
const projectOf = ({ scratch }: Bench): string => join(scratch.folder, 'installed/project');
let packed: Tarball | undefined;

/** What somebody gets who installs the host. */
export const installSize: Workload = {
  name: 'install-size',
  about: 'bytes and files of the host, packed and installed into an empty folder (npm fetches what it lacks)',
  metrics: [
    { name: 'installed', unit: 'MB', better: 'lower' },
    { name: 'files', unit: 'count', better: 'lower' },
    { name: 'packages', unit: 'count', better: 'lower' },
    { name: 'own package', unit: 'MB', better: 'lower' },
    { name: 'own files', unit: 'count', better: 'lower' },
  ],
  variants: [
    {
      name: 'host',
      async prove(bench) {
        const project = projectOf(bench);
        const input = join(project, 'in.ndjson');
        await writeFile(input, openRowLines(0, rows));
        const argv = ['run', 'redact', '--source', `open=ndjson:${input}`, '-o', 'json'];
        const options = { cwd: project, env: cacheEnvironment({ cacheHome: bench.scratch.folder }) };
        const done = await runTimed(join(project, 'node_modules/.bin/gadget'), argv, options);
        proveRedactedLines(done.stdout, rows);
      },
      async measure(bench) {
        const { bytes, files, packages } = await measureInstall(join(projectOf(bench), 'node_modules'));
        return {
          installed: bytes / megabyte,
          files,
          packages: packages.length,
          'own package': packed!.unpackedSize / megabyte,
          'own files': packed!.files.length,
        };
      },
    },
  ],
  maxRounds: 1,
  async prepare(bench) {
    const project = projectOf(bench);
    await mkdir(join(project, '..'), { mode: 0o700 });
    packed = await pack('host', join(project, '..'));
    await emptyProject(project);
    await install(project, packed.path);
  },
};
