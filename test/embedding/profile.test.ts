/** `profile: true`: the same calls are told however a gadget is called. */
import { beforeAll, expect, test } from 'vitest';
import { createRun, type GadgetSpec, type RunOptions, type RunProfile } from '../../host/src/index.ts';
import { ownName } from '../../host/src/versions/own-name.fixture.ts';
import { gadgetApiWit, quickJs } from '../support/components.ts';

const source = `
  import { log } from '${ownName('logging')}';
  import { DataSource } from '${ownName('datasource')}';
  let name;
  export const lifecycle = {
    init() {
      const open = DataSource.open('open');
      name = open.getField('name');
      open.subscribe();
    },
    start() {},
    stop() { log('info', 'over'); },
  };
  export const handler = {
    onPacket(subscription, packet) {
      for (let row = 0; row < packet.len(); row++) name.setText(packet, row, name.getText(packet, row) + '!');
      return 'keep';
    },
  };`;

let component: Uint8Array;
beforeAll(async () => {
  component = await quickJs(gadgetApiWit, source, 'gadget');
});

async function profileOf(options: Partial<RunOptions>): Promise<RunProfile | undefined> {
  const run = await createRun({
    gadgets: [{ name: 'g', component }],
    sources: { open: { schema: { name: 'text' } } },
    ...options,
  });
  const input = run.source('open');
  await run.start();
  await input.push([{ name: 'añb' }, {}]);
  await input.push([{ name: 'c' }]);
  input.end();
  await run.done;
  return run.profile;
}

/** Calls of hooks and functions, by name; what a guest's runtime does when it frees handles is its own affair. */
function callsOf(profile: RunProfile | undefined): Record<string, number> {
  const { hooks, functions } = profile!.gadgets[0]!;
  const counted = [...hooks, ...functions].filter(({ name }) => !name.endsWith('.drop'));
  return Object.fromEntries(counted.map(({ name, calls }) => [name, calls]));
}

const calls = {
  init: 1,
  start: 1,
  'on-packet': 2,
  stop: 1,
  'data-source.open': 1,
  'data-source.get-field': 1,
  'data-source.subscribe': 1,
  // Once more than there are rows, for each packet.
  'packet.len': 5,
  'field.get-text': 3,
  'field.set-text': 3,
  'logging.log': 1,
};

test('direct bindings: calls, and bytes', async () => {
  const profile = await profileOf({ profile: true });
  expect(callsOf(profile)).toEqual(calls);
  const { functions } = profile!.gadgets[0]!;
  expect(functions.find(({ name }) => name === 'field.get-text')).toMatchObject({ bytesIn: 5, bytesOut: 0 });
  expect(functions.find(({ name }) => name === 'field.set-text')).toMatchObject({ bytesIn: 0, bytesOut: 8 });
  expect(functions.find(({ name }) => name === 'logging.log')).toMatchObject({ bytesIn: 0, bytesOut: 4 });
});

test('reference bindings: the same calls, no bytes', async () => {
  const profile = await profileOf({ profile: true, bindings: 'reference' });
  expect(callsOf(profile)).toEqual(calls);
  expect(profile!.gadgets[0]!.functions.map(({ bytesIn }) => bytesIn)).not.toContainEqual(expect.anything());
});

test('each gadget of a chain has its own counts', async () => {
  const idle: GadgetSpec = {
    name: 'idle',
    instantiate: () => ({ lifecycle: { init() {}, start() {}, stop() {} } }),
  };
  const profile = await profileOf({ profile: true, gadgets: [idle, { name: 'g', component }] });
  expect(profile!.gadgets.map(({ name }) => name)).toEqual(['idle', 'g']);
  expect(callsOf(profile)).toEqual({ init: 1, start: 1, stop: 1 });
});

test('there is none unless it was asked for', async () => {
  expect(await profileOf({})).toBeUndefined();
});
