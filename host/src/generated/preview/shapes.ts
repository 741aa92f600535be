/** What the functions of gadget:api take and give, as components write it. Made from wit/ by `npm run gen`; edit the WIT instead. */
export const shapes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'gadget:api/types@2.0.0-preview.1': {},
  'gadget:api/logging@2.0.0-preview.1': {
    log: '(level: enum{error, warn, info, debug, trace}, message: string, attributes: list<record{key: string, value: variant{boolean: bool, signed: s64, unsigned: u64, float: f64, text: string}}>)',
    enabled: '(level: enum{error, warn, info, debug, trace}) -> bool',
  },
  'gadget:api/packet@2.0.0-preview.1': {
    '[method]packet.len': '(self: borrow<packet>) -> u32',
    '[method]packet.append':
      '(self: borrow<packet>, rows: u32) -> result<u32, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]packet.discard':
      '(self: borrow<packet>, rows: list<u32>) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[static]packet.emit':
      '(packet: own<packet>) -> result<_, record{error: record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}, packet: own<packet>}>',
  },
  'gadget:api/field@2.0.0-preview.1': {
    '[method]field.name': '(self: borrow<field>) -> string',
    '[method]field.kind':
      '(self: borrow<field>) -> enum{boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, text, bytes, other}',
    '[method]field.requested': '(self: borrow<field>) -> bool',
    '[method]field.add-tag':
      '(self: borrow<field>, tag: string) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.annotate':
      '(self: borrow<field>, key: string, value: string) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-hidden':
      '(self: borrow<field>, hidden: bool) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.get-bool':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<option<bool>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.get-s32':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<option<s32>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.get-u32':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<option<u32>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.get-s64':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<option<s64>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.get-u64':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<option<u64>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.get-f64':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<option<f64>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.get-text':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<option<string>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.get-bytes':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<option<list<u8>>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-bool':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: option<bool>) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-s32':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: option<s32>) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-u32':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: option<u32>) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-s64':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: option<s64>) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-u64':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: option<u64>) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-f64':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: option<f64>) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-text':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: option<string>) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-bytes':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: option<list<u8>>) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.gaps':
      '(self: borrow<field>, packet: borrow<packet>) -> result<list<u32>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.column-s32':
      '(self: borrow<field>, packet: borrow<packet>) -> result<record{values: list<s32>, gaps: list<u32>}, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.column-u32':
      '(self: borrow<field>, packet: borrow<packet>) -> result<record{values: list<u32>, gaps: list<u32>}, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.column-s64':
      '(self: borrow<field>, packet: borrow<packet>) -> result<record{values: list<s64>, gaps: list<u32>}, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.column-u64':
      '(self: borrow<field>, packet: borrow<packet>) -> result<record{values: list<u64>, gaps: list<u32>}, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.column-f64':
      '(self: borrow<field>, packet: borrow<packet>) -> result<record{values: list<f64>, gaps: list<u32>}, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.column-text':
      '(self: borrow<field>, packet: borrow<packet>) -> result<record{values: list<string>, gaps: list<u32>}, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.column-packed':
      '(self: borrow<field>, packet: borrow<packet>) -> result<record{ends: list<u32>, data: list<u8>, gaps: list<u32>}, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-column-s32':
      '(self: borrow<field>, packet: borrow<packet>, column: record{values: list<s32>, gaps: list<u32>}) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-column-u32':
      '(self: borrow<field>, packet: borrow<packet>, column: record{values: list<u32>, gaps: list<u32>}) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-column-s64':
      '(self: borrow<field>, packet: borrow<packet>, column: record{values: list<s64>, gaps: list<u32>}) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-column-u64':
      '(self: borrow<field>, packet: borrow<packet>, column: record{values: list<u64>, gaps: list<u32>}) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-column-f64':
      '(self: borrow<field>, packet: borrow<packet>, column: record{values: list<f64>, gaps: list<u32>}) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-column-text':
      '(self: borrow<field>, packet: borrow<packet>, column: record{values: list<string>, gaps: list<u32>}) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]field.set-column-packed':
      '(self: borrow<field>, packet: borrow<packet>, column: record{ends: list<u32>, data: list<u8>, gaps: list<u32>}) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
  },
  'gadget:api/datasource@2.0.0-preview.1': {
    '[method]subscription.id': '(self: borrow<subscription>) -> u32',
    '[static]subscription.cancel': '(subscription: own<subscription>)',
    '[static]data-source.create':
      '(name: string, delivery: enum{events, snapshots, other}) -> result<own<data-source>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[static]data-source.open':
      '(name: string) -> result<own<data-source>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[static]data-source.names': '() -> list<string>',
    '[method]data-source.name': '(self: borrow<data-source>) -> string',
    '[method]data-source.delivery': '(self: borrow<data-source>) -> enum{events, snapshots, other}',
    '[method]data-source.describe':
      '(self: borrow<data-source>) -> list<record{name: string, kind: enum{boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, text, bytes, other}, fixed-size: option<u32>, tags: list<string>, annotations: list<record{key: string, value: string}>, hidden: bool}>',
    '[method]data-source.field':
      '(self: borrow<data-source>, name: string) -> result<own<field>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]data-source.add-field':
      '(self: borrow<data-source>, name: string, kind: enum{boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, text, bytes, other}) -> result<own<field>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]data-source.set-hidden':
      '(self: borrow<data-source>, hidden: bool) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]data-source.subscribe':
      '(self: borrow<data-source>, asks: list<borrow<field>>) -> result<own<subscription>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    '[method]data-source.new-packet':
      '(self: borrow<data-source>, rows: u32) -> result<own<packet>, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
  },
  'gadget:api/params@2.0.0-preview.1': {
    get: '(key: string) -> option<string>',
    all: '() -> list<record{key: string, value: string}>',
  },
  'gadget:api/clock@2.0.0-preview.1': { now: '() -> record{wall: u64, monotonic: u64}' },
  'gadget:api/random@2.0.0-preview.1': { seed: '() -> tuple<u64, u64>' },
  'gadget:api/timer@2.0.0-preview.1': {
    every:
      '(milliseconds: u32) -> result<u32, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    once: '(milliseconds: u32) -> result<u32, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    cancel: '(timer: u32)',
  },
  'gadget:api/handles@2.0.0-preview.1': { usage: '() -> record{open: u32, peak: u32, limit: u32}' },
  'gadget:api/lifecycle@2.0.0-preview.1': {
    init: '(purpose: enum{inspect, run}) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    start:
      '() -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
    stop: '(reason: enum{finished, interrupted, failed, other}) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
  },
  'gadget:api/handler@2.0.0-preview.1': {
    'on-packet':
      '(subscription-id: u32, packet: own<import-type-packet>) -> result<enum{keep, discard}, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
  },
  'gadget:api/ticker@2.0.0-preview.1': {
    'on-tick':
      '(timer: u32, due: u64, merged: u32) -> result<_, record{code: enum{not-found, already-exists, wrong-kind, wrong-source, out-of-range, expired, not-now, limit-exceeded, denied, busy, other}, text: string}>',
  },
};
