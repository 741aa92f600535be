import type { Delivery } from '../data/data-source.ts';
import type { FieldType } from '../data/field-type.ts';
import type { InterfaceRequest } from '../component/request.ts';
import { pageBytes } from '../component/bounds/caps.ts';
import { type CallDeadlines, defaultDeadlines } from '../deadlines.ts';
import { defaultLimits } from '../limits.ts';
import { formatSize, parseSize, sizeForm } from '../size.ts';
import type { FieldSpec } from '../sources/source.ts';
import { deadlinesOf } from './deadlines-map.ts';
import type { JsEngine } from './js-engine.ts';
import {
  type FieldText,
  keysAt,
  manifestSchema,
  type ParamText,
  type Scalar,
  type SourceText,
} from './manifest-schema.ts';
import { type Place, readYaml } from './yaml-text.ts';
import { checkValue, compare, type ParamRule, readAs } from './param-rule.ts';
import { requestsOf } from './requests.ts';

/** A source that a gadget expects to be given. */
export interface ExpectedSource {
  delivery: Delivery;
  /** The fields it reads; also the schema of an input that has none of its own. */
  fields: readonly FieldSpec[];
}

/** What gadget.yaml says. */
export interface Manifest {
  /** a-z, 0-9 and `-`, at most 64 characters. */
  name: string;
  /** Of three parts, as SemVer has it. */
  version: string;
  description: string;
  license: string | undefined;
  homepage: string | undefined;
  /** In the order of the file. */
  params: ReadonlyMap<string, ParamRule>;
  /** How it is built: the engine is for TypeScript and JavaScript. */
  build: { engine: JsEngine | undefined };
  /** Interfaces beyond `gadget:api` that it wants; asking grants nothing. */
  requests: readonly InterfaceRequest[];
  /** Asked for when the operator says nothing; never looser than `discard`. */
  onFailure: 'discard' | 'stop-run' | undefined;
  /** Asked for when the operator says nothing; never more than the default cap. Bytes. */
  maxMemoryBytes: number | undefined;
  /** Asked for when the operator says nothing; never longer than the default ones. Milliseconds. */
  deadlines: Readonly<Partial<CallDeadlines>>;
  /** The `[name=]SPEC` that is used when the operator gives no source; `proc:` or `demo:` only. */
  defaultSource: string | undefined;
  /** By name. */
  sources: ReadonlyMap<string, ExpectedSource>;
  /** Notes on fields that the gadget adds, by source, field and key: what outputs show them by. */
  annotations: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
}

/**
 * Reads gadget.yaml. Throws E_MANIFEST with file, line and column for what is not YAML, too large, unknown, or against a
 * rule.
 */
export function parseManifest(text: string, file = 'gadget.yaml'): Manifest {
  const { value, refuse } = readYaml(text, file, { schema: manifestSchema, keysAt, code: 'E_MANIFEST' });
  return {
    name: value.name,
    version: value.version,
    description: value.description,
    license: value.license,
    homepage: value.homepage,
    params: new Map(
      Object.entries(value.params ?? {}).map(([name, param]) => [name, ruleOf(name, param, refuse)]),
    ),
    build: { engine: value.build?.engine },
    requests: requestsOf(value.requests ?? [], refuse),
    onFailure: value['on-failure'],
    maxMemoryBytes: memoryOf(value.limits?.memory, refuse),
    deadlines: deadlinesOf(value.limits?.deadlines, ['limits', 'deadlines'], refuse, {
      deadlines: defaultDeadlines,
      moreIsFor: 'more is for the operator: --deadline',
    }),
    defaultSource: value['default-source'],
    annotations: Object.fromEntries(
      Object.entries(value.annotations ?? {}).map(([source, fields]) => [
        source,
        notesOf(source, fields, refuse),
      ]),
    ),
    sources: new Map(
      Object.entries(value.sources ?? {}).map(([name, source]) => [name, expected(name, source, refuse)]),
    ),
  };
}

function memoryOf(text: string | undefined, refuse: Refuse): number | undefined {
  if (text === undefined) return undefined;
  const { maxMemoryBytes } = defaultLimits;
  const bytes = parseSize(text) ?? refuse(['limits', 'memory'], `write ${sizeForm}`);
  if (bytes < pageBytes) refuse(['limits', 'memory'], `at least ${formatSize(pageBytes)}`);
  if (bytes > maxMemoryBytes) {
    const most = formatSize(maxMemoryBytes);
    refuse(['limits', 'memory'], `at most ${most}; more is for the operator: --max-memory`);
  }
  return bytes;
}

