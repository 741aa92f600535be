import type { ByteReader } from '../binary.ts';
import { readCoreValueType, readImportDescription } from '../core-module.ts';
import { coreFeature } from './core-feature.ts';
import { type CoreSections, sectionIds } from './sections.ts';

/** Module that bounded modules import from, and the beginning of what they export for this host. */
export const reserved = 'gadget-bounds';

const globalKind = 3;
/** Every byte of a section is read: entries that are put behind the others must not be read as the end of what was left over. */
const section = 'a section of a core module';

/** What has to be known of a core module to change its code. */
export interface CoreFacts {
  /** Parameters of each type of function. */
  params: readonly number[];
  /** The type of each function that is not imported. */
  types: readonly number[];
  importedGlobals: number;
}

/**
 * Reads them.
 *
 * @throws GadgetError E_CORE_FEATURE for types of objects, which would lie outside of memory where no cap counts them, for
 * exceptions that hold references, and for names that this host uses.
 */
export function coreFacts(sections: CoreSections): CoreFacts {
  const signatures = readTypes(sections);
  const imports = sections.reader(sectionIds.import);
  for (let n = imports.count('imports'); n > 0; n--) {
    const start = imports.offset;
    if (rawName(imports) === reserved) throw takenName(start);
    rawName(imports);
    readImportDescription(imports);
  }
  imports.finish(section);
  const exports = sections.reader(sectionIds.export);
  for (let n = exports.count('exports'); n > 0; n--) {
    const start = exports.offset;
    if (rawName(exports).startsWith(reserved)) throw takenName(start);
    exports.u8();
    exports.u32();
  }
  exports.finish(section);
  checkTags(sections, signatures);
  const types: number[] = [];
  const functions = sections.reader(sectionIds.function);
  for (let n = functions.count('functions'); n > 0; n--) types.push(functions.u32());
  functions.finish(section);
  return {
    params: signatures.map(({ params }) => params),
    types,
    importedGlobals: sections.imported[globalKind]!,
  };
}

function rawName(reader: ByteReader): string {
  const { offset, end } = reader.range(reader.u32());
  return Buffer.from(reader.bytes.buffer, reader.bytes.byteOffset + offset, end - offset).toString('latin1');
}

interface ParamTypes {
  params: number;
  /** Whether one of them is a reference. */
  references: boolean;
}

function readTypes(sections: CoreSections): ParamTypes[] {
  const types: ParamTypes[] = [];
  const reader = sections.reader(sectionIds.type);
  for (let n = reader.count('types'); n > 0; n--) {
    const start = reader.offset;
    if (reader.u8() !== 0x60) {
      throw coreFeature(
        'a type other than functions',
        start,
        'Build the gadget for linear memory: no cap counts objects that the engine keeps for it.',
      );
    }
    types.push(readValueTypes(reader));
    readValueTypes(reader);
  }
  reader.finish(section);
  return types;
}

function readValueTypes(reader: ByteReader): ParamTypes {
  const params = reader.count('types');
  let references = false;
  for (let n = params; n > 0; n--) {
    // What comes after vectors and numbers.
    if (reader.peek() < 0x7b) references = true;
    readCoreValueType(reader);
  }
  return { params, references };
}

/** Exceptions that hold one another would be a memory without a cap. */
function checkTags(sections: CoreSections, types: readonly ParamTypes[]): void {
  const reader = sections.reader(sectionIds.tag);
  for (let n = reader.count('tags'); n > 0; n--) {
    const start = reader.offset;
    reader.u8();
    if (types[reader.u32()]?.references === true)
      throw coreFeature('an exception that holds references', start, 'Build the gadget without them.');
  }
  reader.finish(section);
}

function takenName(start: number): Error {
  return coreFeature(
    `a name that begins with ${reserved}, which is this host's,`,
    start,
    'Name it otherwise.',
  );
}
