import { describe, expect, test } from 'vitest';
import { wat } from '../../../test/support/components.ts';
import { hostOf, offers } from '../versions/offer.fixture.ts';
import { offerAt } from '../versions/offer-at.ts';
import { checkComponent } from './check.ts';
import type { CheckOptions } from './check.ts';
import { inspectComponent } from './inspect.ts';
import type { ComponentInfo } from './inspect.ts';
import { ownName } from '../versions/own-name.fixture.ts';

/** A component that only says what it wants: it has exports of the right names and types, taken from what it imports. */
async function asking(imports: string, exported = 'gadget:api/lifecycle@1.0.0'): Promise<ComponentInfo> {
  return inspectComponent(
    await wat(`(component ${imports}
      (import "own:hooks/hooks@1.0.0" (instance $hooks
        (export "init" (func)) (export "start" (func)) (export "stop" (func))))
      (export "${exported}" (instance $hooks)))`),
  );
}

const random = '(instance (export "seed" (func (result (tuple u64 u64)))))';
const told = (info: ComponentInfo, options: CheckOptions = {}): unknown => {
  const { interfaces, refusals, oldest } = checkComponent(info, options);
  return {
    interfaces: Object.fromEntries(
      interfaces.map(({ side, use, answer, refusal }) => [`${side} ${use.name}`, refusal?.code ?? answer]),
    ),
    refusals: refusals.map(({ code }) => code),
    oldest,
  };
};

describe('a component that', () => {
  test('has hooks of other types, and wants what nobody granted', async () => {
    expect(told(await asking(`(import "gadget:api/random@1.4.0" ${random})`))).toEqual({
      interfaces: {
        'import gadget:api/random@1.4.0': ownName('random'),
        'import own:hooks/hooks@1.0.0': 'E_NOT_GRANTED',
        'export gadget:api/lifecycle@1.0.0': 'E_INTERFACE_MISMATCH',
      },
      refusals: ['E_INTERFACE_MISMATCH', 'E_NOT_GRANTED'],
      oldest: undefined,
    });
  });

  test('wants things outside of interfaces, and what is granted but not there', async () => {
    const info = await asking('(import "free" (func))', 'gadget:api/other-hook@1.0.0');
    expect(told(info, { grants: ['own:hooks/*'] })).toEqual({
      interfaces: {
        'import free': 'E_IMPORT_MISSING',
        'import own:hooks/hooks@1.0.0': 'E_IMPORT_MISSING',
        'export gadget:api/other-hook@1.0.0': undefined,
      },
      refusals: ['E_NO_LIFECYCLE', 'E_IMPORT_MISSING'],
      oldest: undefined,
    });
  });
});

test('a grant that names nothing is the mistake of who wrote it', async () => {
  const info = await asking('');
  expect(() => checkComponent(info, { grants: ['network'] })).toThrow(
    expect.objectContaining({ code: 'E_USAGE' }),
  );
});

test('on an older host than the one that is asked, by what that one knows', async () => {
  const known = hostOf([
    offers('import', 'gadget:api/random@1.5.0', { seed: '1.2.0' }),
    offers('export', 'gadget:api/lifecycle@1.5.0', { init: '1.0.0', start: '1.0.0', stop: '1.0.0' }),
  ]);
  const info = await asking(`(import "gadget:api/random@1.4.0" ${random})`);
  const grants = ['own:hooks/*'];
  const on = (version: string): unknown => told(info, { grants, known, offer: offerAt(version, known) });
  const others = {
    'import own:hooks/hooks@1.0.0': 'E_IMPORT_MISSING',
  };
  expect(on('1.3.0')).toEqual({
    interfaces: {
      ...others,
      'import gadget:api/random@1.4.0': 'gadget:api/random@1.3.0',
      'export gadget:api/lifecycle@1.0.0': 'gadget:api/lifecycle@1.3.0',
    },
    refusals: ['E_IMPORT_MISSING'],
    oldest: '1.2.0',
  });
  expect(on('1.1.0')).toEqual({
    interfaces: {
      ...others,
      'import gadget:api/random@1.4.0': 'E_API_TOO_NEW',
      'export gadget:api/lifecycle@1.0.0': 'gadget:api/lifecycle@1.1.0',
    },
    refusals: ['E_API_TOO_NEW', 'E_IMPORT_MISSING'],
    oldest: '1.2.0',
  });
});
