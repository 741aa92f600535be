import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkProfileFile, CpuProfile } from './cpu-profile.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gadget-profile-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Profile {
  nodes: { callFrame: { functionName: string } }[];
  samples: number[];
}

/** Long enough to be seen at work whatever the machine is busy with: by processor time, not by the clock. */
function spinVisibly(): void {
  const began = process.cpuUsage().user;
  while (process.cpuUsage().user - began < 150_000);
}

test('shows where the thread was, for the eyes of its user, and takes the place of another profile', async () => {
  const file = path.join(folder, 'a.cpuprofile');
  const target = path.join(folder, 'target.cpuprofile');
  await writeFile(target, '{"nodes":[]}', { mode: 0o644 });
  await symlink(target, file);
  const profile = await CpuProfile.start(file);
  spinVisibly();
  expect(await profile.write()).toBe(`CPU profile: ${file}`);
  const { nodes, samples } = JSON.parse(await readFile(file, 'utf8')) as Profile;
  expect(nodes.map(({ callFrame }) => callFrame.functionName)).toContain('spinVisibly');
  expect(samples.length).toBeGreaterThan(0);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(target, 'utf8')).toBe('{"nodes":[]}');
  expect(await readdir(folder)).toHaveLength(2);
});

test('something else of this name is not touched', async () => {
  const file = path.join(folder, 'a.cpuprofile');
  await writeFile(file, 'notes');
  await expect(checkProfileFile(file)).rejects.toMatchObject({ code: 'E_USAGE' });
  const profile = await CpuProfile.start(file);
  await expect(profile.write()).rejects.toMatchObject({ code: 'E_USAGE' });
  expect(await readFile(file, 'utf8')).toBe('notes');
  await expect(checkProfileFile(folder)).rejects.toMatchObject({ code: 'E_USAGE' });
});

test('a folder that is not there is told before anything runs', async () => {
  await expect(checkProfileFile(path.join(folder, 'no', 'a.cpuprofile'))).rejects.toMatchObject({
    code: 'E_USAGE',
  });
  await expect(checkProfileFile(path.join(folder, 'a.cpuprofile'))).resolves.toBeUndefined();
});
