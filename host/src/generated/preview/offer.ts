/** What gadget:api offers, as data for negotiation. Made from wit/ by `npm run gen`; edit the WIT instead. */

/** A function of an interface. */
export interface OfferedFunction {
  /** As components write it: `log`, `[method]field.name`, `[static]data-source.open`. */
  readonly name: string;
  /** The version it came in. */
  readonly since: string;
}

/** One interface of a package. */
export interface OfferedInterface {
  /** Such as `clock`. */
  readonly interface: string;
  /** Such as `gadget:api`. */
  readonly package: string;
  /** The package's version. */
  readonly version: string;
  /** `import`: the host answers it. `export`: a component does. */
  readonly direction: 'import' | 'export';
  /** The version it came in. */
  readonly since: string;
  /** Its functions, methods included; empty when it only has types. */
  readonly functions: readonly OfferedFunction[];
  /** Names of its resources. */
  readonly resources: readonly string[];
}

/** Every interface of the package, imports first. */
export const offer: readonly OfferedInterface[] = [
  {
    interface: 'types',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'import',
    since: '2.0.0-preview.1',
    functions: [],
    resources: [],
  },
  {
    interface: 'logging',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'import',
    since: '2.0.0-preview.1',
    functions: [
      { name: 'log', since: '2.0.0-preview.1' },
      { name: 'enabled', since: '2.0.0-preview.1' },
    ],
    resources: [],
  },
  {
    interface: 'packet',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'import',
    since: '2.0.0-preview.1',
    functions: [
      { name: '[method]packet.len', since: '2.0.0-preview.1' },
      { name: '[method]packet.append', since: '2.0.0-preview.1' },
      { name: '[method]packet.discard', since: '2.0.0-preview.1' },
      { name: '[static]packet.emit', since: '2.0.0-preview.1' },
    ],
    resources: ['packet'],
  },
  {
    interface: 'field',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'import',
    since: '2.0.0-preview.1',
    functions: [
      { name: '[method]field.name', since: '2.0.0-preview.1' },
      { name: '[method]field.kind', since: '2.0.0-preview.1' },
      { name: '[method]field.requested', since: '2.0.0-preview.1' },
      { name: '[method]field.add-tag', since: '2.0.0-preview.1' },
      { name: '[method]field.annotate', since: '2.0.0-preview.1' },
      { name: '[method]field.set-hidden', since: '2.0.0-preview.1' },
      { name: '[method]field.get-bool', since: '2.0.0-preview.1' },
      { name: '[method]field.get-s32', since: '2.0.0-preview.1' },
      { name: '[method]field.get-u32', since: '2.0.0-preview.1' },
      { name: '[method]field.get-s64', since: '2.0.0-preview.1' },
      { name: '[method]field.get-u64', since: '2.0.0-preview.1' },
      { name: '[method]field.get-f64', since: '2.0.0-preview.1' },
      { name: '[method]field.get-text', since: '2.0.0-preview.1' },
      { name: '[method]field.get-bytes', since: '2.0.0-preview.1' },
      { name: '[method]field.set-bool', since: '2.0.0-preview.1' },
      { name: '[method]field.set-s32', since: '2.0.0-preview.1' },
      { name: '[method]field.set-u32', since: '2.0.0-preview.1' },
      { name: '[method]field.set-s64', since: '2.0.0-preview.1' },
      { name: '[method]field.set-u64', since: '2.0.0-preview.1' },
      { name: '[method]field.set-f64', since: '2.0.0-preview.1' },
      { name: '[method]field.set-text', since: '2.0.0-preview.1' },
      { name: '[method]field.set-bytes', since: '2.0.0-preview.1' },
      { name: '[method]field.gaps', since: '2.0.0-preview.1' },
      { name: '[method]field.column-s32', since: '2.0.0-preview.1' },
      { name: '[method]field.column-u32', since: '2.0.0-preview.1' },
      { name: '[method]field.column-s64', since: '2.0.0-preview.1' },
      { name: '[method]field.column-u64', since: '2.0.0-preview.1' },
      { name: '[method]field.column-f64', since: '2.0.0-preview.1' },
      { name: '[method]field.column-text', since: '2.0.0-preview.1' },
      { name: '[method]field.column-packed', since: '2.0.0-preview.1' },
      { name: '[method]field.set-column-s32', since: '2.0.0-preview.1' },
      { name: '[method]field.set-column-u32', since: '2.0.0-preview.1' },
      { name: '[method]field.set-column-s64', since: '2.0.0-preview.1' },
      { name: '[method]field.set-column-u64', since: '2.0.0-preview.1' },
      { name: '[method]field.set-column-f64', since: '2.0.0-preview.1' },
      { name: '[method]field.set-column-text', since: '2.0.0-preview.1' },
      { name: '[method]field.set-column-packed', since: '2.0.0-preview.1' },
    ],
    resources: ['field'],
  },
  {
    interface: 'datasource',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'import',
    since: '2.0.0-preview.1',
    functions: [
      { name: '[method]subscription.id', since: '2.0.0-preview.1' },
      { name: '[static]subscription.cancel', since: '2.0.0-preview.1' },
      { name: '[static]data-source.create', since: '2.0.0-preview.1' },
      { name: '[static]data-source.open', since: '2.0.0-preview.1' },
      { name: '[static]data-source.names', since: '2.0.0-preview.1' },
      { name: '[method]data-source.name', since: '2.0.0-preview.1' },
      { name: '[method]data-source.delivery', since: '2.0.0-preview.1' },
      { name: '[method]data-source.describe', since: '2.0.0-preview.1' },
      { name: '[method]data-source.field', since: '2.0.0-preview.1' },
      { name: '[method]data-source.add-field', since: '2.0.0-preview.1' },
      { name: '[method]data-source.set-hidden', since: '2.0.0-preview.1' },
      { name: '[method]data-source.subscribe', since: '2.0.0-preview.1' },
      { name: '[method]data-source.new-packet', since: '2.0.0-preview.1' },
    ],
    resources: ['subscription', 'data-source'],
  },
  {
    interface: 'params',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'import',
    since: '2.0.0-preview.1',
    functions: [
      { name: 'get', since: '2.0.0-preview.1' },
      { name: 'all', since: '2.0.0-preview.1' },
    ],
    resources: [],
  },
  {
    interface: 'clock',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'import',
    since: '2.0.0-preview.1',
    functions: [{ name: 'now', since: '2.0.0-preview.1' }],
    resources: [],
  },
  {
    interface: 'random',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'import',
    since: '2.0.0-preview.1',
    functions: [{ name: 'seed', since: '2.0.0-preview.1' }],
    resources: [],
  },
  {
    interface: 'timer',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'import',
    since: '2.0.0-preview.1',
    functions: [
      { name: 'every', since: '2.0.0-preview.1' },
      { name: 'once', since: '2.0.0-preview.1' },
      { name: 'cancel', since: '2.0.0-preview.1' },
    ],
    resources: [],
  },
  {
    interface: 'handles',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'import',
    since: '2.0.0-preview.1',
    functions: [{ name: 'usage', since: '2.0.0-preview.1' }],
    resources: [],
  },
  {
    interface: 'lifecycle',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'export',
    since: '2.0.0-preview.1',
    functions: [
      { name: 'init', since: '2.0.0-preview.1' },
      { name: 'start', since: '2.0.0-preview.1' },
      { name: 'stop', since: '2.0.0-preview.1' },
    ],
    resources: [],
  },
  {
    interface: 'handler',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'export',
    since: '2.0.0-preview.1',
    functions: [{ name: 'on-packet', since: '2.0.0-preview.1' }],
    resources: [],
  },
  {
    interface: 'ticker',
    package: 'gadget:api',
    version: '2.0.0-preview.1',
    direction: 'export',
    since: '2.0.0-preview.1',
    functions: [{ name: 'on-tick', since: '2.0.0-preview.1' }],
    resources: [],
  },
];
