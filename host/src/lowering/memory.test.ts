import { expect, it } from 'vitest';
import { InstanceState } from './instance-state.ts';
import { type CoreMemory, GuestMemory } from './memory.ts';

const { Memory } = (
  globalThis as unknown as {
    WebAssembly: { Memory: new (pages: { initial: number }) => CoreMemory & { grow(pages: number): number } };
  }
).WebAssembly;

function bound(pages: number): { memory: GuestMemory; core: InstanceType<typeof Memory> } {
  const core = new Memory({ initial: pages });
  const memory = new GuestMemory(new InstanceState());
  memory.bind(core, undefined);
  return { memory, core };
}

it('shows all of a memory of 4 GiB, as every kind of number', () => {
  const { memory } = bound(65536);
  const end = 2 ** 32;
  expect(memory.range(-8, 8, 8)).toBe(end - 8);
  memory.u64[(end - 8) / 8] = 0x0807_0605_0403_0201n;
  expect([...memory.u8.subarray(end - 8)]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(memory.u32[(end - 4) / 4]).toBe(0x0807_0605);
  expect(memory.i32[(end - 4) / 4]).toBe(0x0807_0605);
  expect(memory.view.getUint8(end - 1)).toBe(8);
  expect(() => memory.range(-8, 9, 8)).toThrow('9 bytes at 4294967288 are outside');
});

it('is found again when it has grown', () => {
  const { memory, core } = bound(1);
  core.grow(1);
  expect(memory.range(65536, 65536, 4)).toBe(65536);
  expect(memory.u32).toHaveLength(32768);
});
