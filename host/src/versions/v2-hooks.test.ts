import { expect, test } from 'vitest';
import { ApiFailure } from '../api/failure.ts';
import { oneField } from '../api/guest.fixture.ts';
import { calledAs } from './v2-hooks.ts';
import { FailureV2 } from './v2/failure.ts';
import { PacketV2 } from './v2/packet.ts';

type Hooks = Record<string, (...args: unknown[]) => unknown>;

const preview = (name: string, exported: object): Hooks =>
  calledAs(`gadget:api/${name}@2.0.0-preview.1`, name, exported as Hooks) as Hooks;

test('hooks of 1.x are called as they are', () => {
  const exported = { onTick: () => {} };
  expect(calledAs('gadget:api/ticker@1.1.0', 'ticker', exported)).toBe(exported);
});

test('packets come wrapped, and everything else as the run tells it', () => {
  const { packet } = oneField('uint8');
  const adopted: unknown[] = [];
  const onPacket = (...args: unknown[]): unknown => args;
  const handler = calledAs('gadget:api/handler@2.0.0-preview.1', 'handler', { onPacket }, (handle) =>
    adopted.push(handle),
  ) as Hooks;
  const [subscription, handle] = handler['onPacket']!(4, packet) as [number, PacketV2];
  expect([subscription, handle instanceof PacketV2, handle.packet === packet]).toEqual([4, true, true]);
  expect(adopted).toEqual([handle]);
  expect(preview('ticker', { onTick: onPacket })['onTick']!(1, 2n, 3)).toEqual([1, 2n, 3]);
  expect(preview('lifecycle', { stop: onPacket })['stop']!('failed')).toEqual(['failed']);
});

test('hooks of an object with a prototype keep it, and missing ones stay missing', () => {
  class Ticker {
    private readonly ids: number[] = [];
    onTick(id: number): number {
      return this.ids.push(id);
    }
  }
  expect(preview('ticker', new Ticker())['onTick']!(7)).toBe(1);
  expect(preview('lifecycle', { init: () => {} })['start']).toBeUndefined();
});

test('an error is one of the run, and what is none goes through', () => {
  const failing = (thrown: unknown): Hooks =>
    preview('lifecycle', {
      start: () => {
        throw thrown;
      },
    });
  const thrownBy = (thrown: unknown): unknown => {
    try {
      failing(thrown)['start']!();
    } catch (caught) {
      return caught;
    }
    return undefined;
  };
  const caught = thrownBy(new FailureV2({ code: 'busy', text: 'later' }));
  expect(caught).toBeInstanceOf(ApiFailure);
  expect((caught as ApiFailure).payload).toEqual({ tag: 'busy', val: 'later' });
  const trap = new Error('unreachable');
  expect(thrownBy(trap)).toBe(trap);
});
