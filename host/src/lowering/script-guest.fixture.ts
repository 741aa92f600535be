/** For tests only: a QuickJS gadget that does what it is told, over either binding, and what was seen of it. */
import { quickJsRuntime } from '../../../guest-js/src/build/quickjs-runtime.ts';
import { gadgetApiWit, quickJs } from '../../../test/support/components.ts';
import { newGuest, receive, type TestGuestOptions } from '../api/guest.fixture.ts';
import { ApiFailure } from '../api/failure.ts';
import { inspectComponent } from '../component/inspect.ts';
import { compileCore, instantiate } from '../component/instance.ts';
import { transpileComponent, type Transpiled } from '../component/transpile.ts';
import { BytesColumn } from '../data/bytes-column.ts';
import type { Delivery } from '../data/data-source.ts';
import type { Draft } from '../data/draft.ts';
import type { Field } from '../data/field.ts';
import { packetOfRows } from '../data/packet-rows.ts';
import type { ElementKind, Kind } from '../data/kind.ts';
import { type Packet, valueAt } from '../data/packet.ts';
import type { Phase } from '../api/phase.ts';
import type { Guest } from '../api/guest.ts';
import { negotiate } from '../versions/negotiate.ts';
import { ownName } from '../versions/own-name.fixture.ts';
import { importsV1 } from '../versions/v1.ts';
import { DirectBinding } from './binding.ts';
import type { ComponentFacts } from './plan.ts';

/** A value for the guest: `{r}` is a register, `{n}` 64 bits, `{f}` any float, `{o}` a record, others lists. */
export type Arg =
  | null
  | boolean
  | number
  | string
  | { r: string }
  | { n: string }
  | { f: string }
  | { b: number[] }
  | { words: number[] }
  | { wides: string[] }
  | { f64: string[] }
  | { l: string[] }
  | { packed: { ends: number[]; data: number[] } }
  | { a: readonly Arg[] }
  | { o: { [key: string]: Arg } };

/** Where the result goes, what is called (`DataSource.open`, or a method of a register), with what. */
export type Op = [to: string, target: string, ...args: Arg[]];

