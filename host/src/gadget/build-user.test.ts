import { expect, test } from 'vitest';
import { buildUser } from './build-user.ts';

const sudo = { SUDO_UID: '1000', SUDO_GID: '1001' };

test('a user builds what may be read, as this user', () => {
  expect(buildUser('/a', { uid: 1000, env: sudo, owner: 1, trusted: false })).toBeUndefined();
  expect(buildUser('/a', { uid: undefined, env: {}, owner: 0, trusted: false })).toBeUndefined();
});

test('root builds what root owns', () => {
  expect(buildUser('/a', { uid: 0, env: {}, owner: 0, trusted: false })).toBeUndefined();
});

test('under sudo the build runs as the user who called it', () => {
  const user = { uid: 1000, gid: 1001 };
  expect(buildUser('/a', { uid: 0, env: sudo, owner: 1000, trusted: false })).toEqual(user);
  expect(buildUser('/a', { uid: 0, env: sudo, owner: 0, trusted: false })).toEqual(user);
  expect(buildUser('/a', { uid: 0, env: sudo, owner: 5, trusted: true })).toEqual(user);
});

test("as root another user's folder is not built unless it is trusted", () => {
  for (const env of [{}, sudo, { SUDO_UID: 'x', SUDO_GID: '1' }, { SUDO_UID: '5' }]) {
    expect(() => buildUser('/a', { uid: 0, env, owner: 5, trusted: false })).toThrow(
      expect.objectContaining({ code: 'E_BUILD_FOREIGN', blame: 'user' }),
    );
  }
  expect(buildUser('/a', { uid: 0, env: {}, owner: 5, trusted: true })).toBeUndefined();
});
