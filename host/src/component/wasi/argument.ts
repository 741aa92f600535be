import { Trap } from '../../lowering/trap.ts';

/*
 * A component says itself which types a function has that it imports. One that says other than wasi does must not get further with
 * it than here.
 */

/** A `u64`. */
export function whole(value: unknown): bigint {
  if (typeof value !== 'bigint') throw otherTypes();
  return value;
}

/** A `list<u8>`. */
export function byteList(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw otherTypes();
  return value;
}

function otherTypes(): Trap {
  return new Trap('it calls a function of wasi with types that are not those of wasi');
}
