import { WitSyntaxError, type Gate, type ItemKind, type WitFile, type WitItem } from './item.ts';
import { tokenize, type Token } from './tokens.ts';

/** Reads one file of WIT. Throws WitSyntaxError, with file and line, at the first thing that is not WIT. */
export function parseWit(text: string, path: string): WitFile {
  return new Parser(tokenize(text, path), path).file();
}

interface Head {
  doc: string;
  gates: Gate[];
  line: number;
}

class Parser {
  private readonly tokens: Token[];
  private readonly path: string;
  private at = 0;

  constructor(tokens: Token[], path: string) {
    this.tokens = tokens;
    this.path = path;
  }

  file(): WitFile {
    const file: WitFile = { path: this.path, items: [] };
    while (this.peek().kind !== 'end') {
      const head = this.head();
      const keyword = this.word();
      if (keyword === 'package') file.package = this.packageLine(head);
      else if (keyword === 'use') file.items.push(this.statement('use', head));
      else if (keyword === 'interface' || keyword === 'world') file.items.push(this.container(keyword, head));
      else throw this.error(`expected package, use, interface or world, not ${keyword}`, head.line);
    }
    return file;
  }

  private packageLine(head: Head): WitItem {
    let name = '';
    while (!this.is(';') && !this.is('@')) {
      if (this.is('{')) throw this.error('packages within a file are not read');
      name += this.next().text;
    }
    let version = '';
    if (this.skip('@')) while (!this.is(';')) version += this.next().text;
    this.expect(';');
    return this.item('package', name, head, version);
  }

  private container(kind: 'interface' | 'world', head: Head): WitItem {
    const item = this.item(kind, this.name(), head);
    this.expect('{');
    while (!this.skip('}'))
      item.children.push(kind === 'world' ? this.worldMember() : this.interfaceMember());
    return item;
  }

  private worldMember(): WitItem {
    const head = this.head();
    const keyword = this.peek().text;
    switch (keyword) {
      case 'use':
      case 'import':
      case 'export':
      case 'include':
        this.next();
        return this.statement(keyword, head);
      default:
        return this.definition(head);
    }
  }

  /** `use a.{b};`, `import a:b/c@1.0.0;`, `include w with { a as b };`, `export run: func();` or an inline interface. */
  private statement(kind: 'use' | 'import' | 'export' | 'include', head: Head): WitItem {
    if (this.tokens[this.at + 1]?.text === ':' && this.tokens[this.at + 2]?.text === 'interface') {
      const item = this.item(kind, this.name(), head, 'interface');
      this.at += 2;
      this.expect('{');
      while (!this.skip('}')) item.children.push(this.interfaceMember());
      this.skip(';');
      return item;
    }
    return this.item(kind, kind === 'include' ? this.included() : this.rest(), head);
  }

  /** `include w;` ends with a semicolon, `include w with { a as b }` without one. */
  private included(): string {
    const name = this.until(';', '{');
    if (this.skip(';')) return name;
    const renames = this.until('}');
    this.expect('}');
    this.skip(';');
    return `${name} ${renames} }`;
  }

  private interfaceMember(): WitItem {
    const head = this.head();
    if (this.peek().text !== 'use') return this.definition(head);
    this.next();
    return this.statement('use', head);
  }

  private definition(head: Head): WitItem {
    const keyword = this.word();
    if (this.skip(':')) return this.item('function', keyword.replace(/^%/, ''), head, this.rest());
    switch (keyword) {
      case 'type':
        return this.alias(head);
      case 'record':
        return this.parts('record', 'field', head);
      case 'variant':
        return this.parts('variant', 'case', head);
      case 'enum':
        return this.parts('enum', 'case', head);
      case 'flags':
        return this.parts('flags', 'flag', head);
      case 'resource':
        return this.resource(head);
      default:
        throw this.error(`expected a type or a function, not ${keyword}`, head.line);
    }
  }

  private alias(head: Head): WitItem {
    const name = this.name();
    this.expect('=');
    return this.item('type', name, head, this.rest());
  }

