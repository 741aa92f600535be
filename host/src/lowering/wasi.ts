import * as clock from '../api/clock.ts';
import * as random from '../api/random.ts';
import type { Context } from './context.ts';
import type { CoreItem } from './core-module.ts';
import type { GuestMemory } from './memory.ts';

/*
 * The wasi that some toolchains leave inside a component, behind stubs of its own: QuickJS's C library. The stubs are
 * reached through jco's glue, which knows nothing of direct calls, so what they would answer is answered here. Nothing
 * is granted by it: there are no files, no input and no environment; output is kept as the guest's last words.
 */

type WasiFunction = (...args: never[]) => number | bigint | void;

/** Makes one function for an instance whose core module has this memory. */
type Make = (cx: Context, memory: GuestMemory) => WasiFunction;

/** Everything a guest can hold. Numbers are enough, as there is nothing behind them. */
const handle = { stdin: 1, stdout: 2, stderr: 3, ready: 4, later: 5 } as const;

/** What an output stream takes at once. Bytes. */
const writeAtOnce = 4096n;

const get =
  (value: number): Make =>
  () =>
  () =>
    value;

const nothing: Make = () => () => {};

/** `result<_, stream-error>`: ok; also `option`: none. */
const zero: Make =
  (_cx, memory) =>
  (...args: number[]) => {
    memory.u8[memory.range(args.at(-1)!, 1, 1)] = 0;
  };

const emptyList: Make = (_cx, memory) => (ret: number) => {
  const at = memory.range(ret, 8, 4) >>> 2;
  // Not null: an empty list of Rust points somewhere.
  memory.u32[at] = 4;
  memory.u32[at + 1] = 0;
};

const write: Make = (cx, memory) => (_stream: number, pointer: number, length: number, ret: number) => {
  const at = memory.range(pointer, length >>> 0, 1);
  cx.words.add(memory.u8.subarray(at, at + (length >>> 0)));
  memory.u8[memory.range(ret, 12, 4)] = 0;
};

const never =
  (what: string): Make =>
  (cx) =>
  () => {
    throw cx.state.trap(`a gadget can't ${what}`);
  };

const answers: Readonly<Record<string, Make>> = {
  'wasi:io/error [resource-drop]error': nothing,
  'wasi:io/poll [resource-drop]pollable': nothing,
  'wasi:io/poll [method]pollable.block': (cx) => (pollable: number) => {
    if (pollable !== handle.ready) throw cx.state.trap("a gadget can't wait: use gadget:api/timer");
  },
  'wasi:io/poll poll': never('wait: use gadget:api/timer'),
  'wasi:io/streams [resource-drop]input-stream': nothing,
  'wasi:io/streams [resource-drop]output-stream': nothing,
  'wasi:io/streams [method]output-stream.check-write': (_cx, memory) => (_stream: number, ret: number) => {
    const at = memory.range(ret, 16, 8);
    memory.u8[at] = 0;
    memory.u64[(at >>> 3) + 1] = writeAtOnce;
  },
  'wasi:io/streams [method]output-stream.write': write,
  'wasi:io/streams [method]output-stream.blocking-write-and-flush': write,
  'wasi:io/streams [method]output-stream.blocking-flush': zero,
  'wasi:io/streams [method]output-stream.subscribe': get(handle.ready),
  'wasi:cli/environment get-environment': emptyList,
  'wasi:cli/exit exit': never('end the process'),
  'wasi:cli/stdin get-stdin': get(handle.stdin),
  'wasi:cli/stdout get-stdout': get(handle.stdout),
  'wasi:cli/stderr get-stderr': get(handle.stderr),
  'wasi:cli/terminal-input [resource-drop]terminal-input': nothing,
  'wasi:cli/terminal-output [resource-drop]terminal-output': nothing,
  'wasi:cli/terminal-stdin get-terminal-stdin': zero,
  'wasi:cli/terminal-stdout get-terminal-stdout': zero,
  'wasi:cli/terminal-stderr get-terminal-stderr': zero,
  'wasi:clocks/monotonic-clock now': (cx) => () => clock.monotonic(cx.guest),
  'wasi:clocks/monotonic-clock subscribe-duration': get(handle.later),
  'wasi:clocks/wall-clock now': (cx, memory) => (ret: number) => {
    const at = memory.range(ret, 16, 8);
    const now = clock.wall(cx.guest);
    memory.u64[at >>> 3] = now / 1_000_000_000n;
    memory.u32[(at >>> 2) + 2] = Number(now % 1_000_000_000n);
  },
  'wasi:filesystem/preopens get-directories': emptyList,
  'wasi:filesystem/types [resource-drop]descriptor': nothing,
  'wasi:filesystem/types [method]descriptor.read-via-stream': never('read files'),
  'wasi:filesystem/types [method]descriptor.write-via-stream': never('write files'),
  'wasi:filesystem/types [method]descriptor.append-via-stream': never('write files'),
  'wasi:filesystem/types [method]descriptor.get-flags': never('use files'),
  'wasi:filesystem/types [method]descriptor.stat': never('use files'),
  'wasi:filesystem/types [method]descriptor.metadata-hash': never('use files'),
  'wasi:random/insecure-seed insecure-seed': (cx, memory) => (ret: number) => {
    const at = memory.range(ret, 16, 8) >>> 3;
    const [low, high] = random.seed(cx.guest);
    memory.u64[at] = low;
    memory.u64[at + 1] = high;
  },
  'local:init/module-loader resolve': never('load modules'),
  'local:init/module-loader load': never('load modules'),
};

function keyOf(item: CoreItem): string {
  return `${item.module.replace(/@.*$/, '')} ${item.name}`;
}

/** Whether this is something of wasi that is answered here. */
export function isWasiStub(item: CoreItem): boolean {
  return item.kind === 'function' && Object.hasOwn(answers, keyOf(item));
}

/** The answer to {@link isWasiStub}'s item, for a core module with this memory. */
export function wasiStub(cx: Context, memory: GuestMemory, item: CoreItem): WasiFunction {
  return answers[keyOf(item)]!(cx, memory);
}
