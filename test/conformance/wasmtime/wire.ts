/** A value that JSON has no word for; the other side, `adapter/values.py`, says which kinds there are. */
interface Tagged {
  $: string;
  value: unknown;
}

/** The resources of the host that a component has handles of. */
export interface Handles {
  /** The number that the component owns from now on; undefined for an object that is no resource. */
  give(object: object): number | undefined;
  /** What it owned until now. Throws when there is none. */
  take(handle: number): unknown;
  /** What it owns and lends. Throws when there is none. */
  lend(handle: number): unknown;
}

type NumberArray = Uint8Array | Uint32Array | Int32Array | BigUint64Array | BigInt64Array | Float64Array;

// WIT's names of the element types whose lists are typed arrays.
const arrays = {
  u8: Uint8Array,
  u32: Uint32Array,
  s32: Int32Array,
  u64: BigUint64Array,
  s64: BigInt64Array,
  f64: Float64Array,
} as const;

const floats: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, '-inf': -Infinity, '-0.0': -0 };

/** A value as JSON.stringify takes it. Resources become numbers. */
export function toWire(value: unknown, handles: Handles): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') return tagged('big', String(value));
  if (typeof value === 'number') return numberToWire(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} stands for no type of WIT`);
  if (Array.isArray(value)) return value.map((one) => toWire(one, handles));
  if (ArrayBuffer.isView(value)) return arrayToWire(value as NumberArray);
  const handle = handles.give(value);
  if (handle !== undefined) return tagged('own', handle);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, toWire(one, handles)]));
}

/** The value that {@link toWire} of the other side wrote. */
export function fromWire(value: unknown, handles: Handles): unknown {
  if (value === null) return undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => fromWire(one, handles));
  if (isTagged(value)) return fromTagged(value, handles);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fromWire(one, handles)]));
}

function tagged(kind: string, value: unknown): Tagged {
  return { $: kind, value };
}

/** No name in WIT has a dollar sign. */
function isTagged(value: object): value is Tagged {
  return Object.hasOwn(value, '$');
}

function numberToWire(value: number): unknown {
  const name = Object.keys(floats).find((each) => Object.is(floats[each], value));
  return name === undefined ? value : tagged('float', name);
}

function arrayToWire(value: NumberArray): Tagged {
  const name = Object.entries(arrays).find(([, Class]) => value instanceof Class)?.[0];
  if (name === undefined) throw new TypeError(`${value.constructor.name} stands for no list`);
  return tagged(name, Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64'));
}

function fromTagged({ $: kind, value }: Tagged, handles: Handles): unknown {
  if (kind === 'big') return BigInt(value as string);
  if (kind === 'float') return floats[value as string];
  if (kind === 'own') return handles.take(value as number);
  if (kind === 'borrow') return handles.lend(value as number);
  const Class = arrays[kind as keyof typeof arrays];
  if (Class === undefined) throw new TypeError(`lists of ${kind} are not known`);
  // Copied: a buffer of Node's pool begins anywhere, typed arrays at multiples of their element's size.
  return new Class(new Uint8Array(Buffer.from(value as string, 'base64')).buffer);
}
