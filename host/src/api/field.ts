import type { BytesColumn } from '../data/bytes-column.ts';
import type { Draft } from '../data/draft.ts';
import type { Field as Definition } from '../data/field.ts';
import type { Accessor, Kind } from '../data/kind.ts';
import type { NumberColumn } from '../data/number-column.ts';
import { textAt } from '../data/packet.ts';
import type { Registry } from '../data/registry.ts';
import type { Packed } from '../generated/gadget-api-field.ts';
import type { Annotation } from '../generated/gadget-api-types.ts';
import { checkKind, draftFor } from './accessor-checks.ts';
import * as columns from './field-columns.ts';
import { fail } from './failure.ts';
import { byteLength, checkName, type Guest } from './guest.ts';
import { checkedRows, checkRow, type Packet } from './packet.ts';
import { gone, Resource, trapWithout } from './resource.ts';

/** A field in a guest's hands. The handle is a name: dropping it changes nothing else. */
export class Field extends Resource {
  field: Definition;

  constructor(guest: Guest, field: Definition) {
    super(guest);
    this.field = field;
    guest.bind(this);
  }

  rebind(registry: Registry): void {
    const { source, index } = this.field;
    this.field = registry.get(source.name)!.fields[index]!;
  }

  protected override release(): void {
    this.field = gone;
  }

  name(): string {
    return this.field.name;
  }

  kind(): Kind {
    return this.field.kind;
  }

  fixedSize(): number | undefined {
    return this.field.fixedSize;
  }

  requested(): boolean {
    const { phase, place } = this.guest;
    return phase === 'init' || this.field.requestedBehind(place);
  }

  tags(): string[] {
    return [...this.field.tags];
  }

  annotations(): Annotation[] {
    return annotationsOf(this.field);
  }

  addTag(tag: string): void {
    const { guest, field } = this;
    guest.declares('add-tag');
    checkName('the tag', tag, guest.limits.maxNameBytes);
    if (field.tags.includes(tag)) return;
    if (field.tags.length >= guest.limits.maxTags) {
      throw fail('limit-exceeded', `${guest.limits.maxTags} tags of a field are the most (maxTags)`);
    }
    field.tags.push(tag);
  }

  annotate(key: string, value: string): void {
    const { guest, field } = this;
    guest.declares('annotate');
    checkName('the key', key, guest.limits.maxNameBytes);
    if (byteLength(value) > guest.limits.maxAnnotationBytes) {
      const most = guest.limits.maxAnnotationBytes;
      throw fail('limit-exceeded', `the value is longer than ${most} bytes (maxAnnotationBytes)`);
    }
    if (!field.annotations.has(key) && field.annotations.size >= guest.limits.maxAnnotations) {
      throw fail(
        'limit-exceeded',
        `${guest.limits.maxAnnotations} annotations are the most (maxAnnotations)`,
      );
    }
    field.annotations.set(key, value);
  }

  setHidden(hidden: boolean): void {
    this.guest.declares('set-hidden');
    this.field.hidden = hidden;
  }

  hidden(): boolean {
    return this.field.hidden;
  }

  isSet(packet: Packet, row: number): boolean {
    const draft = draftFor(this.field, packet);
    checkRow(draft, row);
    return draft.read(this.field)?.isSet(row) ?? false;
  }

  unset(packet: Packet, row: number): void {
    const draft = draftFor(this.field, packet);
    if (this.field.kind === 'other')
      throw fail('wrong-kind', `${this.field.name} is other: unset does not fit`);
    checkRow(draft, row);
    if (draft.read(this.field)?.isSet(row) === true) draft.write(this.field).unset(row);
  }

  unsetMany(packet: Packet, rows: ArrayLike<number>): void {
    const draft = draftFor(this.field, packet);
    const { name, kind, elements } = this.field;
    if (kind === 'other' && elements === undefined)
      throw fail('wrong-kind', `${name} is other: unset-many does not fit`);
    columns.unsetRows(draft, this.field, checkedRows(draft, rows));
  }

  getBool(packet: Packet, row: number): boolean {
    return this.readNumber('bool', packet, row) === 1;
  }

  getS32(packet: Packet, row: number): number {
    return this.readNumber('s32', packet, row) as number;
  }

  getU32(packet: Packet, row: number): number {
    return this.readNumber('u32', packet, row) as number;
  }

  getS64(packet: Packet, row: number): bigint {
    return BigInt(this.readNumber('s64', packet, row));
  }

  getU64(packet: Packet, row: number): bigint {
    return BigInt(this.readNumber('u64', packet, row));
  }

  getF64(packet: Packet, row: number): number {
    return this.readNumber('f64', packet, row) as number;
  }

  getText(packet: Packet, row: number): string {
    const column = this.readBytes('text', packet, row);
    return column === undefined ? '' : textAt(column, this.field, row);
  }

  getBytes(packet: Packet, row: number): Uint8Array {
    // A copy: a guest that runs in JavaScript could change what it got.
    return this.readBytes('bytes', packet, row)?.bytes(row).slice() ?? new Uint8Array(0);
  }

  setBool(packet: Packet, row: number, value: boolean): void {
    const draft = this.check('bool', packet, row);
    (draft.write(this.field) as NumberColumn).set(row, value ? 1 : 0);
  }

