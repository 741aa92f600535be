import type { InstanceState } from './instance-state.ts';

/** The part of `WebAssembly.Memory` that is used here. */
export interface CoreMemory {
  readonly buffer: ArrayBuffer;
}

/** A guest's `cabi_realloc`. */
export type Realloc = (old: number, oldSize: number, align: number, size: number) => number;

const none = new ArrayBuffer(0);

/**
 * A guest's linear memory, as typed arrays over all of it. They go stale whenever the guest grows it; {@link range},
 * which every pointer passes, makes them anew. Wasm is little-endian, and so is every machine Node runs on.
 */
export class GuestMemory {
  u8: Uint8Array = new Uint8Array(none);
  i32: Int32Array = new Int32Array(none);
  u32: Uint32Array = new Uint32Array(none);
  f64: Float64Array = new Float64Array(none);
  i64: BigInt64Array = new BigInt64Array(none);
  u64: BigUint64Array = new BigUint64Array(none);
  /** For words at odd addresses. */
  view: DataView = new DataView(none);
  private readonly state: InstanceState;
  private memory: CoreMemory | undefined;
  private realloc: Realloc | undefined;

  constructor(state: InstanceState) {
    this.state = state;
  }

  /** Until then every pointer traps. */
  bind(memory: CoreMemory, realloc: Realloc | undefined): void {
    this.memory = memory;
    this.realloc = realloc;
    this.refresh();
  }

  /** As before {@link bind}. */
  unbind(): void {
    this.memory = undefined;
    this.realloc = undefined;
    this.refresh();
  }

  /** Makes the arrays anew; that they are stale shows in their length of 0. */
  refresh(): void {
    const buffer = this.memory?.buffer ?? none;
    // Not shifted: 4 GiB are one byte more than 32 bits can say.
    const words = Math.floor(buffer.byteLength / 4);
    const doubles = Math.floor(buffer.byteLength / 8);
    this.u8 = new Uint8Array(buffer);
    this.i32 = new Int32Array(buffer, 0, words);
    this.u32 = new Uint32Array(buffer, 0, words);
    this.f64 = new Float64Array(buffer, 0, doubles);
    this.i64 = new BigInt64Array(buffer, 0, doubles);
    this.u64 = new BigUint64Array(buffer, 0, doubles);
    this.view = new DataView(buffer);
  }

  /** The address `pointer` as an unsigned number; traps unless it is aligned and `size` bytes from it are memory. */
  range(pointer: number, size: number, align: number): number {
    if (this.u8.length === 0) this.refresh();
    const at = pointer >>> 0;
    if ((at & (align - 1)) !== 0) throw this.state.trap(`pointer ${at} is not aligned to ${align} bytes`);
    if (at + size > this.u8.length)
      throw this.state.trap(`${size} bytes at ${at} are outside of the guest's memory`);
    return at;
  }

  /**
   * Room in the guest, from its `cabi_realloc`; what it answers is checked like any pointer. `old` and `oldSize`: what it
   * takes the place of.
   */
  allocate(size: number, align: number, old: number = 0, oldSize: number = 0): number {
    const { state, realloc } = this;
    if (realloc === undefined) throw state.trap('the guest exports no cabi_realloc');
    // If it throws the flag stays down: nothing may enter a guest that fell while it was allocating.
    state.mayLeave = false;
    const pointer = realloc(old, oldSize, align, size);
    if (state.dead !== undefined) throw state.dead;
    state.mayLeave = true;
    return this.range(pointer, size, align);
  }
}
