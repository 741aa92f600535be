import { Trap } from '../../lowering/trap.ts';
import { systemRandom } from '../../system-random.ts';
import { whole } from './argument.ts';

/** Most random bytes of one call: they are made before the guest has room for them. */
const mostBytes = 1_048_576;

/** `get-random-bytes`: of the system's generator, however much the guest needs to rely on them. */
export function getRandomBytes(length: bigint): Uint8Array {
  if (whole(length) > BigInt(mostBytes))
    throw new Trap(`it asks for ${length} random bytes, ${mostBytes} are the most`);
  return new Uint8Array(systemRandom(Number(length)));
}

/** `get-random-u64` */
export function getRandomU64(): bigint {
  return systemRandom(8).readBigUInt64LE();
}
