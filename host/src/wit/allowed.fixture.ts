/** A change that hurts nobody. */
export interface Allowed {
  name: string;
  /** What follows the package line. */
  old: string;
  now: string;
  /** What is told to be new. */
  added?: string[];
  deprecated?: string[];
  /** Without: 1.0.0 and 1.1.0. */
  from?: string;
  to?: string;
  leastVersion: string;
  /** Rules that would be broken, had the version not said so. */
  allowed?: string[];
}

const gated = (text: string): string => `@since(version = 1.0.0) interface i { ${text} }`;
const f = '@since(version = 1.0.0) f: func();';
const fOf = (type: string): string => `interface i { f: func(a: ${type}); }`;

/** Changes that pass, and the least version that fits them. */
export const allowed: readonly Allowed[] = [
  {
    name: 'nothing',
    old: 'interface i { f: func(); }',
    now: 'interface i { f: func(); }',
    to: '1.0.0',
    leastVersion: '1.0.0',
  },
  {
    name: 'comments, with a patch',
    old: 'interface i { f: func(); }',
    now: '/// Much to say.\ninterface i { /** More. */ f: func(/* why */); }',
    to: '1.0.1',
    leastVersion: '1.0.0',
  },
  {
    name: 'the order of interfaces and functions',
    old: 'interface i { f: func(); g: func(); } interface j { }',
    now: 'interface j { } interface i { g: func(); f: func(); }',
    to: '1.0.0',
    leastVersion: '1.0.0',
  },
  {
    name: 'an imported interface gains a function, a type and a method',
    old: 'interface i { resource r { m: func(); } } world w { import i; }',
    now: 'interface i { resource r { m: func(); n: func(); } enum e { a } g: func(x: e); } world w { import i; }',
    added: ['enum a:b/i.e', 'function a:b/i.g', 'method a:b/i.r.n'],
    leastVersion: '1.1.0',
  },
  {
    name: 'a new interface, a new world, a new import',
    old: 'interface i { } world w { import i; }',
    now: 'interface i { } interface j { f: func(); } world w { import i; import j; } world v { export j; }',
    added: ['import a:b/w.j', 'interface a:b/j', 'world a:b/v'],
    leastVersion: '1.1.0',
  },
  {
    name: 'an include instead of its lines',
    old: 'interface i { } interface j { } world v { import i; export j; } world w { import i; export j; }',
    now: 'interface i { } interface j { } world v { import i; export j; } world w { include v; }',
    to: '1.0.1',
    leastVersion: '1.0.0',
  },
  {
    name: 'an import that is there anyway, as its types are used',
    old: 'interface t { type d = u8; } interface s { use t.{d}; } interface i { use s.{d}; } world w { import t; import s; import i; }',
    now: 'interface t { type d = u8; } interface s { use t.{d}; } interface i { use s.{d}; } world w { import i; }',
    to: '1.0.0',
    leastVersion: '1.0.0',
  },
  {
    name: 'an alias and what it stands for',
    old: 'interface i { type d = u64; f: func(a: d) -> list<d>; }',
    now: 'interface i { type d = u64; f: func(a: u64) -> list<u64>; }',
    to: '1.0.1',
    leastVersion: '1.0.0',
  },
  {
    name: 'a type that is used by another way',
    old: 'interface s { enum e { a } } interface t { use s.{e}; } interface i { use s.{e}; f: func(x: e); }',
    now: 'interface s { enum e { a } } interface t { use s.{e}; } interface i { use t.{e}; f: func(x: e); }',
    to: '1.0.1',
    leastVersion: '1.0.0',
  },
  {
    name: 'own written out',
    old: 'interface i { resource r; f: func(a: r) -> list<r>; }',
    now: 'interface i { resource r; f: func(a: own<r>) -> list<own<r>>; }',
    to: '1.0.0',
    leastVersion: '1.0.0',
  },
  {
    name: 'an escaped name',
    old: fOf('u8'),
    now: 'interface %i { %f: func(%a: u8); }',
    to: '1.0.0',
    leastVersion: '1.0.0',
  },
  {
    name: 'a newer version of another package',
    old: 'interface i { use x:y/t@0.2.0.{e}; f: func(x: e); } world w { import x:y/t@0.2.0; include x:y/z@0.2.0; }',
    now: 'interface i { use x:y/t@0.2.3.{e}; f: func(x: e); } world w { import x:y/t@0.2.3; include x:y/z@0.2.3; }',
    leastVersion: '1.0.0',
  },
  {
    name: 'what is new names its version',
    old: gated(f),
    now: gated(`${f} @since(version = 1.1.0) resource r { @since(version = 1.1.0) m: func(); }`),
    added: ['method a:b/i.r.m', 'resource a:b/i.r'],
    leastVersion: '1.1.0',
  },
  {
    name: 'versions between the two',
    old: gated(f),
    now: gated(`${f} @since(version = 1.1.0) g: func(); @since(version = 1.2.0) h: func();`),
    to: '1.2.0',
    added: ['function a:b/i.g', 'function a:b/i.h'],
    leastVersion: '1.1.0',
  },
  {
    name: 'a deprecation',
    old: gated(f),
    now: gated('@since(version = 1.0.0) @deprecated(version = 1.1.0) f: func();'),
    deprecated: ['function a:b/i.f'],
    leastVersion: '1.1.0',
  },
  {
    name: 'what is tried out comes, changes and goes',
    old: gated(`${f} @unstable(feature = x) g: func(); @unstable(feature = y) h: func();`),
    now: gated(`${f} @unstable(feature = x) g: func(a: u8); @unstable(feature = z) k: func();`),
    to: '1.0.0',
    leastVersion: '1.0.0',
  },
  {
    name: 'what is tried out stays out of exports',
    old: 'interface i { f: func(); } world w { export i; }',
    now: 'interface i { f: func(); @unstable(feature = x) g: func(); } world w { export i; @unstable(feature = x) export h: func(); }',
    to: '1.0.0',
    leastVersion: '1.0.0',
  },
  {
    name: 'what was tried out is there for all',
    old: gated(`${f} @unstable(feature = x) g: func();`),
    now: gated(`${f} @since(version = 1.1.0) g: func(a: u8);`),
    added: ['function a:b/i.g'],
    leastVersion: '1.1.0',
  },
  {
    name: 'another major',
    old: fOf('u8'),
    now: fOf('u16'),
    to: '2.0.0',
    leastVersion: '2.0.0',
    allowed: ['param-type-changed'],
  },
  {
    name: 'another minor before 1.0.0',
    old: fOf('u8'),
    now: fOf('u16'),
    from: '0.2.1',
    to: '0.3.0',
    leastVersion: '0.3.0',
    allowed: ['param-type-changed'],
  },
  {
    name: 'another patch before 0.1.0',
    old: fOf('u8'),
    now: fOf('u16'),
    from: '0.0.1',
    to: '0.0.2',
    leastVersion: '0.0.2',
    allowed: ['param-type-changed'],
  },
  {
    name: 'a function more, before 1.0.0',
    old: 'interface i { }',
    now: 'interface i { f: func(); }',
    from: '0.2.1',
    to: '0.2.2',
    added: ['function a:b/i.f'],
    leastVersion: '0.2.2',
  },
  {
    name: 'a pre-release promises nothing',
    old: fOf('u8'),
    now: fOf('u16'),
    from: '2.0.0-preview.1',
    to: '2.0.0-preview.2',
    leastVersion: '2.0.0-preview.2',
    allowed: ['param-type-changed'],
  },
];
