import { pageBytes } from '../component/bounds/caps.ts';
import { parseInterfacePattern, patternForm } from '../component/interface-pattern.ts';
import type { CallDeadlines } from '../deadlines.ts';
import { GadgetError, messageOf } from '../errors.ts';
import type { FailurePolicy } from '../run/options.ts';
import { parseSize, sizeForm } from '../size.ts';
import { deadlinesOf } from './deadlines-map.ts';
import { policyKeysAt, policySchema, type RuleText } from './policy-schema.ts';
import { type Place, readYaml } from './yaml-text.ts';
import { readYamlFile } from './yaml-file.ts';

/** What the operator decided about a gadget; what is undefined is not decided. */
export interface PolicyRule {
  /** Interfaces beyond `gadget:api` that it may import. */
  grants?: readonly string[];
  onFailure?: FailurePolicy;
  /** Bytes. */
  maxMemoryBytes?: number;
  /** Steps of one call. */
  fuel?: number;
  /** Longer or shorter than the default ones. Milliseconds. */
  deadlines?: Readonly<Partial<CallDeadlines>>;
}

/** An operator's policy file. */
export class Policy {
  /** From the widest to the narrowest; of two that are as narrow, the one further up first. */
  private readonly rules: readonly Rule[];

  constructor(rules: readonly Rule[]) {
    // Sorting keeps the order of what is equal.
    this.rules = rules.toSorted((one, other) => one.narrowness - other.narrowness);
  }

  /** Whether a rule is about a component by its digest. */
  get usesDigests(): boolean {
    return this.rules.some(({ narrowness }) => narrowness === digestNarrowness);
  }

  /** What it says about one gadget: key by key, and hook by hook, what the narrowest rule says that says anything. */
  for(gadget: PolicySubject): PolicyRule {
    const decided = this.rules.filter(({ matches }) => matches(gadget)).map((rule) => rule.decided);
    const deadlines = decided.flatMap((each) => each.deadlines ?? []);
    return Object.assign(
      {},
      ...decided,
      deadlines.length > 0 && { deadlines: Object.assign({}, ...deadlines) as Partial<CallDeadlines> },
    ) as PolicyRule;
  }
}

interface Selector {
  matches: (gadget: PolicySubject) => boolean;
  /** How narrow it is: what has more letters is narrower. */
  narrowness: number;
}

interface Rule extends Selector {
  decided: PolicyRule;
}

/** What rules know a gadget by. */
export interface PolicySubject {
  /** As its gadget.yaml, or its file, says. */
  name: string;
  /** `sha256:` and 64 hexadecimal digits; of use where the policy uses digests. */
  digest?: string;
}

/** Reads a policy file. Throws E_POLICY, with line and column for what is in it. */
export async function readPolicy(file: string): Promise<Policy> {
  let text: string | undefined;
  try {
    text = await readYamlFile(file);
  } catch (error) {
    throw new GadgetError('E_POLICY', `${file} can't be read: ${messageOf(error)}`, {
      cause: error,
      blame: 'system',
    });
  }
  if (text === undefined) throw new GadgetError('E_POLICY', `there is no policy file ${file}`);
  return parsePolicy(text, file);
}

/** As {@link readPolicy}, of a text. */
export function parsePolicy(text: string, file: string = 'policy.yaml'): Policy {
  const { value, refuse } = readYaml(text, file, {
    schema: policySchema,
    keysAt: policyKeysAt,
    code: 'E_POLICY',
  });
  const rules = Object.entries(value.gadgets).map(([key, rule]) => ({
    ...selectorOf(key, refuse),
    decided: ruleOf(['gadgets', key], rule, refuse),
  }));
  return new Policy(rules);
}

type Refuse = (at: Place, why: string) => never;

const digestNarrowness = Infinity;
/** A whole name; patterns are shorter than that. */
const nameNarrowness = 1000;
const mostCharacters = 256;

function selectorOf(key: string, refuse: Refuse): Selector {
  const at: Place = ['gadgets', key];
  if (/^sha256:/i.test(key)) {
    if (!/^sha256:[0-9a-f]{64}$/.test(key)) refuse(at, 'a digest is sha256: and 64 digits of 0-9 and a-f');
    return { matches: ({ digest }) => digest === key, narrowness: digestNarrowness };
  }
  if (key === '' || key.length > mostCharacters || /[/\\:\s]/.test(key)) {
    refuse(at, 'write the name of a gadget, a pattern such as acme-*, or a digest sha256:…');
  }
  if (!key.includes('*')) return { matches: ({ name }) => name === key, narrowness: nameNarrowness };
  const parts = key.split('*');
  return { matches: ({ name }) => fits(name, parts), narrowness: parts.join('').length };
}

/** Whether a name is these parts, with anything between them. */
function fits(name: string, parts: readonly string[]): boolean {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
    return false;
  let from = first.length;
  const end = name.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, from);
    if (found < 0 || found + part.length > end) return false;
    from = found + part.length;
  }
  return true;
}

function ruleOf(at: Place, text: RuleText, refuse: Refuse): PolicyRule {
  for (const [place, name] of (text.allow ?? []).entries()) {
    if (parseInterfacePattern(name) === undefined) refuse([...at, 'allow', place], `write ${patternForm}`);
  }
  const { memory, fuel, deadlines } = text.limits ?? {};
  return {
    ...(text.allow !== undefined && { grants: text.allow }),
    ...(text['on-failure'] !== undefined && { onFailure: text['on-failure'] }),
    ...(memory !== undefined && { maxMemoryBytes: memoryOf([...at, 'limits', 'memory'], memory, refuse) }),
    ...(fuel !== undefined && { fuel: Number(fuel) }),
    ...(deadlines !== undefined && {
      deadlines: deadlinesOf(deadlines, [...at, 'limits', 'deadlines'], refuse),
    }),
  };
}

/** From a page of wasm to all that 32 bits can address, as `--max-memory` has it. */
function memoryOf(at: Place, text: string, refuse: Refuse): number {
  const bytes = parseSize(text) ?? refuse(at, `write ${sizeForm}`);
  if (bytes < pageBytes || bytes > 2 ** 32) refuse(at, 'from 64KiB to 4GiB');
  return bytes;
}
