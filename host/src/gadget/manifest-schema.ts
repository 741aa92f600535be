import valid from 'semver/functions/valid.js';
import * as v from 'valibot';
import { type DeadlinesText, deadlineKeys, deadlinesSchema } from './deadlines-map.ts';
import { type FieldType, fieldTypes } from '../data/field-type.ts';
import { kinds } from '../data/kind.ts';
import { type JsEngine, jsEngines } from './js-engine.ts';
import { type ParamType, paramTypes } from './param-rule.ts';
import { requestKeys, requestsSchema, type RequestText } from './requests.ts';

/** A value of any type, as YAML has it; whole numbers are exact. */
export type Scalar = string | number | bigint | boolean;

export interface ParamText {
  type: ParamType;
  description: string;
  default?: Scalar | undefined;
  'one-of'?: Scalar[] | undefined;
  min?: Scalar | undefined;
  max?: Scalar | undefined;
  'max-length'?: bigint | undefined;
}

export interface FieldText {
  kind: FieldType;
  description?: string | undefined;
  annotations?: Record<string, string> | undefined;
  tags?: string[] | undefined;
  hidden?: boolean | undefined;
  'fixed-size'?: bigint | undefined;
}

export interface SourceText {
  delivery: 'events' | 'snapshots';
  fields: Record<string, FieldType | FieldText>;
}

/** gadget.yaml as its schema leaves it: known keys, checked one by one but not yet against each other. */
export interface ManifestText {
  name: string;
  version: string;
  description: string;
  license?: string | undefined;
  homepage?: string | undefined;
  params?: Record<string, ParamText> | undefined;
  build?: { engine?: JsEngine | undefined } | undefined;
  requests?: RequestText[] | undefined;
  'on-failure'?: 'discard' | 'stop-run' | undefined;
  limits?: { memory?: string | undefined; deadlines?: DeadlinesText | undefined } | undefined;
  'default-source'?: string | undefined;
  sources?: Record<string, SourceText> | undefined;
  annotations?: Record<string, Record<string, Record<string, Scalar>>> | undefined;
}

/** The names of gadgets, and of their parameters. */
export const namePattern: RegExp = /^[a-z](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

const word = v.pipe(
  v.string('a text is expected here'),
  v.regex(namePattern, 'a letter first, then a-z, 0-9 and - within, at most 64 characters'),
);
const line = v.pipe(
  v.string('a text is expected here'),
  v.minLength(1, 'must not be empty'),
  v.maxLength(1024, 'at most 1024 characters'),
);
const anyScalar = v.union(
  [v.string(), v.number(), v.bigint(), v.boolean()],
  'a single value is expected here',
);
const size = v.pipe(
  v.bigint('a whole number is expected here'),
  v.minValue(1n, 'must be at least 1'),
  v.maxValue(1_048_576n, 'at most 1048576'),
);
const kind = v.picklist(
  fieldTypes,
  ({ received }) =>
    `there is no kind ${received}; kinds are ${kinds.join(', ')}; lists have the kind of what is in them: text[]`,
);

const param = v.strictObject(
  {
    type: v.optional(v.picklist(paramTypes, `types are ${paramTypes.join(', ')}`), 'text'),
    description: line,
    default: v.optional(anyScalar),
    'one-of': v.optional(
      v.pipe(v.array(anyScalar, 'a list is expected here'), v.minLength(1, 'must not be empty')),
    ),
    min: v.optional(anyScalar),
    max: v.optional(anyScalar),
    'max-length': v.optional(size),
  },
  'a map with type, description, default … is expected here',
);

const field = v.strictObject(
  {
    kind,
    description: v.optional(line),
    annotations: v.optional(v.record(v.string(), v.string('a text is expected here'))),
    tags: v.optional(v.array(v.string('a text is expected here'), 'a list is expected here')),
    hidden: v.optional(v.boolean('true or false is expected here')),
    'fixed-size': v.optional(size),
  },
  'a kind, or a map with kind, description … is expected here',
);

const source = v.strictObject(
  {
    delivery: v.optional(
      v.picklist(['events', 'snapshots'], 'events or snapshots is expected here'),
      'events',
    ),
    fields: v.record(
      v.string(),
      v.lazy((input) => (typeof input === 'string' ? kind : field)),
      'a map of fields is expected here',
    ),
  },
  'a map with delivery and fields is expected here',
);

const build = v.strictObject(
  { engine: v.optional(v.picklist(jsEngines, `engines are ${jsEngines.join(' and ')}`)) },
  'a map with engine is expected here',
);

const limits = v.strictObject(
  {
    memory: v.optional(v.string('a size is expected here, such as 32MiB')),
    deadlines: v.optional(deadlinesSchema),
  },
  'a map with memory and deadlines is expected here',
);

const manifest = v.strictObject(
  {
    name: word,
    version: v.pipe(
      v.string('a version in three parts is expected here, such as 1.0.0'),
      v.check((text) => valid(text) === text, 'a version in three parts is expected here, such as 1.0.0'),
    ),
    description: line,
    license: v.optional(line),
    homepage: v.optional(
      v.pipe(line, v.regex(/^https?:\/\//, 'an address that starts with https:// is expected here')),
    ),
    params: v.optional(v.record(word, param, 'a map of parameters is expected here')),
    build: v.optional(build),
    requests: v.optional(requestsSchema),
    'on-failure': v.optional(
      v.picklist(
        ['discard', 'stop-run'],
        'discard or stop-run is expected here; keep and bypass are for the operator: --on-failure',
      ),
    ),
    limits: v.optional(limits),
    'default-source': v.optional(
      v.pipe(
        line,
        v.regex(
          /^(?:[^=]+=)?(?:proc|demo):/,
          'only proc: and demo: sources: a gadget chooses no files for its operator',
        ),
      ),
    ),
    sources: v.optional(v.record(v.string(), source, 'a map of sources is expected here')),
    annotations: v.optional(
      v.record(
        v.string(),
        v.record(
          v.string(),
          v.record(v.string(), anyScalar, 'a map of notes is expected here'),
          'a map of fields is expected here',
        ),
        'a map of sources is expected here',
      ),
    ),
  },
  'a map with name, version, description … is expected here',
);

/** The rules of gadget.yaml, key by key. What is not here is refused. */
export const manifestSchema: v.GenericSchema<unknown, ManifestText> = manifest;

/** The keys known at a place of the file, for near misses. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 1) return Object.keys(manifest.entries);
  if (path[0] === 'build' && path.length === 2) return Object.keys(build.entries);
  if (path[0] === 'limits' && path.length === 2) return Object.keys(limits.entries);
  if (path[0] === 'limits' && path.length === 3) return deadlineKeys;
  if (path[0] === 'requests' && path.length === 3) return requestKeys;
  if (path[0] === 'params' && path.length === 3) return Object.keys(param.entries);
  if (path[0] === 'sources' && path.length === 3) return Object.keys(source.entries);
  if (path[0] === 'sources' && path[2] === 'fields' && path.length === 5) return Object.keys(field.entries);
  return [];
}