const source = `
import * as logging from '${ownName('logging')}';
import { Packet } from '${ownName('packet')}';
import * as datasource from '${ownName('datasource')}';
import * as lists from '${ownName('lists')}';
import * as params from '${ownName('params')}';
import * as clock from '${ownName('clock')}';
import * as random from '${ownName('random')}';
import * as timer from '${ownName('timer')}';
import * as handles from '${ownName('handles')}';

const { DataSource } = datasource;
const registers = { DataSource, Packet, datasource, lists, logging, params, clock, random, timer, handles };

// The bindings of QuickJS take the bits of a u32 as a signed number, and 64 bits as two halves.
const word = (n) => (n > 2147483647 ? n | 0 : n);
const wide = (text) => {
  const n = BigInt(text);
  return [Number((n >> 32n) & 0xffffffffn), Number(n & 0xffffffffn)];
};

function value(a) {
  if (typeof a === 'number') return word(a);
  if (a === null || typeof a !== 'object') return a;
  if ('r' in a) return registers[a.r];
  if ('n' in a) return wide(a.n);
  if ('f' in a) return Number(a.f);
  if ('b' in a) return Uint8Array.from(a.b);
  if ('words' in a) return a.words.map(word);
  if ('wides' in a) return a.wides.map(wide);
  if ('f64' in a) return a.f64.map(Number);
  if ('l' in a) return a.l;
  if ('a' in a) return a.a.map(value);
  if ('o' in a) return Object.fromEntries(Object.entries(a.o).map(([key, each]) => [key, value(each)]));
  return { ends: a.packed.ends.map(word), data: Uint8Array.from(a.packed.data) };
}

function show(v) {
  if (typeof v === 'bigint') return v + 'n';
  if (typeof v === 'number') return Object.is(v, -0) ? '-0' : String(v);
  if (v === null || typeof v !== 'object') return JSON.stringify(v) ?? 'undefined';
  if (Array.isArray(v) || ArrayBuffer.isView(v)) return '[' + Array.from(v, show).join(' ') + ']';
  const name = v.constructor?.name;
  if (name === 'Object') return '{' + Object.entries(v).map(([k, x]) => k + ':' + show(x)).join(' ') + '}';
  return '<' + name + '>';
}

function run(phase) {
  const script = JSON.parse(params.get(phase) ?? '[]');
  let answer = 'keep';
  for (const [to, target, ...args] of script) {
    const values = args.map(value);
    if (target === 'return') { answer = values[0]; continue; }
    if (target === 'throw') throw { tag: values[0], val: values[1] };
    if (target === 'dispose') { values[0][Symbol.dispose](); continue; }
    const [on, method] = target.split('.');
    let words;
    try {
      const result = registers[on][method](...values);
      // The runtime answers errors instead of throwing them: see guest-js/src/build/result-bridge.ts.
      if (result?.tag === 'err') throw result.val;
      if (to !== '') registers[to] = result;
      words = show(result);
    } catch (error) {
      const e = error?.payload ?? error;
      words = e instanceof Error ? 'js: ' + e : 'error ' + e.tag + ' ' + (e.val ?? '');
    }
    logging.log('info', phase + ' ' + target + ' -> ' + words);
  }
  return answer;
}

export const lifecycle = { init(purpose) { logging.log('info', purpose); run('init'); }, start() { run('start'); }, stop() { run('stop'); } };
export const handler = {
  onPacket(subscription, packet) { registers.packet = packet; return run('packet'); },
};
export const ticker = { onTick(id) { run('tick'); } };
`;

interface Loaded {
  transpiled: Transpiled;
  facts: ComponentFacts;
}

let loaded: Promise<Loaded> | undefined;

async function load(): Promise<Loaded> {
  const bytes = await quickJs(gadgetApiWit, source, 'aggregator', await quickJsRuntime());
  const info = inspectComponent(bytes);
  const transpiled = await transpileComponent(bytes, info, { cacheDir: false });
  const facts = {
    modules: await compileCore(transpiled),
    imports: info.imports.map(({ name }) => name),
    negotiated: negotiate(info.imports, info.exports),
    plainCalls: info.plainCalls,
  };
  return { transpiled, facts };
}

/** What a guest is to do, and on what. */
export interface Scenario {
  /** Fields of source `src`. */
  fields: readonly { name: string; kind: Kind; fixedSize?: number; elements?: ElementKind }[];
  delivery?: Delivery;
  /** One list a packet. */
  packets?: readonly (readonly Record<string, unknown>[])[];
  /** Per hook: `init`, `start`, `packet`, `tick`, `stop`. */
  script: Readonly<Partial<Record<'init' | 'start' | 'packet' | 'tick' | 'stop', readonly Op[]>>>;
  options?: Omit<TestGuestOptions, 'params'>;
}

/** Everything that can be seen of a guest from outside. */
export interface Seen {
  /** What it logged, hook by hook, and how each hook ended. */
  lines: string[];
  /** Rows of each packet after it, and of those it emitted. */
  packets: string[];
  /** Handles open and their peak, after each hook. */
  handles: string[];
  [more: string]: unknown;
}

