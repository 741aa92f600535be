import type { ByteReader } from './binary.ts';
import { readFlag, readMany, readValType } from './value-type.ts';
import type { Scope } from './scope.ts';

/** What follows each canonical function's code: t a number, o options, f a flag, v an optional type, c a slot. */
const operands: Readonly<Record<number, string>> = {
  0x02: 't', // resource.new
  0x03: 't', // resource.drop
  0x04: 't', // resource.rep
  0x05: '', // task.cancel
  0x06: 'f', // subtask.cancel
  0x08: '', // backpressure.set
  0x09: 'vo', // task.return
  0x0a: 'c', // context.get
  0x0b: 'c', // context.set
  0x0c: 'f', // thread.yield
  0x0d: '', // subtask.drop
  0x0e: 't', // stream.new
  0x0f: 'to', // stream.read
  0x10: 'to', // stream.write
  0x11: 'tf', // stream.cancel-read
  0x12: 'tf', // stream.cancel-write
  0x13: 't', // stream.drop-readable
  0x14: 't', // stream.drop-writable
  0x15: 't', // future.new
  0x16: 'to', // future.read
  0x17: 'to', // future.write
  0x18: 'tf', // future.cancel-read
  0x19: 'tf', // future.cancel-write
  0x1a: 't', // future.drop-readable
  0x1b: 't', // future.drop-writable
  0x1c: 'o', // error-context.new
  0x1d: 'o', // error-context.debug-message
  0x1e: '', // error-context.drop
  0x1f: '', // waitable-set.new
  0x20: 'ft', // waitable-set.wait
  0x21: 'ft', // waitable-set.poll
  0x22: '', // waitable-set.drop
  0x23: '', // waitable.join
  0x24: '', // backpressure.inc
  0x25: '', // backpressure.dec
};

/**
 * One entry of a canon section. Only `lift` gives something that names can refer to: a function. Gives whether it is a
 * plain call: synchronous, strings as UTF-8.
 */
export function readCanon(reader: ByteReader, scope: Scope): boolean {
  const code = reader.u8();
  if (code === 0x00 || code === 0x01) {
    if (reader.u8() !== 0) throw reader.fail('an unknown canonical function');
    const index = reader.u32();
    const plain = readOptions(reader);
    if (code === 0x00) scope.funcs.push(scope.typeOf('func', reader.u32(), reader));
    else scope.func(index, reader);
    return plain;
  }
  const shape = operands[code];
  if (shape === undefined) throw reader.fail(`an unknown canonical function 0x${code.toString(16)}`);
  for (const operand of shape) readOperand(reader, scope, operand);
  // What comes after the three for resources is there for asynchronous calls.
  return code <= 0x04;
}

function readOperand(reader: ByteReader, scope: Scope, operand: string): void {
  if (operand === 't') reader.u32();
  else if (operand === 'f') readFlag(reader);
  else if (operand === 'o') readOptions(reader);
  else if (operand === 'c') readSlot(reader);
  else readTaskResult(reader, scope);
}

function readTaskResult(reader: ByteReader, scope: Scope): void {
  const form = reader.u8();
  if (form === 0) readValType(reader, scope);
  else if (form !== 1 || reader.u8() !== 0) throw reader.fail('an unknown task result');
}

function readSlot(reader: ByteReader): void {
  const type = reader.u8();
  if (type !== 0x7f && type !== 0x7e) throw reader.fail('an unknown slot');
  reader.u32();
}

/**
 * `opts`: encodings and `async` stand alone; memory, realloc, post-return, callback have an index. Gives whether it is a
 * plain call.
 */
function readOptions(reader: ByteReader): boolean {
  let plain = true;
  readMany(reader, 'options', () => {
    const option = reader.u8();
    if (option > 7) throw reader.fail(`an unknown canonical option ${option}`);
    if (option === 1 || option === 2 || option >= 6) plain = false;
    if (option === 3 || option === 4 || option === 5 || option === 7) reader.u32();
  });
  return plain;
}
