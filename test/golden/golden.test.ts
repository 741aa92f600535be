/** Gadgets that were built once, for each release of gadget:api, do in this host what they did then. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { has } from '../conformance/case.ts';
import { differences } from '../conformance/compare.ts';
import type { Host } from '../conformance/host.ts';
import { runCase } from '../conformance/run-case.ts';
import { gadget } from '../e2e/command.ts';
import { goldenFiles, goldenLanguages, goldenReleases } from './release.ts';

describe.each(goldenReleases())('$version', (release) => {
  test('nothing of it has changed', () => {
    expect(release.sums()).toEqual(release.made.files);
    expect(release.made.version).toBe(release.version);
  });

  describe.each(goldenLanguages)('%s', (language) => {
    const redact = release.path(goldenFiles.redact(language));

    test('is accepted', async () => {
      for (const file of [redact, release.path(goldenFiles.behaviours(language))]) {
        const { code, stderr } = await gadget(['check', file]);
        expect([code, stderr], file).toEqual([0, '']);
      }
    });

    test.each([
      ['', []],
      [', with fuel', ['--fuel', '1000000']],
    ])('redacts as it did%s', async (_, flags) => {
      const input = release.path(goldenFiles.input);
      const { code, stdout, stderr } = await gadget([
        'run',
        redact,
        '-s',
        `open=ndjson:${input}`,
        '-o',
        'json',
        ...flags,
      ]);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toBe(await readFile(release.path(goldenFiles.output), 'utf8'));
    });

    const host: Host = {
      name: 'direct',
      languages: goldenLanguages,
      gadget: () => Promise.resolve({ component: release.path(goldenFiles.behaviours(language)) }),
      costly: true,
    };
    test.each(release.cases.filter((each) => has(each, language)))(
      'shows $name',
      async (each) => {
        expect(differences(each, await runCase(each, language, host))).toEqual([]);
      },
      300_000,
    );
  });
});