type Refuse = (path: Place, why: string) => never;

function ruleOf(name: string, text: ParamText, refuse: Refuse): ParamRule {
  const { type } = text;
  const at = (key: string): Place => ['params', name, key];
  const read = (key: 'default' | 'min' | 'max'): string | undefined => {
    const given = text[key];
    if (given === undefined) return undefined;
    const typed = readAs(type, String(given));
    return typed.value ?? refuse(at(key), `${String(given)} ${typed.problem}`);
  };
  const unfit = (key: keyof ParamText, types: string): void => {
    if (text[key] !== undefined) refuse(at(key), `${key} is for ${types}, not for ${type}`);
  };
  if (type !== 'text') unfit('max-length', 'text');
  if (type === 'text' || type === 'boolean') {
    unfit('min', 'integer, number and duration');
    unfit('max', 'integer, number and duration');
  }
  if (type === 'boolean') unfit('one-of', 'other types');
  const rule: ParamRule = { type, description: text.description };
  const [min, max] = [read('min'), read('max')];
  if (min !== undefined) rule.min = min;
  if (max !== undefined) rule.max = max;
  if (min !== undefined && max !== undefined && compare(type, min, max) > 0)
    refuse(at('min'), 'min is above max');
  if (text['max-length'] !== undefined) rule.maxLength = Number(text['max-length']);
  const oneOf = text['one-of']?.map((given, place) => {
    const checked = checkValue(rule, String(given));
    return checked.value ?? refuse([...at('one-of'), place], `${String(given)} ${checked.problem}`);
  });
  if (oneOf !== undefined) rule.oneOf = oneOf;
  const fallback = read('default');
  if (fallback !== undefined) {
    const checked = checkValue(rule, fallback);
    rule.default = checked.value ?? refuse(at('default'), `the default ${checked.problem}`);
  }
  return rule;
}

function expected(name: string, text: SourceText, refuse: Refuse): ExpectedSource {
  checkName(['sources', name], name, refuse);
  const fields = Object.entries(text.fields).map(([field, spec]) => {
    checkName(['sources', name, 'fields', field], field, refuse);
    return fieldOf(field, spec);
  });
  if (fields.length > defaultLimits.maxFields) {
    refuse(['sources', name, 'fields'], `${fields.length} fields, ${defaultLimits.maxFields} are the most`);
  }
  return { delivery: text.delivery, fields };
}

function notesOf(
  source: string,
  fields: Record<string, Record<string, Scalar>>,
  refuse: Refuse,
): Record<string, Record<string, string>> {
  const texts = Object.entries(fields).map(([field, notes]) => {
    const at: Place = ['annotations', source, field];
    const pairs = Object.entries(notes).map(([key, note]): [string, string] => [key, String(note)]);
    const { maxAnnotations, maxAnnotationBytes } = defaultLimits;
    if (pairs.length > maxAnnotations) refuse(at, `${maxAnnotations} notes on one field are the most`);
    for (const [key, note] of pairs) {
      checkName([...at, key], key, refuse);
      if (Buffer.byteLength(note) > maxAnnotationBytes)
        refuse([...at, key], `longer than ${maxAnnotationBytes} bytes`);
    }
    return [field, Object.fromEntries(pairs)] as const;
  });
  return Object.fromEntries(texts);
}

function checkName(at: Place, name: string, refuse: Refuse): void {
  if (name === '') refuse(at, 'the name is empty');
  if (Buffer.byteLength(name) > defaultLimits.maxNameBytes) {
    refuse(at, `the name is longer than ${defaultLimits.maxNameBytes} bytes`);
  }
}

function fieldOf(name: string, spec: FieldType | FieldText): FieldSpec {
  if (typeof spec === 'string') return { name, kind: spec };
  const annotations = {
    ...(spec.description !== undefined && { description: spec.description }),
    ...spec.annotations,
  };
  return {
    name,
    kind: spec.kind,
    ...(Object.keys(annotations).length > 0 && { annotations }),
    ...(spec.tags !== undefined && { tags: spec.tags }),
    ...(spec.hidden !== undefined && { hidden: spec.hidden }),
    ...(spec['fixed-size'] !== undefined && { fixedSize: Number(spec['fixed-size']) }),
  };
}