  private parts(kind: 'record' | 'variant' | 'enum' | 'flags', part: ItemKind, head: Head): WitItem {
    const item = this.item(kind, this.name(), head);
    this.expect('{');
    while (!this.skip('}')) {
      const own = this.head();
      const name = this.name();
      if (kind === 'record') this.expect(':');
      const text = kind === 'record' || (kind === 'variant' && this.is('(')) ? this.until(',', '}') : '';
      item.children.push(this.item(part, name, own, text));
      if (!this.skip(',') && !this.is('}')) throw this.error(`expected , or } after ${name}`);
    }
    this.skip(';');
    return item;
  }

  private resource(head: Head): WitItem {
    const item = this.item('resource', this.name(), head);
    if (this.skip(';')) return item;
    this.expect('{');
    while (!this.skip('}')) {
      const own = this.head();
      const name = this.name();
      if (name === 'constructor' && !this.is(':')) {
        item.children.push(this.item('constructor', name, own, this.rest()));
        continue;
      }
      this.expect(':');
      const kind = this.is('static') ? 'static' : 'method';
      if (kind === 'static') this.next();
      item.children.push(this.item(kind, name, own, this.rest()));
    }
    return item;
  }

  /** The doc comment and the gates before an item. */
  private head(): Head {
    let doc = this.peek().doc;
    const gates: Gate[] = [];
    while (this.is('@')) {
      const line = this.next().line;
      const kind = this.word();
      if (kind !== 'since' && kind !== 'unstable' && kind !== 'deprecated')
        throw this.error(`unknown gate @${kind}`, line);
      this.expect('(');
      const key = this.word();
      const wanted = kind === 'unstable' ? 'feature' : 'version';
      if (key !== wanted) throw this.error(`@${kind} says ${wanted}, not ${key}`, line);
      this.expect('=');
      gates.push({ kind, value: this.next().text, line });
      this.expect(')');
      doc ||= this.peek().doc;
    }
    return { doc, gates, line: this.peek().line };
  }

  private item(kind: ItemKind, name: string, head: Head, text = ''): WitItem {
    return {
      kind,
      name,
      doc: head.doc,
      gates: head.gates,
      file: this.path,
      line: head.line,
      text,
      children: [],
    };
  }

  /** The text up to the closing `;`, which is taken. */
  private rest(): string {
    let text = '';
    while (!this.skip(';')) text += this.piece(text);
    return text;
  }

  /** The text up to one of these marks outside of brackets, which is left. */
  private until(...marks: string[]): string {
    let text = '';
    let depth = 0;
    while (depth > 0 || !marks.includes(this.peek().text)) {
      if (this.is('(') || this.is('<')) depth++;
      if (this.is(')') || this.is('>')) depth--;
      text += this.piece(text);
    }
    return text;
  }

  private piece(before: string): string {
    const token = this.next();
    if (token.kind === 'end') throw this.error('the file ends too early', token.line);
    return token.spaced && before !== '' ? ` ${token.text}` : token.text;
  }

  private name(): string {
    return this.word().replace(/^%/, '');
  }

  private word(): string {
    const token = this.next();
    if (token.kind !== 'word')
      throw this.error(`expected a name, not ${JSON.stringify(token.text)}`, token.line);
    return token.text;
  }

  private peek(): Token {
    const token = this.tokens[Math.min(this.at, this.tokens.length - 1)];
    if (token === undefined) throw this.error('there are no tokens', 1);
    return token;
  }

  private next(): Token {
    const token = this.peek();
    if (token.kind === 'end') throw this.error('the file ends too early', token.line);
    this.at++;
    return token;
  }

  private is(mark: string): boolean {
    return this.peek().text === mark;
  }

  private skip(mark: string): boolean {
    if (!this.is(mark)) return false;
    this.next();
    return true;
  }

  private expect(mark: string): void {
    const token = this.next();
    if (token.text !== mark)
      throw this.error(`expected ${mark}, not ${JSON.stringify(token.text)}`, token.line);
  }

  private error(message: string, line = this.peek().line): WitSyntaxError {
    return new WitSyntaxError(message, this.path, line);
  }
}
