/** What came with 1.1 to interfaces that were there before, as the component imports it: one by one, as each is used. */
export { now } from 'gadget:api/clock';
export { unsubscribe } from 'gadget:api/datasource';
export { logWith } from 'gadget:api/logging';
export { once } from 'gadget:api/timer';
