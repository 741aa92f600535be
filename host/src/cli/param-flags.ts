import { type Command, Option } from 'commander';
import { clean } from '../clean.ts';
import type { FoundGadget } from '../gadget/find.ts';
import { type ParamRule, shown } from '../gadget/param-rule.ts';

/**
 * The words of a command line that may name gadgets, before the flags of their parameters are known: what follows an
 * unknown flag could be its value, so a bare word there is left out. Only a guess, to learn which flags there are.
 */
export function likelyGadgets(
  argv: readonly string[],
  known: readonly Option[],
  isPath: (word: string) => boolean,
): string[] {
  const words: string[] = [];
  let afterUnknown = false;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word === '--') return [...words, ...argv.slice(i + 1)];
    if (!word.startsWith('-') || word === '-') {
      if (!afterUnknown || isPath(word)) words.push(word);
      afterUnknown = false;
      continue;
    }
    const [flag] = word.split('=', 1);
    const option = known.find(
      (each) => is(each, flag!) || (!word.startsWith('--') && each.short === word.slice(0, 2)),
    );
    afterUnknown = option === undefined && !word.includes('=');
    if (option !== undefined && (option.required || option.optional) && is(option, word)) i++;
  }
  return words;
}

/**
 * Adds a flag for each parameter that gadget.yaml of these gadgets declares; `taken` gets name and value of each that is
 * used. A flag that the command has itself keeps its meaning, and the parameter is set with `--param`.
 */
export function addParamFlags(
  command: Command,
  gadgets: readonly FoundGadget[],
  taken: (name: string, value: string) => void,
): void {
  const added = new Set<string>();
  for (const gadget of gadgets) {
    if (gadget.kind !== 'folder') continue;
    for (const [name, rule] of gadget.manifest.params) {
      if (added.has(name)) continue;
      const used = (flag: string): boolean =>
        command.options.some((option) => is(option, flag)) || flag === '--help';
      // Commander takes --no-x for the opposite of --x.
      const free = !used(`--${name}`) && !used(`--no-${name}`) && !name.startsWith('no-');
      if (free) added.add(name);
      addFlag(command, gadget.name, name, rule, free, taken);
    }
  }
}

function addFlag(
  command: Command,
  gadget: string,
  name: string,
  rule: ParamRule,
  free: boolean,
  taken: (name: string, value: string) => void,
): void {
  const group = `Parameters of ${gadget}:`;
  const about = clean(`${rule.description} (${rulesOf(rule)})`);
  if (!free) {
    command.addHelpText('after', `\n${group}\n  --param ${name}=<${rule.type}>  ${about}`);
    return;
  }
  const value = rule.type === 'boolean' ? '' : ` <${rule.type}>`;
  command.addOption(new Option(`--${name}${value}`, about).helpGroup(group));
  command.on(`option:${name}`, (given: string | null | undefined) => taken(name, given ?? 'true'));
  if (rule.type === 'boolean') {
    command.addOption(new Option(`--no-${name}`, 'the opposite').helpGroup(group));
    command.on(`option:no-${name}`, () => taken(name, 'false'));
  }
}

function is(option: Option, flag: string): boolean {
  return option.long === flag || option.short === flag;
}

/** Type, bounds and default of a parameter, for people. */
export function rulesOf(rule: ParamRule): string {
  const parts: string[] = [rule.type];
  const show = (value: string): string => shown(rule.type, value);
  if (rule.oneOf !== undefined) parts.push(`one of ${rule.oneOf.map(show).join(', ')}`);
  if (rule.min !== undefined) parts.push(`at least ${show(rule.min)}`);
  if (rule.max !== undefined) parts.push(`at most ${show(rule.max)}`);
  if (rule.maxLength !== undefined) parts.push(`at most ${rule.maxLength} characters`);
  parts.push(rule.default === undefined ? 'required' : `default ${show(rule.default)}`);
  return parts.join('; ');
}
