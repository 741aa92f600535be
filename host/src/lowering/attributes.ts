import type { Attribute, AttributeValue } from '../generated/gadget-api-logging.ts';
import type { Context } from './context.ts';
import { attributeTags, liftEnum } from './enums.ts';
import { liftHead } from './strings.ts';

/** An attribute in memory: the key's pointer and length, the tag of the value, and 8 bytes that it holds. */
const size = 24;
const align = 8;
const tagAt = 8;
const payloadAt = 16;

/**
 * Attributes of the guest, each made when it is looked at, and checked then: most of a long list is only counted. Of its
 * texts no more is copied than is shown.
 */
export function liftAttributes(cx: Context, pointer: number, length: number): ArrayLike<Attribute> {
  const count = length >>> 0;
  const list = cx.memory.range(pointer, count * size, align);
  const get = (_: unknown, key: string | symbol): unknown => {
    if (key === 'length') return count;
    return typeof key === 'symbol' ? undefined : liftAttribute(cx, list + size * Number(key));
  };
  return new Proxy<ArrayLike<Attribute>>({ length: count }, { get });
}

function liftAttribute(cx: Context, at: number): Attribute {
  const { maxNameBytes } = cx.guest.limits;
  return { key: liftText(cx, at, maxNameBytes), value: liftValue(cx, at) };
}

function liftValue(cx: Context, at: number): AttributeValue {
  const { memory, state, guest } = cx;
  const tag = liftEnum(state, attributeTags, memory.u8[at + tagAt]!);
  const payload = at + payloadAt;
  if (tag === 'boolean') return { tag, val: memory.u8[payload] !== 0 };
  if (tag === 'signed') return { tag, val: memory.i64[payload >>> 3]! };
  if (tag === 'unsigned') return { tag, val: memory.u64[payload >>> 3]! };
  if (tag === 'float') return { tag, val: memory.f64[payload >>> 3]! };
  return { tag, val: liftText(cx, payload, guest.limits.maxLogBytes) };
}

/** The beginning of the text whose pointer and length are at `at`. */
function liftText(cx: Context, at: number, most: number): string {
  const { u32 } = cx.memory;
  return liftHead(cx, u32[at >>> 2]!, u32[(at >>> 2) + 1]!, most);
}
