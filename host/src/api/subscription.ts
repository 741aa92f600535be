import { ask, checkSubscribing, type DataSource } from './datasource.ts';
import type { Field } from './field.ts';
import type { Guest } from './guest.ts';
import { gone, Resource, trap, trapWithout } from './resource.ts';

/** A subscription in a guest's hands. The handle is a name: dropping it changes nothing else. */
export class Subscription extends Resource {
  number: number;

  constructor(guest: Guest, number: number) {
    super(guest);
    this.number = number;
  }

  protected override release(): void {
    this.number = gone;
  }

  id(): number {
    if (!this.live) throw trap();
    return this.number;
  }
}

trapWithout(Subscription, 'number');

/** `data-source.subscribe` with a handle: asks for these fields and no others. */
export function subscribe(source: DataSource, asks: readonly Field[]): Subscription {
  const { guest } = source;
  checkSubscribing(source, asks);
  guest.ledger.take();
  for (const field of asks) ask(guest, field);
  return new Subscription(guest, guest.subscriptions.push(source.source) - 1);
}

/** `subscription.cancel`: consumes the handle. */
export function cancel(guest: Guest, subscription: Subscription): void {
  guest.unsubscribe(subscription.id());
  subscription[Symbol.dispose]();
}
