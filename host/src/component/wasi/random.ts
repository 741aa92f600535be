import { Trap } from '../../lowering/trap.ts';
import { randomBytes } from 'node:crypto';
import { whole } from './argument.ts';

/** Most random bytes of one call: they are made before the guest has room for them. */
const mostBytes = 1_048_576;

/** `get-random-bytes`: of the system's generator, however much the guest needs to rely on them. */
export function getRandomBytes(length: bigint): Uint8Array {
  if (whole(length) > BigInt(mostBytes))
    throw new Trap(`it asks for ${length} random bytes, ${mostBytes} are the most`);
  return new Uint8Array(randomBytes(Number(length)));
}

/** `get-random-u64` */
export function getRandomU64(): bigint {
  return randomBytes(8).readBigUInt64LE();
}
