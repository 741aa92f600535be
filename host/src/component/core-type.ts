import type { ByteReader } from './binary.ts';
import { readCoreImport, readCoreValueType, readImportDescription } from './core-module.ts';

/** `core:type`: a function type or a module type. Nothing of it is kept, its names are checked. */
export function readCoreType(reader: ByteReader, depth: number): void {
  if (depth < 0) throw reader.fail('core types too deep inside one another');
  const code = reader.u8();
  if (code === 0x60) {
    for (let list = 0; list < 2; list++) {
      for (let n = reader.count('core types'); n > 0; n--) readCoreValueType(reader);
    }
  } else if (code === 0x50) {
    for (let n = reader.count('declarations'); n > 0; n--) readModuleDeclaration(reader, depth);
  } else {
    throw reader.fail(`an unknown core type 0x${code.toString(16)}`);
  }
}

function readModuleDeclaration(reader: ByteReader, depth: number): void {
  const kind = reader.u8();
  if (kind === 0) {
    readCoreImport(reader);
  } else if (kind === 1) {
    readCoreType(reader, depth - 1);
  } else if (kind === 2) {
    if (reader.u8() !== 0x10 || reader.u8() !== 1)
      throw reader.fail('an unknown alias in a core module type');
    reader.u32();
    reader.u32();
  } else if (kind === 3) {
    reader.name('an export of a core module type');
    readImportDescription(reader);
  } else {
    throw reader.fail(`an unknown declaration ${kind} in a core module type`);
  }
}
