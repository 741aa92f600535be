/**
 * Random bytes of the system's generator. `node:crypto` is loaded when they are asked for first: that takes a sixth of what
 * a thread needs to start, and most gadgets ask for none there.
 */
export function systemRandom(bytes: number): Buffer {
  return process.getBuiltinModule('node:crypto').randomBytes(bytes);
}
