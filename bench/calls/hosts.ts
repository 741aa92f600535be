import { join } from 'node:path';
import type { Bench } from '../workload.ts';
import type { CallGuest, CallHost } from './task.ts';

type Host = (bench: Bench) => Promise<CallHost>;
type GadgetHost = Extract<CallHost, { kind: 'gadget' }>;

/** The gadget in Rust that does any job. */
export const anyJob: Guest = ['bench/gadgets/calls-rust', true];

/** A gadget's folder, from the top of the checkout, and whether it takes the job as a parameter. */
export type Guest = readonly [folder: string, takesJob: boolean];

/** What differs from a gadget alone, called directly, with rows of five fields. */
export interface GadgetHostOptions extends Partial<
  Pick<GadgetHost, 'bindings' | 'given' | 'moreFields' | 'fuel' | 'isolation'>
> {
  behind?: readonly Guest[];
}

/** This project's host with a gadget. */
export function ours(guest: Guest, options: GadgetHostOptions = {}): Host {
  const { behind = [], ...rest } = options;
  return async (bench) => ({
    kind: 'gadget',
    guest: await guestOf(bench, guest),
    behind: await Promise.all(behind.map((each) => guestOf(bench, each))),
    bindings: 'direct',
    cacheDir: join(bench.scratch.folder, 'calls-cache'),
    ...rest,
  });
}

/** What jco makes of a gadget, used as it is. */
export function jco(guest: Guest, plainEnvironment: boolean): Host {
  return async (bench) => ({ kind: 'jco', guest: await guestOf(bench, guest), plainEnvironment });
}

/** Extism's SDK. */
export const extism: Host = async ({ components }) => ({
  kind: 'extism',
  plugin: await components.plugin(),
});

/** No guest at all. */
export const plain: Host = () => Promise.resolve({ kind: 'plain' });

async function guestOf({ components }: Bench, [folder, takesJob]: Guest): Promise<CallGuest> {
  return { component: await components.file(folder), takesJob };
}
