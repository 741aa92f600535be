import { WitSyntaxError, type WitItem } from './item.ts';
import { tokenize, type Token } from './tokens.ts';

/** A type as it is written: `result<u32, api-error>` is `result` of `u32` and `api-error`. */
export interface TypeExpression {
  /** Without a leading `%`; a length, as in `list<u8, 4>`, is a name, too. */
  name: string;
  /** Whether this is a word of WIT, such as `u32` or `list`, and not the name of somebody's type. */
  builtin: boolean;
  of: TypeExpression[];
}

/** A function as it is written. */
export interface Signature {
  async: boolean;
  params: { name: string; type: TypeExpression }[];
  result: TypeExpression | undefined;
}

const builtins: ReadonlySet<string> = new Set(
  (
    'bool s8 s16 s32 s64 u8 u16 u32 u64 f32 f64 char string list option result tuple map ' +
    'future stream own borrow error-context _'
  ).split(' '),
);

/** Reads the text of a type alias, a field or a parameter. Throws WitSyntaxError at the line of the item. */
export function parseType(text: string, item: WitItem): TypeExpression {
  const reader = new TypeReader(text, item);
  const type = reader.type();
  reader.end();
  return type;
}

/** Reads what follows a case's name: `(u32)`; undefined when nothing does. */
export function parsePayload(text: string, item: WitItem): TypeExpression | undefined {
  if (text === '') return undefined;
  const reader = new TypeReader(text, item);
  reader.expect('(');
  const type = reader.type();
  reader.expect(')');
  reader.end();
  return type;
}

/** Reads `func(row: u32) -> bool`, or a constructor's `(size: u32)`. Throws WitSyntaxError at the line of the item. */
export function parseSignature(text: string, item: WitItem): Signature {
  const reader = new TypeReader(text, item);
  const async = reader.skip('async');
  if (item.kind !== 'constructor') reader.expect('func');
  reader.expect('(');
  const params: Signature['params'] = [];
  while (!reader.skip(')')) {
    const name = reader.name();
    reader.expect(':');
    params.push({ name, type: reader.type() });
    if (!reader.skip(',') && !reader.is(')')) throw reader.error(`expected , or ) after ${name}`);
  }
  const result = reader.skip('->') ? reader.type() : undefined;
  reader.end();
  return { async, params, result };
}

class TypeReader {
  private readonly tokens: Token[];
  private readonly item: WitItem;
  private at = 0;

  constructor(text: string, item: WitItem) {
    this.item = item;
    this.tokens = tokenize(text, item.file);
  }

  type(): TypeExpression {
    const token = this.next();
    if (token.kind === 'sign' || token.kind === 'end') throw this.expected('a type', token);
    const escaped = token.text.startsWith('%');
    const name = escaped ? token.text.slice(1) : token.text;
    const of: TypeExpression[] = [];
    if (this.skip('<')) {
      do of.push(this.type());
      while (this.skip(',') && !this.is('>'));
      this.expect('>');
    }
    return { name, builtin: token.kind === 'number' || (!escaped && builtins.has(name)), of };
  }

  name(): string {
    const token = this.next();
    if (token.kind !== 'word') throw this.expected('a name', token);
    return token.text.replace(/^%/, '');
  }

  is(mark: string): boolean {
    return this.tokens[this.at]?.text === mark;
  }

  skip(mark: string): boolean {
    if (!this.is(mark)) return false;
    this.at++;
    return true;
  }

  expect(mark: string): void {
    const token = this.next();
    if (token.text !== mark) throw this.expected(mark, token);
  }

  end(): void {
    const token = this.next();
    if (token.kind !== 'end') throw this.expected('the end', token);
  }

  error(message: string): WitSyntaxError {
    return new WitSyntaxError(`${this.item.name}: ${message}`, this.item.file, this.item.line);
  }

  private expected(what: string, found: Token): WitSyntaxError {
    return this.error(`expected ${what}, not ${found.text === '' ? 'the end' : found.text}`);
  }

  private next(): Token {
    const last = this.tokens.length - 1;
    return this.tokens[Math.min(this.at++, last)]!;
  }
}
