import type { FieldDescription } from '../generated/gadget-api-datasource.ts';
import type { Context } from './context.ts';
import { kinds } from './enums.ts';
import { storeList, storeStrings } from './lists.ts';
import { storeString } from './strings.ts';

/** Bytes of a `field-description` in a list. */
const size = 40;

/** Where each of its members begins. */
const member = {
  name: 0,
  kind: 8,
  elementKind: 9,
  fixedSize: 12,
  tags: 20,
  annotations: 28,
  hidden: 36,
} as const;

/** Copies descriptions into the guest; the list's pointer and length go to `at`. */
export function storeDescriptions(cx: Context, fields: readonly FieldDescription[], at: number): void {
  const list = storeList(cx, fields.length, size, 4, at);
  for (let i = 0; i < fields.length; i++) storeDescription(cx, fields[i]!, list + i * size);
}

function storeDescription(cx: Context, field: FieldDescription, at: number): void {
  const { memory } = cx;
  const { name, kind, elementKind, fixedSize, tags, annotations, hidden } = field;
  // Texts first: the guest allocates for them, and its memory may be another one afterwards.
  storeString(cx, name, at + member.name);
  storeStrings(cx, tags, 1, at + member.tags);
  const notes = annotations.flatMap(({ key, value }) => [key, value]);
  storeStrings(cx, notes, 2, at + member.annotations);
  const { u8, u32 } = memory;
  u8[at + member.kind] = kinds.indexOf(kind);
  u8[at + member.elementKind] = elementKind === undefined ? 0 : 1;
  u8[at + member.elementKind + 1] = elementKind === undefined ? 0 : kinds.indexOf(elementKind);
  u8[at + member.fixedSize] = fixedSize === undefined ? 0 : 1;
  u32[(at + member.fixedSize + 4) >>> 2] = fixedSize ?? 0;
  u8[at + member.hidden] = Number(hidden);
}
