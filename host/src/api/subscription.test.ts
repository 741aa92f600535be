import { expect, test } from 'vitest';
import { lookUp, open } from './datasource.ts';
import { expectTrap, newGuest, outcome } from './guest.fixture.ts';
import { cancel, subscribe, Subscription } from './subscription.ts';

function declaring(limits = {}) {
  const test = newGuest({ phase: 'init', place: 3, limits });
  const [a, b] = ['a', 'b'].map((name) => test.registry.create(name, 'events'));
  for (const name of ['x', 'y']) a!.addField(name, 'text');
  b!.addField('z', 'text');
  return { ...test, a: a!, b: b!, open: (name: string) => open(test.guest, name) };
}

test('looking asks for nothing, subscribing for what it names', () => {
  const { guest, a, open: opened } = declaring();
  const source = opened('a');
  const [x] = [lookUp(source, 'x'), lookUp(source, 'Y')];
  expect(source.describeFields().map(({ name }) => name)).toEqual(['x', 'y']);
  expect(a.fields.map((field) => field.requestedBehind(2))).toEqual([false, false]);
  const subscription = subscribe(source, [x]);
  expect([subscription.id(), guest.subscription(a)]).toEqual([0, 0]);
  expect(a.fields.map((field) => field.requestedBehind(2))).toEqual([true, false]);
  expect(a.fields.map((field) => field.requestedBehind(3))).toEqual([false, false]);
});

test('a field of another source is refused, and nothing is asked for', () => {
  const { guest, a, open: opened } = declaring();
  const asks = [lookUp(opened('a'), 'x'), lookUp(opened('b'), 'z')];
  expect(outcome(() => subscribe(opened('a'), asks))).toBe('wrong-source');
  expect([guest.subscription(a), a.fields[0]!.requestedBehind(2)]).toEqual([-1, false]);
});

test('without a handle left there is no subscription', () => {
  const { guest, a, open: opened } = declaring({ maxHandles: 1 });
  expect(outcome(() => subscribe(opened('a'), []))).toBe('limit-exceeded');
  expect([guest.subscription(a), guest.ledger.open]).toEqual([-1, 1]);
});

test('dropping the handle changes nothing, cancelling ends it', () => {
  const { guest, a, b, seen, open: opened } = declaring();
  const dropped = subscribe(opened('a'), []);
  const cancelled = subscribe(opened('b'), []);
  const { open: before } = guest.ledger;
  dropped[Symbol.dispose]();
  cancel(guest, cancelled);
  expect(guest.ledger.open).toBe(before - 2);
  expect([guest.subscription(a), guest.subscription(b), seen.unsubscribed]).toEqual([0, -1, ['b']]);
  for (const gone of [dropped, cancelled]) {
    expectTrap(() => gone.id());
    expectTrap(() => cancel(guest, gone));
  }
  expectTrap(() => (Object.create(Subscription.prototype) as Subscription).id());
});