  setS32(packet: Packet, row: number, value: number): void {
    this.writeInteger('s32', packet, row, value);
  }

  setU32(packet: Packet, row: number, value: number): void {
    this.writeInteger('u32', packet, row, value);
  }

  setS64(packet: Packet, row: number, value: bigint): void {
    this.writeInteger('s64', packet, row, value);
  }

  setU64(packet: Packet, row: number, value: bigint): void {
    this.writeInteger('u64', packet, row, value);
  }

  setF64(packet: Packet, row: number, value: number): void {
    const draft = this.check('f64', packet, row);
    columns.checkFloat(this.field, value);
    (draft.write(this.field) as NumberColumn).set(row, value);
  }

  setText(packet: Packet, row: number, value: string): void {
    const { guest, field } = this;
    const draft = this.check('text', packet, row);
    if (field.fixedSize !== undefined) {
      this.store(draft, row, columns.fixedText(field, value));
      return;
    }
    const column = draft.write(field) as BytesColumn;
    columns.checkText(guest, column, row, value);
    column.setText(row, value);
  }

  setBytes(packet: Packet, row: number, value: Uint8Array): void {
    const draft = this.check('bytes', packet, row);
    this.store(draft, row, columns.fixedBytes(this.field, value));
  }

  columnIsSet(packet: Packet): boolean[] {
    const column = draftFor(this.field, packet).read(this.field);
    return Array.from({ length: packet.len() }, (_, row) => column?.isSet(row) ?? false);
  }

  columnS32(packet: Packet): Int32Array {
    return columns.read(this.column('s32', packet), this.field, Int32Array, packet.len());
  }

  columnU32(packet: Packet): Uint32Array {
    return columns.read(this.column('u32', packet), this.field, Uint32Array, packet.len());
  }

  columnS64(packet: Packet): BigInt64Array {
    return columns.readBig(this.column('s64', packet), this.field, BigInt64Array, packet.len());
  }

  columnU64(packet: Packet): BigUint64Array {
    return columns.readBig(this.column('u64', packet), this.field, BigUint64Array, packet.len());
  }

  columnF64(packet: Packet): Float64Array {
    return columns.read(this.column('f64', packet), this.field, Float64Array, packet.len());
  }

  columnText(packet: Packet): string[] {
    const column = this.column('text', packet).read(this.field) as BytesColumn | undefined;
    const texts = new Array<string>(packet.len()).fill('');
    const length = column === undefined ? 0 : column.length;
    for (let row = 0; row < length; row++) texts[row] = textAt(column!, this.field, row);
    return texts;
  }

  columnPacked(packet: Packet): Packed {
    return columns.readPacked(this.column('bytes', packet), this.field, packet.len());
  }

  setColumnS32(packet: Packet, values: ArrayLike<number>): void {
    columns.writeNumbers(this.column('s32', packet), this.field, values);
  }

  setColumnU32(packet: Packet, values: ArrayLike<number>): void {
    columns.writeNumbers(this.column('u32', packet), this.field, values);
  }

  setColumnS64(packet: Packet, values: ArrayLike<bigint>): void {
    columns.writeNumbers(this.column('s64', packet), this.field, values);
  }

  setColumnU64(packet: Packet, values: ArrayLike<bigint>): void {
    columns.writeNumbers(this.column('u64', packet), this.field, values);
  }

  setColumnF64(packet: Packet, values: ArrayLike<number>): void {
    columns.writeFloats(this.column('f64', packet), this.field, values);
  }

  setColumnText(packet: Packet, values: ArrayLike<string>): void {
    columns.writeTexts(this.guest, this.column('text', packet), this.field, values);
  }

  setColumnPacked(packet: Packet, values: Packed): void {
    columns.writePacked(this.guest, this.column('bytes', packet), this.field, values);
  }

  private column(accessor: Accessor, packet: Packet): Draft {
    const draft = draftFor(this.field, packet);
    checkKind(this.field, accessor);
    return draft;
  }

  private check(accessor: Accessor, packet: Packet, row: number): Draft {
    const draft = this.column(accessor, packet);
    checkRow(draft, row);
    return draft;
  }

  private readNumber(accessor: Accessor, packet: Packet, row: number): number | bigint {
    const column = this.check(accessor, packet, row).read(this.field) as NumberColumn | undefined;
    return column === undefined ? 0 : column.value(row);
  }

  private readBytes(accessor: Accessor, packet: Packet, row: number): BytesColumn | undefined {
    return this.check(accessor, packet, row).read(this.field) as BytesColumn | undefined;
  }

  private writeInteger(accessor: Accessor, packet: Packet, row: number, value: number | bigint): void {
    const draft = this.check(accessor, packet, row);
    const stored = columns.fitInteger(this.field, value);
    (draft.write(this.field) as NumberColumn).set(row, stored);
  }

  private store(draft: Draft, row: number, value: Uint8Array): void {
    const column = draft.write(this.field) as BytesColumn;
    columns.checkSizes(this.guest, value.length, column.bytesWith(row, value.length));
    column.set(row, value);
  }
}

trapWithout(Field, 'field');

/** The notes on a field, as records. */
export function annotationsOf({ annotations }: Definition): Annotation[] {
  return [...annotations].map(([key, value]) => ({ key, value }));
}
