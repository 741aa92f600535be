import type { FuncType, LabelledType, ValType } from './types.ts';

/** Types beyond this are cut: nothing in an interface comes near it, and types can be built to grow without end. */
const maxShape = 4000;

/**
 * A function's type as one line of text, the same for the same type however it is written: aliases are followed,
 * resources keep their names. `(packet: borrow<packet>, row: u32) -> result<u32, variant{…}>`
 */
export function shapeOf(type: FuncType): string {
  type.text ??= writeFunc(type);
  return type.text;
}

function writeFunc(type: FuncType): string {
  const out: string[] = [];
  let size = 0;
  // Stops with the text, not after it: a type of a few bytes can stand for one of 2^100.
  const put = (text: string): boolean => {
    if (size > maxShape) return false;
    size += text.length;
    out.push(size > maxShape ? '...' : text);
    return size <= maxShape;
  };
  const write = (value: ValType, depth: number): boolean => {
    if (typeof value === 'string') return put(value);
    if (value.kind === 'primitive' || value.kind === 'resource') return put(value.name);
    if (value.kind !== 'value') return put(value.kind);
    if (depth > 100) return put('...');
    const labelled =
      value.word === 'record' || value.word === 'variant' || value.word === 'flags' || value.word === 'enum';
    const [open, close] = labelled ? ['{', '}'] : ['<', '>'];
    return put(value.word) && put(open) && writeParts(value.parts, depth) && put(close);
  };
  const writeParts = (parts: readonly LabelledType[], depth: number): boolean =>
    parts.every((part, index) => {
      if (index > 0 && !put(', ')) return false;
      if (part.label !== '' && !put(part.type === undefined ? part.label : `${part.label}: `)) return false;
      if (part.type !== undefined) return write(part.type, depth + 1);
      return part.label !== '' || put('_');
    });
  put(type.async ? 'async (' : '(');
  writeParts(type.params, 0);
  put(')');
  if (type.result !== undefined && put(' -> ')) write(type.result, 0);
  return out.join('');
}
