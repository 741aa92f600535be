import { startGadget, type TestResult, type TestRow } from '@gadget-api/guest/testing';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFolder } from '../../../host/src/gadget/build.ts';
import { buildable } from '../../conformance/buildable.ts';

const schema = { syscalls: { container: 'text', comm: 'text', syscall: 'text' } } as const;

describe.runIf(buildable.includes('go'))('advise-seccomp', () => {
  let component: Uint8Array;
  beforeAll(async () => {
    component = await buildFolder(import.meta.dirname);
  }, 600_000);

  async function run(
    packets: readonly TestRow[][],
    params: Record<string, string> = {},
  ): Promise<TestResult> {
    const running = await startGadget(component, { schema, params });
    for (const rows of packets) await running.push(rows);
    expect(running.result.packets['advice']).toBeUndefined();
    return running.stop();
  }

  const calls = (container: string, comm: string, ...names: readonly string[]): TestRow[] =>
    names.map((syscall) => ({ container, comm, syscall }));

  test('writes one profile for each container and command, at the end', async () => {
    const { rows, logs, error } = await run([
      [...calls('web', 'nginx', 'read', 'accept4', 'read'), ...calls('db', 'postgres', 'fsync')],
      calls('web', 'nginx', 'close'),
    ]);
    expect(error).toBeUndefined();
    expect(logs).toEqual([]);
    expect(rows['advice']).toEqual([
      {
        container: 'db',
        comm: 'postgres',
        profile: `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [
    {
      "names": [
        "fsync"
      ],
      "action": "SCMP_ACT_ALLOW"
    }
  ]
}`,
      },
      { container: 'web', comm: 'nginx', profile: expect.any(String) as string },
    ]);
    expect(JSON.parse(rows['advice']?.[1]?.['profile'] as string)).toEqual({
      defaultAction: 'SCMP_ACT_ERRNO',
      syscalls: [{ names: ['accept4', 'close', 'read'], action: 'SCMP_ACT_ALLOW' }],
    });
    expect(rows['syscalls']).toHaveLength(5);
  });

  test('lets no row write into the profile, and says so', async () => {
    const hostile = ['"],"action":"SCMP_ACT_ALLOW', 'read ', 'Read', '', 'x'.repeat(65)];
    const { rows, logs } = await run(
      [[...calls('c', '"\n</script>', ...hostile, 'read'), { container: 'c' }]],
      {
        'default-action': 'SCMP_ACT_LOG',
      },
    );
    expect(rows['advice']).toHaveLength(1);
    expect(rows['advice']?.[0]).toMatchObject({ container: 'c', comm: '"\n</script>' });
    expect(JSON.parse(rows['advice']?.[0]?.['profile'] as string)).toEqual({
      defaultAction: 'SCMP_ACT_LOG',
      syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW' }],
    });
    expect(logs).toEqual([{ level: 'warn', message: '6 rows without the name of a system call' }]);
  });

  test('leaves out commands beyond those it may have, and says so', async () => {
    const packets = [
      [...calls('a', 'x', 'read'), ...calls('b', 'y', 'read', 'write'), ...calls('a', 'x', 'close')],
    ];
    const { rows, logs } = await run(packets, { 'most-profiles': '1' });
    expect(rows['advice']?.map(({ container }) => container)).toEqual(['a']);
    expect(rows['advice']?.[0]?.['profile']).toContain('"close"');
    expect(logs).toEqual([{ level: 'warn', message: '2 rows left out: too many profiles' }]);
  });

  test('advises nothing without rows, and says which field is missing', async () => {
    expect((await run([])).packets).toEqual({});
    const without = await startGadget(component, { schema: { syscalls: { comm: 'text' } } });
    expect((await without.stop()).error?.message).toContain('not-found: syscalls has no field container');
  });
});
