import { joined } from './bytes.ts';
import { leb, readLeb } from './leb.ts';

/** A component or core module, taken apart: to be changed anywhere, with every length around the place right again. */
export interface Binary {
  /** Magic number, version and layer. */
  header: Uint8Array;
  sections: Section[];
  /** What could not be taken apart. */
  rest: Uint8Array;
}

/** A section; in it may lie a core module or component. */
export interface Section {
  id: number;
  body: Uint8Array | Binary;
  /** Written in place of its length. */
  length?: Uint8Array;
}

const headerBytes = 8;
/** Sections of a component with something whole in them. */
const moduleId = 1;
const componentId = 4;

/** Takes bytes apart as far as they can be; never fails. */
export function readBinary(bytes: Uint8Array): Binary {
  const binary: Binary = { header: bytes.subarray(0, headerBytes), sections: [], rest: new Uint8Array(0) };
  const component = isComponent(binary);
  let at = binary.header.length;
  while (at < bytes.length) {
    const size = readLeb(bytes, at + 1);
    const start = at + 1 + (size?.size ?? 0);
    if (size === undefined || start + size.value > bytes.length) break;
    const id = bytes[at]!;
    const body = bytes.subarray(start, start + size.value);
    const whole = component && (id === moduleId || id === componentId) && body.length >= headerBytes;
    binary.sections.push({ id, body: whole ? readBinary(body) : body });
    at = start + size.value;
  }
  binary.rest = bytes.subarray(at);
  return binary;
}

export function isComponent({ header }: Binary): boolean {
  return header[6] === 1;
}

/** The bytes of it. */
export function writeBinary({ header, sections, rest }: Binary): Uint8Array {
  const parts = [header];
  for (const { id, body, length } of sections) {
    const bytes = body instanceof Uint8Array ? body : writeBinary(body);
    parts.push(Uint8Array.of(id), length ?? leb(bytes.length), bytes);
  }
  parts.push(rest);
  return joined(parts);
}

/** It, and everything whole in it. */
export function allOf(binary: Binary): Binary[] {
  return [binary, ...binary.sections.flatMap(({ body }) => (body instanceof Uint8Array ? [] : allOf(body)))];
}

/** The core modules in it, nested ones too. */
export function modulesOf(binary: Binary): Binary[] {
  return allOf(binary).filter((each) => !isComponent(each));
}

/** Another that can be changed without changing this one; bytes are shared, as nobody writes into them. */
export function copyOf({ header, sections, rest }: Binary): Binary {
  return {
    header,
    rest,
    sections: sections.map(({ id, body }) => ({
      id,
      body: body instanceof Uint8Array ? body : copyOf(body),
    })),
  };
}
