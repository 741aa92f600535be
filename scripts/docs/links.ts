import { anchorOf, type Reference, type ReferenceFunction, type ReferenceInterface } from './reference.ts';

/** Where a comment stands: words mean what they mean there. */
export interface Place {
  interface: ReferenceInterface;
  /** The resource that it is about, or that its function belongs to. */
  resource?: string | undefined;
  function?: ReferenceFunction;
}

/** The file that an interface is told in. */
export function pageOf(name: string): string {
  return `${name}.md`;
}

/** Makes links of the words in backticks that name an item of the package. */
export class Links {
  private readonly reference: Reference;

  constructor(reference: Reference) {
    this.reference = reference;
  }

  /**
   * A comment with its links, each once in a paragraph. Names of parameters, and what names nothing or more than one
   * thing, stay as they are.
   */
  linked(text: string, place: Place): string {
    return text
      .split('\n\n')
      .map((paragraph) => this.paragraph(paragraph, place))
      .join('\n\n');
  }

  private paragraph(text: string, place: Place): string {
    const seen = new Set<string>();
    const here = pageOf(place.interface.name);
    return text.replaceAll(/`([^`\n]+)`/g, (code, word: string) => {
      const target = this.target(word, place);
      if (target === undefined || seen.has(target)) return code;
      seen.add(target);
      return `[${code}](${target.startsWith(`${here}#`) ? target.slice(here.length) : target})`;
    });
  }

  /** The link to a case of api-error. */
  error(): string {
    const home = this.reference.interfaces.find(({ types }) =>
      types.some(({ name }) => name === 'api-error'),
    );
    return `${pageOf(home!.name)}#${anchorOf('api-error')}`;
  }

  private target(word: string, place: Place): string | undefined {
    if (parameters(place).includes(word)) return undefined;
    const own = place.function?.title;
    const candidates = [
      () => this.member(word, place),
      () => this.function(word, this.reference.interfaces),
      () => this.type(word, place),
      () => this.interface(word, place),
      () => this.function(word, this.named('lifecycle')),
      () => (word.includes('-') ? this.bareMethod(word) : undefined),
      () => this.errorCase(word, place),
    ];
    for (const candidate of candidates) {
      const found = candidate();
      if (found === undefined) continue;
      // Nothing links to itself.
      return own !== undefined && found === `${pageOf(place.interface.name)}#${anchorOf(own)}`
        ? undefined
        : found;
    }
    return undefined;
  }

  /** `len` in a comment of the resource packet, `enabled` in one of logging. */
  private member(word: string, { interface: inside, resource }: Place): string | undefined {
    const titles = resource === undefined ? [word] : [`${resource}.${word}`, word];
    const found = titles.map((title) => inside.functions.find((each) => each.title === title)).find(Boolean);
    return found && `${pageOf(inside.name)}#${anchorOf(found.title)}`;
  }

  /** `data-source.open`, `timer.every`; and `init`, which everybody knows. */
  private function(word: string, among: readonly ReferenceInterface[]): string | undefined {
    for (const { name, functions } of among) {
      const found = functions.find(
        (each) =>
          (each.resource !== undefined && each.title === word) ||
          (each.resource === undefined && `${name}.${each.title}` === word) ||
          (among.length === 1 && each.title === word),
      );
      if (found !== undefined) return `${pageOf(name)}#${anchorOf(found.title)}`;
    }
    return undefined;
  }

  /** A type or a resource; a case of an enum on its own page. */
  private type(word: string, { interface: inside }: Place): string | undefined {
    const visible = [inside, ...this.reference.interfaces.filter((each) => each !== inside)];
    for (const { name, types, resources } of visible) {
      if (resources.some((each) => each.name === word))
        return `${pageOf(name)}#${anchorOf(`Resource ${word}`)}`;
      if (types.some((each) => each.name === word)) return `${pageOf(name)}#${anchorOf(word)}`;
    }
    const owners = visible
      .flatMap(({ types }) => types)
      .filter(({ children }) => children.some((part) => part.kind === 'case' && part.name === word));
    return owners.length === 1 && inside.types.includes(owners[0]!)
      ? `${pageOf(inside.name)}#${anchorOf(owners[0]!.name)}`
      : undefined;
  }

  private interface(word: string, { interface: inside }: Place): string | undefined {
    return word !== inside.name && this.named(word).length > 0 ? pageOf(word) : undefined;
  }

  private bareMethod(word: string): string | undefined {
    const found = this.reference.interfaces.flatMap(({ functions }) =>
      functions.filter(({ item }) => item.name === word),
    );
    return found.length === 1
      ? `${pageOf(found[0]!.key.split('/')[0]!)}#${anchorOf(found[0]!.title)}`
      : undefined;
  }

  private errorCase(word: string, { interface: inside }: Place): string | undefined {
    const uses = inside.item.children.some(({ kind, name }) => kind === 'use' && /\bapi-error\b/.test(name));
    const cases = this.reference.interfaces
      .flatMap(({ types }) => types)
      .find(({ name }) => name === 'api-error')?.children;
    // `other` is a kind and a delivery as well.
    return uses && word !== 'other' && cases?.some(({ name }) => name === word) === true
      ? this.error()
      : undefined;
  }

  private named(name: string): ReferenceInterface[] {
    return this.reference.interfaces.filter((each) => each.name === name);
  }
}

function parameters(place: Place): string[] {
  return [...(place.function?.item.text.matchAll(/([a-z][a-z0-9-]*):/g) ?? [])].map(([, name]) => name!);
}
