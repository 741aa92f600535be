import { expect, test } from 'vitest';
import { hasGoName, hasRustName, hasTypeScriptName, type SdkSource } from './sdk-source.ts';

const typescript: SdkSource = {
  exports: `export { open, type Log, log } from './a.ts';\nexport type { ListField, Packet, TextField } from './b.ts';`,
  files: [
    'export function open(name: string): void {}\nexport function hidden(): void {}\n',
    'export interface Log {\n  info: Line;\n  of(level: string): boolean;\n}\nexport const log: Log = {};\n',
    'export class Packet {\n  readonly name: string;\n  get length(): number {\n    return this.after();\n  }\n}\n',
    'abstract class Block<T> extends Field<T> {\n  packed(): void {}\n}\nexport class TextField extends Block<string> {\n}\n',
    'export class ListField<T, L extends List<T>> extends Block<L> {\n  override clear(): void {}\n}\n',
  ],
};

test.each([
  ['open', true],
  ['log.info', true],
  ['log.of', true],
  ['Packet.name', true],
  ['Packet.length', true],
  ['TextField.packed', true],
  ['ListField.packed', true],
  ['ListField.clear', true],
  ['hidden', false],
  ['Block.packed', false],
  ['log.warn', false],
  ['Packet.after', false],
  ['TextField.length', false],
  ['ListField.length', false],
])('TypeScript: %s is there: %s', (name, there) => {
  expect(hasTypeScriptName(name, typescript)).toBe(there);
});

const rust: SdkSource = {
  exports: 'pub mod params;\nmod clock;\npub use clock::wall;\npub use field::{AnyField, Field, Gadget};\n',
  files: [
    'pub fn wall() {}\npub fn secret() {}\nlevels!(\n    info Info "said; rarely",\n    warn Warn "odd",\n);\n',
    'pub fn all() {}\n',
    "impl<T: Value> Field<T> {\n    pub fn get(&self, row: Row<'_>) {}\n    fn own(&self) {}\n}\nimpl Other {\n    pub fn else(&self) {}\n}\n",
    '        impl Field<$type> {\n            pub fn packed(&self) {}\n        }\n',
    "pub trait Gadget: Sized + 'static {\n    fn init() -> Self;\n}\n",
  ],
};

test.each([
  ['wall', true],
  ['warn!', true],
  ['params::all', true],
  ['Field::get', true],
  ['Field::packed', true],
  ['Gadget::init', true],
  ['secret', false],
  ['error!', false],
  ['params::wall2', false],
  ['clock::wall', false],
  ['Field::own', false],
  ['Field::else', false],
  ['Other::else', false],
  ['Gadget::stop', false],
])('Rust: %s is there: %s', (name, there) => {
  expect(hasRustName(name, rust)).toBe(there);
});

const go: SdkSource = {
  exports: '',
  files: [
    'func Open(name string) error { return nil }\nfunc FieldOf[T any](name string) {}\nfunc secret() {}\n',
    'type Field[T any] struct {\n\tAnyField\n\taccess int\n}\n\nfunc (field *Field[T]) Get(row Row) {}\n',
    'type AnyField struct {\n\traw int\n}\nfunc (field *AnyField) Name() string { return "" }\n',
    'type Hooks struct {\n\tInit func() error\n}\n',
  ],
};

test.each([
  ['Open', true],
  ['FieldOf', true],
  ['Field.Get', true],
  ['Field.Name', true],
  ['Hooks.Init', true],
  ['secret', false],
  ['Close', false],
  ['Field.access', false],
  ['AnyField.Get', false],
  ['Hooks.Stop', false],
  ['Source.Name', false],
])('Go: %s is there: %s', (name, there) => {
  expect(hasGoName(name, go)).toBe(there);
});
