import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownVersion } from '../../host/src/versions/own-name.fixture.ts';
import { gadget, rows, type Ended } from './command.ts';
import { crashGadget } from './crash.ts';
import { versionedGadget, type MadeFor } from './versioned.ts';

let folder: string;
const events = '{"pid":1}\n';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gadget-e2e-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes a component called `it` and gives its path. */
async function save(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'it.wasm');
  await writeFile(path, bytes);
  return path;
}

async function both(madeFor: MadeFor): Promise<{ checked: Ended; ran: Ended }> {
  const path = await save(await versionedGadget(madeFor));
  const [checked, ran] = await Promise.all([
    gadget(['check', path]),
    gadget(['run', path, '-s', 'open=ndjson:-', '-o', 'json'], { input: events }),
  ]);
  return { checked, ran };
}

describe('a gadget that runs', () => {
  test.each([
    ['for this version', ownVersion],
    ['for the first version', '1.0.0'],
    ['for a newer minor of which it uses what is here', '1.9.0'],
    ['for a newer patch', `${ownVersion.slice(0, -1)}7`],
    ['for another build of this version', `${ownVersion}+build.7`],
  ])('%s', async (_, version) => {
    const { checked, ran } = await both({ imports: [version], exports: [version] });
    expect(ran).toMatchObject({ code: 0, stderr: `info it: made for ${version}\n` });
    expect(rows(ran)).toEqual([{ pid: 1 }]);
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked.stdout.replace(/sha256:.*/, 'sha256:…')).toBe(
      [
        'gadget       it',
        'digest       sha256:…',
        `needs        gadget:api ${version}`,
        `host         gadget:api ${ownVersion}`,
        'runs         yes',
        'oldest host  gadget:api 1.0.0',
        '',
        `import gadget:api/logging@${version}: answered by ${ownVersion}`,
        '  logging.log',
        `import gadget:api/types@${version} (no functions): answered by ${ownVersion}`,
        `export gadget:api/lifecycle@${version}: called as ${ownVersion}`,
        '  lifecycle.init, lifecycle.start, lifecycle.stop',
        '',
      ].join('\n'),
    );
  });

  test('with the hooks of two majors, of which this host calls one', async () => {
    const { checked, ran } = await both({ imports: ['1.0.0'], exports: ['2.0.0', '1.0.0'] });
    expect(ran).toMatchObject({ code: 0, stderr: 'info it: made for 1.0.0\n' });
    expect(checked.stdout).toContain(`export gadget:api/lifecycle@1.0.0: called as ${ownVersion}\n`);
    expect(checked.stdout).toContain('export gadget:api/lifecycle@2.0.0: not called by this host\n');
    expect(checked.code).toBe(0);
  });
});

describe('a gadget that does not run, told before anything of it runs', () => {
  const again = `build the gadget again, against gadget:api ${ownVersion}`;
  const tooNew = (words: string, least: string, without = ''): string =>
    `gadget: E_API_TOO_NEW (guest): it: the component ${words}\n` +
    `  next: Update the host to one with gadget:api ${least}, or ${again}${without}.\n`;

  test('for a newer minor, of which it uses what is not here', async () => {
    const { checked, ran } = await both({ imports: ['1.9.0'], exports: ['1.9.0'], flush: true });
    const refusal = tooNew(
      `needs gadget:api/logging@1.9.0, this host has ${ownVersion}; missing here: logging.flush`,
      '1.9.0 or a newer 1.x',
      ' and without logging.flush',
    );
    expect(ran).toMatchObject({ code: 3, stdout: '', stderr: refusal });
    expect(checked).toMatchObject({ code: 3, stderr: refusal });
    expect(checked.stdout).toMatch(/^runs +no$/m);
    expect(checked.stdout).not.toContain('oldest host');
    expect(checked.stdout).toContain(
      'import gadget:api/logging@1.9.0: refused, E_API_TOO_NEW\n  logging.flush, logging.log\n  missing: logging.flush\n',
    );
  });

  test('for a newer major: each side is told, a run ends with the first', async () => {
    const { checked, ran } = await both({ imports: ['3.0.0'], exports: ['3.0.0'] });
    const first = tooNew(
      `needs gadget:api/logging@3.0.0, this host has ${ownVersion}`,
      '3.0.0 or a newer 3.x',
    );
    const second = tooNew(
      `exports gadget:api/lifecycle@3.0.0, this host has ${ownVersion}`,
      '3.0.0 or a newer 3.x',
    );
    expect(ran).toMatchObject({ code: 3, stdout: '', stderr: first });
    expect(checked).toMatchObject({ code: 3, stderr: first + second });
  });

  test.each([
    ['an older line', '0.9.0', 'E_API_TOO_OLD', `this host has ${ownVersion}, but no 0.9.x`],
    [
      'a pre-release',
      '1.0.0-rc.1',
      'E_API_PRERELEASE',
      `this host has ${ownVersion}: pre-releases match only themselves`,
    ],
  ])('for %s', async (_, version, code, words) => {
    const { checked, ran } = await both({ imports: [version], exports: ['1.0.0'] });
    const refusal = `gadget: ${code} (guest): it: the component needs gadget:api/logging@${version}, ${words}\n`;
    expect(ran.stderr.startsWith(refusal)).toBe(true);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(checked).toMatchObject({ code: 3, stderr: ran.stderr });
  });

  test('for two majors at once, of which this host has one', async () => {
    const { checked, ran } = await both({ imports: ['1.0.0', '2.0.0'], exports: ['1.0.0'] });
    expect(ran.stderr).toContain(
      `the component needs gadget:api/logging@2.0.0, this host has ${ownVersion}\n`,
    );
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(checked).toMatchObject({ code: 3, stderr: ran.stderr });
    expect(checked.stdout).toContain(`import gadget:api/logging@1.0.0: answered by ${ownVersion}\n`);
    expect(checked.stdout).toContain('import gadget:api/logging@2.0.0: refused, E_API_TOO_NEW\n');
  });

  test('as it wants more than gadget:api', async () => {
    const path = await save(await crashGadget({ network: true, instantiate: 'trap' }));
    for (const flags of [[], ['--allow', 'evil:network/*']]) {
      const [checked, ran] = await Promise.all([
        gadget(['check', path, ...flags]),
        gadget(['run', path, ...flags]),
      ]);
      const code = flags.length === 0 ? 'E_NOT_GRANTED' : 'E_IMPORT_MISSING';
      expect(checked.stdout).toContain(`import evil:network/sockets@1.0.0: refused, ${code}\n`);
      expect(checked.stdout).toMatch(/^oldest host +gadget:api 1\.0\.0$/m);
      expect(checked.stderr).toContain(`gadget: ${code} `);
      expect(checked).toMatchObject({ code: 3, stderr: ran.stderr });
    }
  });
});

