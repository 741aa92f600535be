/** What the functions of gadget:api take and give, as components write it. Made from wit/ by `npm run gen`; edit the WIT instead. */
export const shapes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'gadget:api/types@1.1.0': {},
  'gadget:api/logging@1.1.0': {
    log: '(level: enum{error, warn, info, debug, trace}, message: string)',
    enabled: '(level: enum{error, warn, info, debug, trace}) -> bool',
    'log-with':
      '(level: enum{error, warn, info, debug, trace}, message: string, attributes: list<record{key: string, value: variant{boolean: bool, signed: s64, unsigned: u64, float: f64, text: string}}>)',
  },
  'gadget:api/packet@1.1.0': {
    '[method]packet.len': '(self: borrow<packet>) -> u32',
    '[method]packet.append':
      '(self: borrow<packet>, rows: u32) -> result<u32, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]packet.discard':
      '(self: borrow<packet>, row: u32) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]packet.discard-many':
      '(self: borrow<packet>, rows: list<u32>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[static]packet.emit':
      '(packet: own<packet>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
  },
  'gadget:api/field@1.1.0': {
    '[method]field.name': '(self: borrow<field>) -> string',
    '[method]field.kind':
      '(self: borrow<field>) -> enum{boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, text, bytes, other}',
    '[method]field.fixed-size': '(self: borrow<field>) -> option<u32>',
    '[method]field.requested': '(self: borrow<field>) -> bool',
    '[method]field.tags': '(self: borrow<field>) -> list<string>',
    '[method]field.annotations': '(self: borrow<field>) -> list<record{key: string, value: string}>',
    '[method]field.add-tag':
      '(self: borrow<field>, tag: string) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.annotate':
      '(self: borrow<field>, key: string, value: string) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-hidden':
      '(self: borrow<field>, hidden: bool) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.is-set':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<bool, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.unset':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.get-bool':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<bool, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.get-s32':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<s32, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.get-u32':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<u32, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.get-s64':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<s64, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.get-u64':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<u64, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.get-f64':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<f64, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.get-text':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<string, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.get-bytes':
      '(self: borrow<field>, packet: borrow<packet>, row: u32) -> result<list<u8>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-bool':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: bool) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-s32':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: s32) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-u32':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: u32) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-s64':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: s64) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-u64':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: u64) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-f64':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: f64) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-text':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: string) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-bytes':
      '(self: borrow<field>, packet: borrow<packet>, row: u32, value: list<u8>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.column-is-set':
      '(self: borrow<field>, packet: borrow<packet>) -> result<list<bool>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.column-s32':
      '(self: borrow<field>, packet: borrow<packet>) -> result<list<s32>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.column-u32':
      '(self: borrow<field>, packet: borrow<packet>) -> result<list<u32>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.column-s64':
      '(self: borrow<field>, packet: borrow<packet>) -> result<list<s64>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.column-u64':
      '(self: borrow<field>, packet: borrow<packet>) -> result<list<u64>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.column-f64':
      '(self: borrow<field>, packet: borrow<packet>) -> result<list<f64>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.column-text':
      '(self: borrow<field>, packet: borrow<packet>) -> result<list<string>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.column-packed':
      '(self: borrow<field>, packet: borrow<packet>) -> result<record{ends: list<u32>, data: list<u8>}, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-column-s32':
      '(self: borrow<field>, packet: borrow<packet>, values: list<s32>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-column-u32':
      '(self: borrow<field>, packet: borrow<packet>, values: list<u32>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-column-s64':
      '(self: borrow<field>, packet: borrow<packet>, values: list<s64>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-column-u64':
      '(self: borrow<field>, packet: borrow<packet>, values: list<u64>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-column-f64':
      '(self: borrow<field>, packet: borrow<packet>, values: list<f64>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-column-text':
      '(self: borrow<field>, packet: borrow<packet>, values: list<string>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.set-column-packed':
      '(self: borrow<field>, packet: borrow<packet>, values: record{ends: list<u32>, data: list<u8>}) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]field.hidden': '(self: borrow<field>) -> bool',
    '[method]field.unset-many':
      '(self: borrow<field>, packet: borrow<packet>, rows: list<u32>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
  },
  'gadget:api/datasource@1.1.0': {
    '[static]data-source.create':
      '(name: string, delivery: enum{events, snapshots, other}) -> result<own<data-source>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[static]data-source.open':
      '(name: string) -> result<own<data-source>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[static]data-source.names': '() -> list<string>',
    '[method]data-source.name': '(self: borrow<data-source>) -> string',
    '[method]data-source.delivery': '(self: borrow<data-source>) -> enum{events, snapshots, other}',
    '[method]data-source.fields':
      '(self: borrow<data-source>) -> result<list<own<field>>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]data-source.get-field':
      '(self: borrow<data-source>, name: string) -> result<own<field>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]data-source.add-field':
      '(self: borrow<data-source>, name: string, kind: enum{boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, text, bytes, other}) -> result<own<field>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]data-source.set-hidden':
      '(self: borrow<data-source>, hidden: bool) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]data-source.subscribe':
      '(self: borrow<data-source>) -> result<u32, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]data-source.new-packet':
      '(self: borrow<data-source>, rows: u32) -> result<own<packet>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    '[method]data-source.hidden': '(self: borrow<data-source>) -> bool',
    '[method]data-source.describe-fields':
      '(self: borrow<data-source>) -> list<record{name: string, kind: enum{boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, text, bytes, other}, element-kind: option<enum{boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, text, bytes, other}>, fixed-size: option<u32>, tags: list<string>, annotations: list<record{key: string, value: string}>, hidden: bool}>',
    unsubscribe: '(subscription: u32)',
  },
  'gadget:api/lists@1.1.0': {
    'element-kind':
      '(field: borrow<field>) -> option<enum{boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, text, bytes, other}>',
    'add-list-field':
      '(source: borrow<data-source>, name: string, elements: enum{boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, float32, float64, text, bytes, other}) -> result<own<field>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'get-s32':
      '(field: borrow<field>, packet: borrow<packet>, row: u32) -> result<list<s32>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'get-u32':
      '(field: borrow<field>, packet: borrow<packet>, row: u32) -> result<list<u32>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'get-s64':
      '(field: borrow<field>, packet: borrow<packet>, row: u32) -> result<list<s64>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'get-u64':
      '(field: borrow<field>, packet: borrow<packet>, row: u32) -> result<list<u64>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'get-f64':
      '(field: borrow<field>, packet: borrow<packet>, row: u32) -> result<list<f64>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'get-text':
      '(field: borrow<field>, packet: borrow<packet>, row: u32) -> result<list<string>, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'get-packed':
      '(field: borrow<field>, packet: borrow<packet>, row: u32) -> result<record{ends: list<u32>, data: list<u8>}, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-s32':
      '(field: borrow<field>, packet: borrow<packet>, row: u32, values: list<s32>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-u32':
      '(field: borrow<field>, packet: borrow<packet>, row: u32, values: list<u32>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-s64':
      '(field: borrow<field>, packet: borrow<packet>, row: u32, values: list<s64>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-u64':
      '(field: borrow<field>, packet: borrow<packet>, row: u32, values: list<u64>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-f64':
      '(field: borrow<field>, packet: borrow<packet>, row: u32, values: list<f64>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-text':
      '(field: borrow<field>, packet: borrow<packet>, row: u32, values: list<string>) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-packed':
      '(field: borrow<field>, packet: borrow<packet>, row: u32, values: record{ends: list<u32>, data: list<u8>}) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'column-s32':
      '(field: borrow<field>, packet: borrow<packet>) -> result<record{ends: list<u32>, values: list<s32>}, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'column-u32':
      '(field: borrow<field>, packet: borrow<packet>) -> result<record{ends: list<u32>, values: list<u32>}, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'column-s64':
      '(field: borrow<field>, packet: borrow<packet>) -> result<record{ends: list<u32>, values: list<s64>}, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'column-u64':
      '(field: borrow<field>, packet: borrow<packet>) -> result<record{ends: list<u32>, values: list<u64>}, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'column-f64':
      '(field: borrow<field>, packet: borrow<packet>) -> result<record{ends: list<u32>, values: list<f64>}, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'column-text':
      '(field: borrow<field>, packet: borrow<packet>) -> result<record{ends: list<u32>, values: list<string>}, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'column-packed':
      '(field: borrow<field>, packet: borrow<packet>) -> result<record{ends: list<u32>, values: record{ends: list<u32>, data: list<u8>}}, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-column-s32':
      '(field: borrow<field>, packet: borrow<packet>, values: record{ends: list<u32>, values: list<s32>}) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-column-u32':
      '(field: borrow<field>, packet: borrow<packet>, values: record{ends: list<u32>, values: list<u32>}) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-column-s64':
      '(field: borrow<field>, packet: borrow<packet>, values: record{ends: list<u32>, values: list<s64>}) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-column-u64':
      '(field: borrow<field>, packet: borrow<packet>, values: record{ends: list<u32>, values: list<u64>}) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-column-f64':
      '(field: borrow<field>, packet: borrow<packet>, values: record{ends: list<u32>, values: list<f64>}) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-column-text':
      '(field: borrow<field>, packet: borrow<packet>, values: record{ends: list<u32>, values: list<string>}) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    'set-column-packed':
      '(field: borrow<field>, packet: borrow<packet>, values: record{ends: list<u32>, values: record{ends: list<u32>, data: list<u8>}}) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
  },
  'gadget:api/params@1.1.0': {
    get: '(key: string) -> option<string>',
    all: '() -> list<tuple<string, string>>',
  },
  'gadget:api/clock@1.1.0': {
    wall: '() -> u64',
    monotonic: '() -> u64',
    now: '() -> record{wall: u64, monotonic: u64}',
  },
  'gadget:api/random@1.1.0': { seed: '() -> tuple<u64, u64>' },
  'gadget:api/timer@1.1.0': {
    every:
      '(milliseconds: u32) -> result<u32, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    cancel: '(timer: u32)',
    once: '(milliseconds: u32) -> result<u32, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
  },
  'gadget:api/handles@1.1.0': { usage: '() -> record{open: u32, peak: u32, limit: u32}' },
  'gadget:api/lifecycle@1.1.0': {
    init: '(purpose: enum{inspect, run}) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    start:
      '() -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
    stop: '() -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
  },
  'gadget:api/handler@1.1.0': {
    'on-packet':
      '(subscription: u32, packet: own<import-type-packet>) -> result<enum{keep, discard}, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
  },
  'gadget:api/ticker@1.1.0': {
    'on-tick':
      '(timer: u32) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
  },
  'gadget:api/losses@1.1.0': {
    'on-loss':
      '(subscription: u32, rows: u32, cause: enum{overflow, unreadable, failed, other}) -> result<_, variant{not-found: string, already-exists: string, wrong-kind: string, wrong-source: string, out-of-range: string, expired, not-now: string, limit-exceeded: string, denied: string, busy: string, other: string}>',
  },
};
