import { concat, Cursor, leb, readSections, type Section, writeSections } from './wasm-section.ts';

const section = { type: 1, import: 2, function: 3, global: 6, export: 7, code: 10 } as const;
const kindOf = { function: 0, table: 1, memory: 2, global: 3 } as const;
const funcType = 0x60;

/** A function: its place among all functions of the module, and its type's among all types. */
export interface CoreFunction {
  index: number;
  type: number;
}

interface Import {
  module: string;
  name: string;
  kind: number;
  /** What follows the kind, as it was. */
  rest: Uint8Array;
}

interface Export {
  name: string;
  kind: number;
  index: number;
}

/**
 * A core module taken apart. What is added comes last, so that nothing else changes its number and no code has to be read.
 * What a change needs and is not there is an ordinary error.
 */
export class CoreModule {
  readonly #header: Uint8Array;
  readonly #sections: readonly Section[];
  readonly #imports: readonly Import[];
  readonly #exports: readonly Export[];
  /** The types of all functions, by index. */
  readonly #functions: number[];
  readonly #code: Uint8Array[] = [];
  readonly #added: number[] = [];
  readonly #globals: Uint8Array[] = [];

  constructor(bytes: Uint8Array) {
    const { header, sections } = readSections(bytes);
    this.#header = header;
    this.#sections = sections;
    this.#imports = readImports(this.#body(section.import));
    this.#exports = readExports(this.#body(section.export));
    const imported = this.#imports.filter(({ kind }) => kind === kindOf.function);
    const own = new Cursor(this.#body(section.function));
    this.#functions = [
      ...imported.map(({ rest }) => new Cursor(rest).number()),
      ...Array.from({ length: own.number() }, () => own.number()),
    ];
  }

  /** The function that is exported under this name. */
  exported(name: string): CoreFunction {
    const found = this.#exports.find((one) => one.name === name && one.kind === kindOf.function);
    if (found === undefined) throw new Error(`the module does not export ${name}`);
    return { index: found.index, type: this.#functions[found.index] as number };
  }

  /** How many parameters a function takes. */
  parameters({ type }: CoreFunction): number {
    const cursor = new Cursor(this.#body(section.type));
    const count = cursor.number();
    for (let index = 0; index < count; index++) {
      if (cursor.byte() !== funcType) throw new Error('the module has types that are not functions');
      const parameters = cursor.number();
      cursor.take(parameters);
      cursor.take(cursor.number());
      if (index === type) return parameters;
    }
    throw new Error(`the module has no type ${type}`);
  }

  /** The imported global of this name: its place among all globals. */
  importedGlobal(name: string): number {
    const globals = this.#imports.filter(({ kind }) => kind === kindOf.global);
    const index = globals.findIndex((one) => one.name === name);
    if (index < 0) throw new Error(`the module does not import ${name}`);
    return index;
  }

  /** Lets a function be imported under another name; answers its type. */
  renameImport(module: string, name: string, to: { module: string; name: string }): number {
    const found = this.#imports.filter((one) => one.module === module && one.name === name);
    const [only] = found;
    if (only === undefined || found.length > 1 || only.kind !== kindOf.function)
      throw new Error(`the module does not import ${module} ${name} once, as a function`);
    Object.assign(only, to);
    return new Cursor(only.rest).number();
  }

  /** Adds a function; `code` are its locals and instructions. Answers its index. */
  addFunction(type: number, code: readonly number[]): number {
    this.#added.push(type);
    this.#code.push(Uint8Array.of(...leb(code.length), ...code));
    return this.#functions.push(type) - 1;
  }

  /** Adds a global that code may set, an `i32` that is 0 at first. Answers its index. */
  addGlobal(): number {
    const imported = this.#imports.filter(({ kind }) => kind === kindOf.global).length;
    const own = new Cursor(this.#body(section.global)).number();
    this.#globals.push(Uint8Array.of(0x7f, 1, 0x41, 0, 0x0b));
    return imported + own + this.#globals.length - 1;
  }

  /** Exports a function under a name, instead of the one that was. */
  export(name: string, index: number): void {
    const found = this.#exports.find((one) => one.name === name);
    if (found !== undefined) found.index = index;
    else (this.#exports as Export[]).push({ name, kind: kindOf.function, index });
  }

  /** The module as it is now. */
  bytes(): Uint8Array {
    return writeSections(
      this.#header,
      this.#sections.map(({ id, body }) => ({ id, body: this.#rewritten(id, body) })),
    );
  }

  #rewritten(id: number, body: Uint8Array): Uint8Array {
    if (id === section.import) return writeImports(this.#imports);
    if (id === section.export) return writeExports(this.#exports);
    if (id === section.code) return append(body, this.#code);
    if (id === section.global) return append(body, this.#globals);
    if (id !== section.function) return body;
    return append(
      body,
      this.#added.map((type) => Uint8Array.from(leb(type))),
    );
  }

  #body(id: number): Uint8Array {
    const body = this.#sections.find((one) => one.id === id)?.body;
    if (body === undefined) throw new Error(`the module has no section ${id}`);
    return body;
  }
}

function readImports(body: Uint8Array): Import[] {
  const cursor = new Cursor(body);
  return Array.from({ length: cursor.number() }, () => {
    const [module, name, kind] = [cursor.name(), cursor.name(), cursor.byte()];
    const start = cursor.offset;
    if (kind === kindOf.function) cursor.number();
    else if (kind === kindOf.global) cursor.take(2);
    else if (kind === kindOf.table || kind === kindOf.memory) {
      if (kind === kindOf.table) cursor.byte();
      const flags = cursor.byte();
      cursor.number();
      if (flags & 1) cursor.number();
    } else throw new Error(`the module imports something of kind ${kind}`);
    return { module, name, kind, rest: body.subarray(start, cursor.offset) };
  });
}

function writeImports(imports: readonly Import[]): Uint8Array {
  const items = imports.map(({ module, name, kind, rest }) =>
    concat([text(module), text(name), Uint8Array.of(kind), rest]),
  );
  return concat([Uint8Array.from(leb(imports.length)), ...items]);
}

function readExports(body: Uint8Array): Export[] {
  const cursor = new Cursor(body);
  return Array.from({ length: cursor.number() }, () => ({
    name: cursor.name(),
    kind: cursor.byte(),
    index: cursor.number(),
  }));
}

function writeExports(exports: readonly Export[]): Uint8Array {
  const items = exports.map(({ name, kind, index }) =>
    concat([text(name), Uint8Array.of(kind, ...leb(index))]),
  );
  return concat([Uint8Array.from(leb(exports.length)), ...items]);
}

function text(words: string): Uint8Array {
  const bytes = Buffer.from(words);
  return Uint8Array.of(...leb(bytes.length), ...bytes);
}

/** A vector with more at its end. */
function append(body: Uint8Array, more: readonly Uint8Array[]): Uint8Array {
  const cursor = new Cursor(body);
  const count = cursor.number();
  return concat([Uint8Array.from(leb(count + more.length)), body.subarray(cursor.offset), ...more]);
}
