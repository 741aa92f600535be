import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gadget } from '../gadget-command.ts';
import { measureInstall } from '../install-size.ts';
import { openRowLines, proveRedactedLines } from '../rows.ts';
import type { Workload } from '../workload.ts';

const megabyte = 2 ** 20;
const rows = 10;

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
        const { folder, command } = await bench.installed.project();
        const input = join(folder, 'in.ndjson');
        await writeFile(input, openRowLines(0, rows));
        const argv = ['run', 'redact', '--source', `open=ndjson:${input}`, '-o', 'json'];
        const done = await gadget(command, argv, { cwd: folder, cacheHome: bench.scratch.folder });
        proveRedactedLines(done.stdout, rows);
      },
      async measure(bench) {
        const { folder, tarball } = await bench.installed.project();
        const { bytes, files, packages } = await measureInstall(join(folder, 'node_modules'));
        return {
          installed: bytes / megabyte,
          files,
          packages: packages.length,
          'own package': tarball.unpackedSize / megabyte,
          'own files': tarball.files.length,
        };
      },
    },
  ],
  maxRounds: 1,
};
