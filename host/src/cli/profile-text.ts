import { clean } from '../clean.ts';
import type { GadgetProfile, HookProfile, RunProfile } from '../profile.ts';
import { terminalJson } from './terminal-json.ts';
import { textTable } from './text-table.ts';

const hookHead = ['GADGET', 'HOOK', 'CALLS', 'MS', 'NS/CALL', 'IN THE API', 'SHARE'];
const stepHead = ['STEPS', 'STEPS/CALL', 'STEPS/ROW'];
const functionHead = ['GADGET', 'FUNCTION', 'CALLS', 'MS', 'NS/CALL', 'BYTES IN', 'BYTES OUT', 'SHARE'];
/** Stands for the gadget's own code among the functions that it calls. */
const itself = '(the gadget itself)';
const none = '-';

/** `--profile`: hooks, with their steps if any are counted, and the functions that were called from them, as two tables. */
export function profileTable(profile: RunProfile): string {
  const counted = profile.gadgets.some(({ hooks }) => hooks.some(({ steps }) => steps !== undefined));
  const hooks = profile.gadgets.flatMap((gadget) => hookLines(gadget, counted));
  const functions = profile.gadgets.flatMap(functionLines);
  return `${textTable([[...hookHead, ...(counted ? stepHead : [])], ...hooks], 2)}\n${textTable([functionHead, ...functions], 2)}`;
}

/** `--profile` with JSON outputs: one line. */
export function profileJson(profile: RunProfile): string {
  return `${terminalJson({ profile })}\n`;
}

function hookLines(gadget: GadgetProfile, counted: boolean): string[][] {
  const whole = sum(gadget.hooks.map(({ ms }) => ms));
  return gadget.hooks.map((hook) => [
    clean(gadget.name),
    hook.name,
    `${hook.calls}`,
    hook.ms.toFixed(3),
    perCall(hook.ms, hook.calls),
    share(hook.apiMs, hook.ms),
    share(hook.ms, whole),
    ...(counted ? stepCells(hook) : []),
  ]);
}

function stepCells({ calls, rows, steps }: HookProfile): string[] {
  if (steps === undefined) return [none, none, none];
  return [`${steps}`, (steps / calls).toFixed(1), rows ? (steps / rows).toFixed(2) : none];
}

function functionLines(gadget: GadgetProfile): string[][] {
  const own = sum(gadget.hooks.map(({ ms, apiMs }) => ms - apiMs));
  const whole = own + sum(gadget.functions.map(({ ms }) => ms));
  const name = clean(gadget.name);
  return [
    [name, itself, none, own.toFixed(3), none, none, none, share(own, whole)],
    ...gadget.functions.map(({ name: func, calls, ms, bytesIn, bytesOut }) => [
      name,
      func,
      `${calls}`,
      ms.toFixed(3),
      perCall(ms, calls),
      `${bytesIn ?? none}`,
      `${bytesOut ?? none}`,
      share(ms, whole),
    ]),
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function perCall(ms: number, calls: number): string {
  return ((ms * 1e6) / calls).toFixed(0);
}

function share(part: number, whole: number): string {
  return whole === 0 ? none : `${((100 * part) / whole).toFixed(1)}%`;
}