type Hooks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Runs a scenario over one of the bindings. */
export async function observe(bindings: 'direct' | 'reference', scenario: Scenario): Promise<Seen> {
  loaded ??= load();
  const { transpiled, facts } = await loaded;
  const params = Object.entries(scenario.script).map(([hook, ops]): [string, string] => [
    hook,
    JSON.stringify(ops),
  ]);
  const test = newGuest({
    limits: { maxLogBytes: 10_000_000 },
    ...scenario.options,
    phase: 'loading',
    params,
  });
  const { guest, registry, seen } = test;
  const declared = registry.create('src', scenario.delivery ?? 'events');
  for (const { name, kind, ...options } of scenario.fields) declared.addField(name, kind, options);
  const hooks = await instance(bindings, guest, transpiled, facts);
  const result: Seen = { lines: [], packets: [], handles: [] };
  const call = (phase: Phase, iface: string, hook: string, ...args: unknown[]): void => {
    guest.phase = phase;
    let end: string;
    try {
      end = String((hooks[iface]![hook] as (...given: unknown[]) => unknown)(...args));
    } catch (error) {
      end = wordsOf(error);
    }
    result.lines.push(...seen.logged.map(([level, message]) => `${level} ${message}`), `${hook}: ${end}`);
    seen.logged.length = 0;
    result.handles.push(`${guest.ledger.open} ${guest.ledger.peak} ${guest.openPackets}`);
  };
  call('init', 'lifecycle', 'init', 'run');
  call('start', 'lifecycle', 'start');
  for (const rows of scenario.packets ?? []) {
    const { packet, draft } = receive(guest, packetOfRows(declared, rows));
    call('running', 'handler', 'onPacket', 0, packet);
    packet.expire();
    result.packets.push(contents(draft));
  }
  if (scenario.script.tick !== undefined) call('running', 'ticker', 'onTick', 0);
  call('stop', 'lifecycle', 'stop');
  result.packets.push(...seen.emitted.map(contents));
  result['started'] = seen.started;
  result['stopped'] = seen.stopped;
  result['missed'] = seen.missed;
  result['sources'] = [...registry].map((each) => [
    each.name,
    each.hidden,
    each.fields.map((field) => [
      field.name,
      field.kind,
      field.elements,
      field.hidden,
      field.tags,
      [...field.annotations],
      field.obtainedBy,
    ]),
  ]);
  result['subscriptions'] = guest.subscriptions.map((each) => each.name);
  return result;
}

async function instance(
  bindings: 'direct' | 'reference',
  guest: Guest,
  transpiled: Transpiled,
  facts: ComponentFacts,
): Promise<Hooks> {
  const { imports, exports } = facts.negotiated;
  const offered = importsV1(guest) as unknown as Record<string, unknown>;
  const given = Object.fromEntries(imports.map((match) => [match.need, offered[match.offered]]));
  if (bindings === 'reference') {
    const made = await instantiate(transpiled, given);
    return Object.fromEntries(exports.map((match) => [match.interface, made[match.need]!]));
  }
  const binding = DirectBinding.of(guest, facts);
  if (typeof binding === 'string') throw new Error(binding);
  await instantiate(transpiled, given, binding.instantiateCore);
  return binding.exports;
}

/** Traps are told apart from errors, but not from each other: the bindings have words of their own. */
function wordsOf(error: unknown): string {
  if (error instanceof ApiFailure) return `error ${JSON.stringify(error.payload)}`;
  const { payload } = Object(error) as { payload?: unknown };
  return payload === undefined ? 'trap' : `error ${JSON.stringify(payload)}`;
}

function contents(draft: Draft): string {
  const packet = draft.finish();
  const rows = Array.from({ length: packet.length }, (_, row) =>
    Object.fromEntries(packet.source.fields.map((field) => [field.name, textOf(packet, field, row)])),
  );
  return JSON.stringify([packet.source.name, packet.length, rows]);
}

/** What is stored; nothing where nothing is. */
function textOf(packet: Packet, field: Field, row: number): string | undefined {
  const column = packet.column(field);
  if (column === undefined || !column.isSet(row)) return undefined;
  if (column instanceof BytesColumn) return `${field.kind} ${Buffer.from(column.bytes(row)).toString('hex')}`;
  const value = valueAt(packet, field, row);
  return Object.is(value, -0) ? '-0' : `${typeof value} ${String(value)}`;
}