describe('gadget check', () => {
  test('runs nothing: a gadget that never returns is answered', async () => {
    const path = await save(await crashGadget({ instantiate: 'loop' }));
    expect(await gadget(['check', path])).toMatchObject({ code: 0, stderr: '' });
  });

  test('takes folders with source, and names of what is shipped', async () => {
    for (const argument of ['gadgets/hello', 'hello']) {
      const checked = await gadget(['check', argument]);
      expect(checked.stdout).toContain(
        `export gadget:api/handler@1.0.0: called as ${ownVersion}\n  handler.on-packet\n`,
      );
      // A build that takes a second is told of.
      expect(checked.code).toBe(0);
    }
  });

  test('tells programs the same', async () => {
    const path = await save(
      await versionedGadget({ imports: ['1.9.0'], exports: ['1.0.0', '2.0.0'], flush: true }),
    );
    const { stdout, code } = await gadget(['check', path, '-o', 'json']);
    const [needed, types, hook, unknown] = [
      'gadget:api/logging@1.9.0',
      'gadget:api/types@1.0.0',
      'gadget:api/lifecycle@1.0.0',
      'gadget:api/lifecycle@2.0.0',
    ];
    expect(JSON.parse(stdout)).toEqual({
      name: 'it',
      digest: expect.stringMatching(/^sha256:/),
      runs: false,
      hostVersions: [ownVersion],
      thisHost: [ownVersion],
      interfaces: [
        {
          side: 'import',
          interface: needed,
          version: '1.9.0',
          functions: ['flush', 'log'],
          resources: [],
          verdict: 'refused',
          code: 'E_API_TOO_NEW',
          missing: ['flush'],
        },
        {
          side: 'import',
          interface: types,
          version: '1.0.0',
          functions: [],
          resources: [],
          verdict: 'answered',
          host: `gadget:api/types@${ownVersion}`,
        },
        {
          side: 'export',
          interface: hook,
          version: '1.0.0',
          functions: ['init', 'start', 'stop'],
          resources: [],
          verdict: 'called',
          host: `gadget:api/lifecycle@${ownVersion}`,
        },
        {
          side: 'export',
          interface: unknown,
          version: '2.0.0',
          functions: ['begin'],
          resources: [],
          verdict: 'not called',
        },
      ],
      requests: [],
      refusals: [
        {
          code: 'E_API_TOO_NEW',
          blame: 'guest',
          gadget: 'it',
          message: expect.stringContaining('missing here: logging.flush'),
          hint: expect.stringContaining('1.9.0 or a newer 1.x'),
          details: { interface: needed, wanted: '1.9.0', offered: ownVersion, missing: ['flush'] },
        },
      ],
    });
    expect(code).toBe(3);
  });

  test('answers for a host of a version', async () => {
    const checked = await gadget(['check', 'hello', '--host-version', '1.0.0']);
    expect(checked.stdout).toMatch(/^host +gadget:api 1\.0\.0 \(this host has /m);
    expect(checked).toMatchObject({ code: 0, stderr: '' });
  });

  test.each([
    [
      '1.9.0',
      `this host has gadget:api ${ownVersion} and can't tell what is in 1.9.0, which is newer`,
      'Ask a host with gadget:api 1.9.0. Each knows the versions up to its own.',
    ],
    ['0.9.0', 'this host knows nothing of gadget:api 0.9.0', `It knows 1.0.0 to ${ownVersion}.`],
    ['newest', '"newest" is no version of gadget:api', `Write three numbers: ${ownVersion}.`],
  ])('does not answer for a host of version %s', async (version, words, hint) => {
    const checked = await gadget(['check', 'hello', '--host-version', version]);
    expect(checked).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: `gadget: E_USAGE (user): ${words}\n  next: ${hint}\n`,
    });
  });

  test.each([
    ['a format', ['check', 'hello', '-o', 'yaml'], 'E_OUTPUT', 2],
    ['a gadget', ['check', 'helo'], 'E_GADGET_NOT_FOUND', 2],
    ['a grant', ['check', 'hello', '--allow', 'network'], 'E_USAGE', 2],
    ['a component', ['check', './package.json'], 'E_NOT_A_COMPONENT', 3],
  ])('does not know %s', async (_, argv, error, code) => {
    const checked = await gadget(argv);
    expect(checked.stderr).toContain(`gadget: ${error} `);
    expect(checked).toMatchObject({ code, stdout: '' });
  });
});
